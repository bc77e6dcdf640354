import { credentialsOf } from '../language/credentials';
import type { Letter } from '../language/letter';
import type { HeaderPart, ItemPart, Part, Placed, SectionPart } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';
import { fillTemplate } from '../profile/template';
import { caseDecisionSection } from '../rules/standardText';
import { type CaseDecision, caseDecisionOf } from '../rules/structure/caseDecision';
import { fold } from '../text/folded';
import { type Span, shift } from '../text/span';
import { squeeze } from '../text/words';

/** Something that a letter still lacks, and where to go to write it: an offset in the letter. */
export interface Lack {
  /**
   * `section`, `field`: the named one, absent or empty; `title`, `decision`: of an item, or the decision of the case;
   * `items`: a section decides none; `text`: nothing stands in a section but its standard words; `placeholder`: still
   * to be filled, named by what it asks for.
   */
  readonly kind: 'section' | 'field' | 'title' | 'decision' | 'items' | 'text' | 'placeholder';
  /** What is lacking, in the profile's or the letter's words; empty where the kind says it. */
  readonly name: string;
  readonly span: Span;
}

/** What the header, which begins at the letter's start, lacks. */
export function headerLacks(header: HeaderPart, { profile }: CompiledProfile): readonly Lack[] {
  const lacks: Lack[] = [];
  const first = header.fields[0]?.label ?? { start: 0, end: 0 };
  for (const definition of profile.header.fields) {
    const field = header.fields.find(f => f.definition === definition);
    if (definition.required && !field) lacks.push({ kind: 'field', name: definition.label, span: first });
    if (field && field.text.text === '') lacks.push({ kind: 'field', name: definition.label, span: field.label });
  }
  // What a date asks for says little: its label says more.
  const blanks = placeholders({ start: 0, part: header }).map(blank => {
    const field = header.fields.find(({ value }) => value.start <= blank.span.start && blank.span.end <= value.end);
    return field ? { ...blank, name: field.definition.label } : blank;
  });
  return [...lacks, ...blanks];
}

interface Stated {
  readonly credentials: ReadonlySet<string>;
  readonly caseDecision: CaseDecision | null;
}

const statedIn = new WeakMap<Letter, Stated>();

/** What a letter states once, in whatever section; looked for once, however many sections ask. */
function statedBy(letter: Letter): Stated {
  let stated = statedIn.get(letter);
  if (!stated) {
    const credentials = new Set<string>(credentialsOf(letter).map(({ role }) => role));
    stated = { credentials, caseDecision: caseDecisionOf(letter) };
    statedIn.set(letter, stated);
  }
  return stated;
}

export function sectionLacks(section: Placed<SectionPart>, letter: Letter): readonly Lack[] {
  const { start, part } = section;
  const lacks: Lack[] = [];
  const at = shift(part.heading.span, start);
  const definition = part.heading.match?.definition;
  const { profile } = letter.profile;
  if (part.sectionKind === 'how-made') {
    const { credentials } = statedBy(letter);
    const missing = profile.credentials.fields.filter(({ role }) => !credentials.has(role));
    for (const { label } of missing) lacks.push({ kind: 'field', name: label, span: at });
  }
  if (part.sectionKind === 'issues' && letter.items.length === 0) lacks.push({ kind: 'items', name: '', span: at });
  const { caseDecision } = profile.items;
  if (caseDecision && definition && definition === caseDecisionSection(profile)) {
    const decided = statedBy(letter).caseDecision;
    const isDecided = decided?.match?.definition;
    if (!isDecided) lacks.push({ kind: 'decision', name: caseDecision.label, span: decided?.label ?? at });
  }
  // Standard words that end in a colon announce what follows.
  const leadIn = fillTemplate(definition?.leadIn ?? '', { organisation: profile.organisation });
  const announced = part.sectionKind !== 'issues' && (leadIn === '' || leadIn.endsWith(':'));
  const isBare = part.body.text === '' || squeeze(part.body.text) === squeeze(leadIn);
  if (definition && announced && isBare) lacks.push({ kind: 'text', name: '', span: at });
  return [...lacks, ...placeholders(section)];
}

export function itemLacks(item: Placed<ItemPart>, { profile }: CompiledProfile): readonly Lack[] {
  const { start, part } = item;
  const { per, fields } = profile.items;
  const lacks: Lack[] = [];
  const at = shift(part.title.name, start);
  if (part.title.text.text === '') lacks.push({ kind: 'title', name: '', span: at });
  if (per === 'item' && !part.title.decision?.definition) {
    lacks.push({ kind: 'decision', name: '', span: shift(part.title.decision?.span ?? part.title.name, start) });
  }
  for (const definition of fields) {
    const field = part.fields.find(f => f.definition === definition);
    if (definition.required && !field) lacks.push({ kind: 'field', name: definition.label, span: at });
    if (field && field.text.text === '') {
      lacks.push({ kind: 'field', name: definition.label, span: shift(field.label, start) });
    }
  }
  return [...lacks, ...placeholders(item)];
}

/** The most of one part that are listed: nobody would read more. */
const MOST = 50;
const PLACEHOLDER = /\[\[([^[\]]{0,400})\]\]/g;

function placeholders({ start, part }: Placed<Part>): Lack[] {
  if (!part.text.includes('[[')) return [];
  const folded = fold(part.text);
  const found: Lack[] = [];
  for (const match of folded.text.matchAll(PLACEHOLDER)) {
    if (found.length === MOST) break;
    const span = shift(folded.source(match.index, match.index + match[0].length), start);
    found.push({ kind: 'placeholder', name: (match[1] ?? '').trim(), span });
  }
  return found;
}
