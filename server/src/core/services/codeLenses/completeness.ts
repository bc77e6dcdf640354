import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import { partIndexAt } from '../../rules/partIndexAt';
import type { Finding } from '../../rules/rule';
import { caseDecisionOf } from '../../rules/structure/caseDecision';
import { type Span, shift } from '../../text/span';
import { itemLacks, type Lack } from '../lacks';
import { count, type Lens } from './lens';

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
  const items = `${complete} of ${count(states.length, 'item')}`;
  const decided = caseDecisionOf(letter)?.match?.definition ? 'the case is decided' : 'the case is not decided';
  const text = isDecidedByItem(letter) ? `${items} decided and complete` : `${items} complete, ${decided}`;
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
  if (lacks.length > 0) return `${isDecided ? 'Decided, lacks' : 'Lacks'} ${listed(lacksInWords(lacks))}`;
  if (errors.length > 0) return `${isDecided ? 'Decided, ' : ''}${count(errors.length, 'problem')} to mend`;
  return isDecided ? 'Decided, complete' : 'Complete';
}

function isDecidedByItem({ profile }: Letter): boolean {
  return profile.profile.items.per === 'item';
}

function lacksInWords(lacks: readonly Lack[]): string[] {
  const placeholders = lacks.filter(({ kind }) => kind === 'placeholder').length;
  const others = lacks.filter(({ kind }) => kind !== 'placeholder').map(({ kind, name }) => name || `a ${kind}`);
  return [...new Set(others), ...(placeholders > 0 ? [`text for ${count(placeholders, 'placeholder')}`] : [])];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
