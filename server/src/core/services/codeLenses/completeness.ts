import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import { partIndexAt } from '../../rules/partIndexAt';
import type { Finding } from '../../rules/rule';
import { caseDecisionOf } from '../../rules/structure/caseDecision';
import { type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import { itemLacks, type Lack } from '../lacks';
import type { Lens } from './lens';

/** What stands in the way of an item: what it lacks, or the errors left in it. */
interface ItemState {
  readonly item: Placed<ItemPart>;
  readonly lacks: readonly Lack[];
  readonly errors: readonly Finding[];
}

/** Above the letter how many items are decided and complete, above each whether it is, or what it lacks. */
export function completenessLenses(letter: Letter, findings: readonly Finding[]): Lens[] {
  const errors = errorsByPart(letter, findings);
  const states = letter.items.map((item): ItemState => {
    return { item, lacks: itemLacks(item, letter.profile), errors: errors.get(item) ?? [] };
  });
  return states.length === 0 ? [] : [letterLens(letter, states), ...states.map(state => itemLens(letter, state))];
}

function errorsByPart(letter: Letter, findings: readonly Finding[]): ReadonlyMap<Placed, readonly Finding[]> {
  const errors = new Map<Placed, Finding[]>();
  for (const finding of findings) {
    const placed = letter.parts[partIndexAt(letter, finding.span.start)];
    if (finding.severity !== 'error' || !placed) continue;
    const own = errors.get(placed);
    if (own) own.push(finding);
    else errors.set(placed, [finding]);
  }
  return errors;
}

function letterLens(letter: Letter, states: readonly ItemState[]): Lens {
  const open = states.find(state => targetOf(state) !== null);
  const complete = states.filter(state => targetOf(state) === null).length;
  const items = states.length === 1 ? t('{0} of 1 item', complete) : t('{0} of {1} items', complete, states.length);
  const text = isDecidedByItem(letter)
    ? t('{0} decided and complete', items)
    : caseDecisionOf(letter)?.match?.definition
      ? t('{0} complete, the case is decided', items)
      : t('{0} complete, the case is not decided', items);
  return { kind: 'letter', span: { start: 0, end: 0 }, text, target: open ? targetOf(open) : null, guideline: null };
}

function itemLens(letter: Letter, state: ItemState): Lens {
  const { start, part } = state.item;
  const span = shift(part.title.span, start);
  return { kind: 'item', span, text: wordsFor(letter, state), target: targetOf(state), guideline: null };
}

function targetOf({ lacks, errors }: ItemState): Span | null {
  return lacks[0]?.span ?? errors[0]?.span ?? null;
}

function wordsFor(letter: Letter, { lacks, errors }: ItemState): string {
  const isDecided = isDecidedByItem(letter) && !lacks.some(({ kind }) => kind === 'decision');
  if (lacks.length > 0) {
    const lacking = listed(lacksInWords(lacks));
    return isDecided ? t('Decided, lacks {0}', lacking) : t('Lacks {0}', lacking);
  }
  const { length } = errors;
  if (length === 1) return isDecided ? t('Decided, 1 problem to mend') : t('1 problem to mend');
  if (length > 1) return isDecided ? t('Decided, {0} problems to mend', length) : t('{0} problems to mend', length);
  return isDecided ? t('Decided, complete') : t('Complete');
}

function isDecidedByItem({ profile }: Letter): boolean {
  return profile.profile.items.per === 'item';
}

function lacksInWords(lacks: readonly Lack[]): string[] {
  const placeholders = lacks.filter(({ kind }) => kind === 'placeholder').length;
  const others = lacks
    .filter(({ kind }) => kind !== 'placeholder')
    .map(({ kind, name }) => name || (kind === 'title' ? t('a title') : t('a decision')));
  const text = placeholders === 1 ? t('text for 1 placeholder') : t('text for {0} placeholders', placeholders);
  return [...new Set(others), ...(placeholders > 0 ? [text] : [])];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : t('{0} and {1}', words.slice(0, -1).join(', '), words.at(-1) ?? '');
}
