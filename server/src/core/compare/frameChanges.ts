import { passagesOf } from '../facts/passages';
import { type Credential, credentialsOf } from '../language/credentials';
import type { Letter } from '../language/letter';
import { matchDecision } from '../language/names';
import type { HeaderField, Placed, SectionPart } from '../language/tree';
import type { Setup } from '../setup';
import { readDay } from '../text/dates';
import type { Span } from '../text/span';
import { squeeze } from '../text/words';
import { change } from './changes';
import type { Change, Said } from './comparison';
import { factChanges } from './factChanges';
import { looseChanges } from './looseText';
import { pairByKey } from './pairing';
import { saidWhole, wordingChange, wordingOf } from './wording';

/** What the header says differently, whatever the order of its fields. */
export function headerChanges(before: Letter, after: Letter, { vocabulary }: Setup): Change[] {
  const [old, now] = [headerValues(before), headerValues(after)];
  const pairing = pairByKey(old, now, ({ key }) => key);
  const changes: Change[] = [];
  for (const index of pairing.gone()) {
    const { field, said } = old[index] as HeaderValue;
    changes.push(change('header', said, null, { label: field.printed }));
  }
  for (const [index, { field, said }] of now.entries()) {
    const was = old[pairing.before(index) ?? -1];
    if (was && valueKey(was.field) === valueKey(field)) continue;
    changes.push(change('header', was?.said ?? null, said, { label: field.printed }));
  }
  return [...changes, ...looseChanges(before.header, after.header, vocabulary)];
}

interface HeaderValue {
  readonly field: HeaderField;
  readonly said: Said;
  /** The label; a second field of it is another one. */
  readonly key: string;
}

function headerValues({ header }: Letter): HeaderValue[] {
  const counts = new Map<string, number>();
  return header.part.fields.map(field => {
    const count = counts.get(field.printed) ?? 0;
    counts.set(field.printed, count + 1);
    return { field, said: saidWhole({ text: field.text, start: header.start }), key: `${field.printed} ${count}` };
  });
}

/** A day is the same however it is written. */
function valueKey({ definition, text }: HeaderField): string {
  const day = definition.kind === 'date' ? readDay(text.text) : null;
  return day?.iso ?? wordingOf(text.text).toLowerCase();
}

/** The reviewer's credentials that came or went. */
export function credentialChanges(before: Letter, after: Letter): Change[] {
  const [old, now] = [credentialsOf(before), credentialsOf(after)];
  const pairing = pairByKey(old, now, ({ role, value }) => `${role} ${squeeze(value)}`);
  const saidOf = ({ value, span }: Credential): Said => ({ text: value, span });
  const labelOf = ({ role }: Credential) =>
    after.profile.profile.credentials.fields.find(field => field.role === role)?.label ?? role;
  return [
    ...pairing.gone().flatMap(index => {
      const one = old[index];
      return one ? [change('credential', saidOf(one), null, { label: labelOf(one) })] : [];
    }),
    ...pairing.added().flatMap(index => {
      const one = now[index];
      return one ? [change('credential', null, saidOf(one), { label: labelOf(one) })] : [];
    }),
  ];
}

/** A section of a letter. */
export interface LetterSection {
  readonly letter: Letter;
  readonly placed: Placed<SectionPart>;
}

/** What one section says differently: its decision, if the case has one; facts, of the summary; its words. */
export function sectionChanges(before: LetterSection, after: LetterSection, { vocabulary }: Setup): Change[] {
  const decisions = caseDecisionChanges(before, after);
  const textOf = (section: LetterSection) => {
    const { part, start } = section.placed;
    return { text: part.body, start, leftOut: comparedElsewhere(section) };
  };
  const wording = wordingChange(textOf(before), textOf(after));
  if (!wording) return decisions;
  const passageOf = ({ letter, placed }: LetterSection) => {
    const [passage] = passagesOf(placed.part, vocabulary);
    return passage && { passage, start: placed.start, profile: letter.profile };
  };
  const [was, is] = [passageOf(before), passageOf(after)];
  const isSummary = after.placed.part.sectionKind === 'summary';
  return [
    ...decisions,
    ...(isSummary && was && is ? factChanges(was, is, '') : []),
    change('section', wording.before, wording.after, { words: wording.words }),
  ];
}

/** Fields and credentials, in offsets of the section's body. */
function comparedElsewhere({ letter, placed: { part, start } }: LetterSection): Span[] {
  const { body } = part;
  const credentials = part.sectionKind === 'how-made' ? credentialsOf(letter) : [];
  const spans = [
    ...part.fields.flatMap(({ span, labelRest }) => (labelRest ? [span, labelRest] : [span])),
    ...credentials.map(({ span }) => ({ start: span.start - start, end: span.end - start })),
  ];
  return spans
    .filter(span => span.start >= 0 && span.end <= part.text.length)
    .map(span => ({ start: body.at(span.start), end: body.at(span.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function caseDecisionChanges(before: LetterSection, after: LetterSection): Change[] {
  const [was, is] = [caseDecision(before), caseDecision(after)];
  if (squeeze(was?.text ?? '') === squeeze(is?.text ?? '')) return [];
  return [change('decision', was, is)];
}

function caseDecision({ letter, placed: { part, start } }: LetterSection): Said | null {
  const field = part.fields.find(({ definition, text }) => definition.kind === 'caseDecision' && text.text !== '');
  if (!field) return null;
  const said = saidWhole({ text: field.text, start });
  return { ...said, text: matchDecision(said.text, letter.profile)?.definition?.word ?? said.text };
}
