import { type CitationStyleName, letterFacts } from '../language/facts';
import type { Letter } from '../language/letter';
import type { Placed } from '../language/tree';
import { headerDeadline } from '../rules/law/headerDeadline';
import { partIndexAt } from '../rules/partIndexAt';
import { type Finding, type Severity, severities } from '../rules/rule';
import { isEmpty, knownSections, placeOf } from '../rules/structure/sections';
import { type Day, daysBetween } from '../text/dates';
import { type Span, shift } from '../text/span';
import { headerLacks, itemLacks, type Lack, sectionLacks } from './lacks';
import { entryName } from './symbols';

/** How far a letter is from going out. Spans are offsets in the letter. */
export interface Readiness {
  readonly profile: { readonly id: string; readonly title: string };
  /** How the letter cites; null where neither its citations nor its dates tell. */
  readonly style: CitationStyleName | null;
  /** Null where the program sets none, or the header lacks the date that starts its clock. */
  readonly deadline: ReadinessDeadline | null;
  /** Header, sections with their items, sections that are missing. None in an empty letter. */
  readonly parts: readonly ReadinessPart[];
  readonly items: { readonly complete: number; readonly total: number };
  /** Findings of the whole letter. */
  readonly problems: ProblemCounts;
  /** Everything that is lacking, in the order of the letter. */
  readonly lacks: readonly Lack[];
}

export interface ReadinessDeadline {
  readonly last: Day;
  /** The label of the date that starts the clock. */
  readonly from: string;
  readonly days: number;
  readonly workingDays: boolean;
  readonly decided: Day | null;
  /** Days from the decision, or else from today, to the deadline; negative behind it. */
  readonly daysLeft: number;
  /** The decision's date, or the one that starts the clock. */
  readonly span: Span;
}

export type ProblemCounts = Readonly<Record<Severity, number>>;

export interface ReadinessPart {
  readonly kind: 'header' | 'section' | 'item';
  /** Of a header empty. */
  readonly name: string;
  /** Of an item its decision, as written; empty if there is none. */
  readonly decision: string;
  /** A section that every letter of the profile has, and this one has not: `span` is where it belongs. */
  readonly isMissing: boolean;
  readonly span: Span;
  readonly lacks: readonly Lack[];
  readonly problems: ProblemCounts;
  /** It lacks nothing, and no error is left in it; of a section, also not in its items. */
  readonly isComplete: boolean;
  readonly children: readonly ReadinessPart[];
}

/** `today` counts where the header gives no date of the decision. */
export function readiness(letter: Letter, findings: readonly Finding[], today: Day): Readiness {
  const { profile } = letter.profile;
  const parts = isEmpty(letter) ? [] : [...presentParts(letter, findings), ...missingSections(letter)];
  const items = parts.flatMap(part => [part, ...part.children]).filter(part => part.kind === 'item');
  const lacks = parts.flatMap(part => [...part.lacks, ...part.children.flatMap(child => child.lacks)]);
  return {
    profile: { id: profile.id, title: profile.title },
    style: letterFacts(letter).style,
    deadline: deadlineOf(letter, today),
    parts,
    items: { complete: items.filter(item => item.isComplete).length, total: items.length },
    problems: counted(findings),
    lacks: lacks.sort((a, b) => a.span.start - b.span.start),
  };
}

function deadlineOf({ header, profile: { profile } }: Letter, today: Day): ReadinessDeadline | null {
  const found = profile.clock && headerDeadline(header.part, profile.clock);
  if (!found) return null;
  const { last, start, period, decided } = found;
  return {
    last,
    from: start.field.definition.label,
    days: period.days,
    workingDays: period.workingDays,
    decided: decided?.day ?? null,
    daysLeft: daysBetween(decided?.day ?? today, last),
    span: (decided ?? start).field.span,
  };
}

/** Header, sections and items, with what each lacks and what was found in it. */
function presentParts(letter: Letter, findings: readonly Finding[]): ReadinessPart[] {
  const found = findingsByPart(letter, findings);
  const top: { part: ReadinessPart; children: ReadinessPart[] }[] = [];
  for (const placed of letter.parts) {
    const problems = counted(found.get(placed) ?? []);
    const lacks = lacksOf(placed, letter);
    const isComplete = lacks.length === 0 && problems.error === 0;
    const part = { ...headOf(placed), lacks, problems, isMissing: false, isComplete, children: [] };
    const section = top.at(-1);
    if (part.kind === 'item' && section?.part.kind === 'section') section.children.push(part);
    else top.push({ part, children: [] });
  }
  return top.map(({ part, children }) => {
    const isComplete = part.isComplete && children.every(child => child.isComplete);
    return { ...part, children, isComplete };
  });
}

function findingsByPart(letter: Letter, findings: readonly Finding[]): ReadonlyMap<Placed, readonly Finding[]> {
  const found = new Map<Placed, Finding[]>();
  for (const finding of findings) {
    const placed = letter.parts[partIndexAt(letter, finding.span.start)] as Placed;
    const own = found.get(placed);
    if (own) own.push(finding);
    else found.set(placed, [finding]);
  }
  return found;
}

function headOf({ start, part }: Placed): Pick<ReadinessPart, 'kind' | 'name' | 'decision' | 'span'> {
  if (part.kind === 'header') {
    const first = part.fields[0]?.label ?? { start: 0, end: 0 };
    return { kind: 'header', name: '', decision: '', span: shift(first, start) };
  }
  if (part.kind === 'section') {
    const { title, span } = part.heading;
    return { kind: 'section', name: entryName(title), decision: '', span: shift(span, start) };
  }
  const { name, text, decision } = part.title;
  return { kind: 'item', name: entryName(text.text), decision: decision?.word ?? '', span: shift(name, start) };
}

function lacksOf(placed: Placed, letter: Letter): readonly Lack[] {
  const { start, part } = placed;
  if (part.kind === 'header') return headerLacks(part, letter.profile);
  if (part.kind === 'item') return itemLacks({ start, part }, letter.profile);
  return sectionLacks({ start, part }, letter);
}

function missingSections(letter: Letter): ReadinessPart[] {
  const known = knownSections(letter);
  const missing = letter.profile.profile.sections.filter(section => section.required && !known.has(section));
  return missing.map(section => {
    const span = placeOf(section, letter, known).near;
    const lacks: Lack[] = [{ kind: 'section', name: section.heading, span }];
    const own = { lacks, problems: counted([]), isMissing: true, isComplete: false, children: [] };
    return { kind: 'section', name: section.heading, decision: '', span, ...own };
  });
}

function counted(findings: readonly Finding[]): ProblemCounts {
  const counts = Object.fromEntries(severities.map(severity => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
