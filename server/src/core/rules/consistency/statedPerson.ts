import type { CaseFact, CaseFacts } from '../../facts/caseFacts';
import type { Sex } from '../../facts/sex';

/** What the summary states first of the worker, and where: the index of the fact in `case.facts`. */
export interface Stated<T> {
  readonly value: T;
  readonly fact: number;
  /** All that it states, where it contradicts itself. */
  readonly all: ReadonlySet<T>;
}

/** The worker's age, in years. */
export function statedAge(known: CaseFacts): Stated<number> | null {
  return stated(known, fact => (fact.kind === 'age' ? fact.years : null));
}

export function statedSex(known: CaseFacts): Stated<Sex> | null {
  return stated(known, fact => (fact.kind === 'sex' ? fact.sex : null));
}

function stated<T>({ facts }: CaseFacts, read: (fact: CaseFact) => T | null): Stated<T> | null {
  let first: { readonly value: T; readonly fact: number } | null = null;
  const all = new Set<T>();
  for (const [fact, one] of facts.entries()) {
    const value = read(one);
    if (value === null) continue;
    first ??= { value, fact };
    all.add(value);
  }
  return first && { ...first, all };
}
