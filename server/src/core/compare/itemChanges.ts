import { conclusionOf, type PlacedNecessity } from '../facts/necessityFinding';
import { type Passage, passagesOf } from '../facts/passages';
import type { Decision, ItemField, ItemPart, Placed } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';
import type { Setup } from '../setup';
import { squeeze } from '../text/words';
import { change } from './changes';
import { lineChanges } from './citationChanges';
import type { Change, Said } from './comparison';
import { factChanges } from './factChanges';
import { looseChanges } from './looseText';
import { pairByKey } from './pairing';
import { said, saidWhole, wordingChange } from './wording';

/** An item with the profile it was read with. */
export interface LetterItem {
  readonly placed: Placed<ItemPart>;
  readonly profile: CompiledProfile;
}

/** What one item says differently. */
export function itemChanges(before: LetterItem, after: LetterItem, setup: Setup): Change[] {
  return [
    ...decisionChanges(before.placed, after.placed),
    ...titleChanges(before, after, setup),
    ...fieldChanges(before, after, setup),
    ...looseChanges(before.placed, after.placed, setup.vocabulary),
  ];
}

function decisionChanges(before: Placed<ItemPart>, after: Placed<ItemPart>): Change[] {
  const [was, is] = [before.part.title.decision, after.part.title.decision];
  if (decisionKey(was) === decisionKey(is)) return [];
  return [change('decision', decisionSaid(was, before.start), decisionSaid(is, after.start))];
}

function decisionKey(decision: Decision | null): string {
  return decision ? squeeze(decision.definition?.word ?? decision.word) : '';
}

function decisionSaid(decision: Decision | null, start: number): Said | null {
  if (!decision) return null;
  const { definition, word, span } = decision;
  return { text: definition?.word ?? word, span: { start: start + span.start, end: start + span.end } };
}

function titleChanges(before: LetterItem, after: LetterItem, setup: Setup): Change[] {
  const textOf = ({ placed: { part, start } }: LetterItem) => ({ text: part.title.text, start });
  if (!wordingChange(textOf(before), textOf(after))) return [];
  const [was, is] = [saidWhole(textOf(before)), saidWhole(textOf(after))];
  const facts = passageChanges(before, after, setup, '', ({ place }) => place === 'title');
  return [change('title', was.text === '' ? null : was, is.text === '' ? null : is), ...facts];
}

/** The facts that changed in a passage that both items have. */
function passageChanges(
  before: LetterItem,
  after: LetterItem,
  { vocabulary }: Setup,
  label: string,
  isMeant: (passage: Passage) => boolean,
): Change[] {
  const passageOf = ({ placed, profile }: LetterItem) => {
    const passage = passagesOf(placed.part, vocabulary).find(isMeant);
    return passage && { passage, start: placed.start, profile };
  };
  const [was, is] = [passageOf(before), passageOf(after)];
  return was && is ? factChanges(was, is, label) : [];
}

function fieldChanges(before: LetterItem, after: LetterItem, setup: Setup): Change[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const pairing = pairByKey(old, now, ({ key }) => key);
  const whole = ({ placed }: LetterItem, { text }: ItemField) => saidWhole({ text, start: placed.start });
  const changes: Change[] = [];
  for (const index of pairing.gone()) {
    const { field } = old[index] as KeyedField;
    changes.push(change('field', whole(before, field), null, { label: field.definition.label }));
  }
  for (const [index, { field }] of now.entries()) {
    const partner = pairing.before(index);
    const { label } = field.definition;
    if (partner === undefined) changes.push(change('field', null, whole(after, field), { label }));
    else changes.push(...fieldChange(before, after, (old[partner] as KeyedField).field, field, setup));
  }
  return changes;
}

interface KeyedField {
  readonly field: ItemField;
  /** By what it is to the checks; those that stand twice are counted. */
  readonly key: string;
}

function fieldsOf({ placed }: LetterItem): KeyedField[] {
  const counts = new Map<string, number>();
  return placed.part.fields.map(field => {
    const { role, label } = field.definition;
    const name = role === 'other' ? `other ${squeeze(label)}` : role;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return { field, key: `${name} ${count}` };
  });
}

function fieldChange(
  before: LetterItem,
  after: LetterItem,
  was: ItemField,
  is: ItemField,
  setup: Setup,
): readonly Change[] {
  const [oldStart, start] = [before.placed.start, after.placed.start];
  const wording = wordingChange({ text: was.text, start: oldStart }, { text: is.text, start });
  if (!wording) return [];
  const { role, kind, label } = is.definition;
  if (kind === 'guidelineLine') {
    return lineChanges({ item: before.placed, field: was }, { item: after.placed, field: is }, wording, setup);
  }
  const changed = change(role === 'rationale' ? 'rationale' : 'field', wording.before, wording.after, {
    label,
    words: wording.words,
  });
  const isMeant = (passage: Passage) => passage.role === role && passage.place === 'rationale';
  const findings = role === 'rationale' ? findingChanges(before, after, setup, label) : [];
  return [...findings, ...passageChanges(before, after, setup, label, isMeant), changed];
}

function findingChanges(before: LetterItem, after: LetterItem, setup: Setup, label: string): Change[] {
  const [was, is] = [findingOf(before, setup), findingOf(after, setup)];
  if (was?.finding.necessity.polarity === is?.finding.necessity.polarity) return [];
  return [change('finding', was?.said ?? null, is?.said ?? null, { label })];
}

function findingOf({ placed }: LetterItem, { vocabulary }: Setup): { finding: PlacedNecessity; said: Said } | null {
  const passage = passagesOf(placed.part, vocabulary).find(({ role }) => role === 'rationale');
  const finding = passage && conclusionOf(passage.sentences).finding;
  return finding ? { finding, said: said({ text: passage.text, start: placed.start }, finding.span) } : null;
}
