import type { Place } from '../facts/passages';
import type { ActiveRule, Setup } from '../setup';
import type { ItemRule, LetterRule, PartRule, Rule, SentenceRule, Sight } from './rule';

/** A rule that is switched on. */
export interface Active<R extends Rule> extends ActiveRule {
  readonly rule: R;
}

/**
 * Two readers look at a letter. The first one sees what it is made of, at every key; the second one reads what it says, and
 * waits until the writer pauses.
 */
export function isOfSecondReader({ group, waits }: Rule): boolean {
  return waits ?? (group !== 'structure' && group !== 'citations');
}

/** Rules of parts and items whose findings are kept until the same things change. */
export interface Batch {
  readonly isSecond: boolean;
  readonly sees: ReadonlySet<Sight>;
  readonly sparesLastField: boolean;
  readonly parts: readonly Active<PartRule>[];
  readonly items: readonly Active<ItemRule>[];
}

/** The rules of a setup by what they look at. */
export interface Batches {
  readonly batches: readonly Batch[];
  readonly sentences: ReadonlyMap<Place, readonly Active<SentenceRule>[]>;
  /** Of the letter as a whole: those that spare the last fields of items, the others, those of the second reader. */
  readonly spared: readonly Active<LetterRule>[];
  readonly whole: readonly Active<LetterRule>[];
  readonly second: readonly Active<LetterRule>[];
}

const known = new WeakMap<Setup, Batches>();

export function batchesOf(setup: Setup): Batches {
  let batches = known.get(setup);
  if (!batches) {
    batches = sortRules(setup.rules);
    known.set(setup, batches);
  }
  return batches;
}

function sortRules(rules: readonly ActiveRule[]): Batches {
  const batches = new Map<string, { -readonly [K in keyof Batch]: Batch[K] }>();
  const sentences = new Map<Place, Active<SentenceRule>[]>();
  for (const active of rules) {
    if (isScope(active, 'sentence')) {
      for (const place of active.rule.places) sentences.set(place, [...(sentences.get(place) ?? []), active]);
    } else if (isScope(active, 'part') || isScope(active, 'item')) {
      const { sees = [] } = active.rule;
      const sparesLastField = isScope(active, 'item') && active.rule.sparesLastField === true;
      const isSecond = isOfSecondReader(active.rule);
      const key = `${isSecond} ${[...sees].sort().join()} ${sparesLastField}`;
      const batch = batches.get(key) ?? { isSecond, sees: new Set(sees), sparesLastField, parts: [], items: [] };
      batches.set(key, batch);
      if (isScope(active, 'part')) batch.parts = [...batch.parts, active];
      else if (isScope(active, 'item')) batch.items = [...batch.items, active];
    }
  }
  const letter = rules.filter(active => isScope(active, 'letter'));
  const first = letter.filter(({ rule }) => !isOfSecondReader(rule));
  return {
    batches: [...batches.values()],
    sentences,
    spared: first.filter(({ rule }) => rule.sparesLastFields),
    whole: first.filter(({ rule }) => !rule.sparesLastFields),
    second: letter.filter(({ rule }) => isOfSecondReader(rule)),
  };
}

function isScope<S extends Rule['scope']>(
  active: ActiveRule,
  scope: S,
): active is Active<Extract<Rule, { readonly scope: S }>> {
  return active.rule.scope === scope;
}
