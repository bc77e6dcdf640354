import { distance } from 'fastest-levenshtein';
import type { CompiledProfile, Name } from '../profile/compiled';
import type { DecisionDefinition } from '../profile/schema';
import { squeeze } from '../text/words';

/** A word of the letter recognised as a name of the profile: `exact`, by one of its aliases, or as a near miss. */
export interface NameMatch<T> {
  readonly definition: T;
  readonly spelling: 'exact' | 'alias' | 'near';
  /** The name as the profile prints it. */
  readonly printed: string;
}

/** How many single-character slips a name of this length may hold and still be meant. */
function slipsAllowed(length: number): number {
  return length < 8 ? 1 : length < 14 ? 2 : 3;
}

export function matchName<T>(squeezed: string, names: readonly Name<T>[], allowNear: boolean): NameMatch<T> | null {
  for (const name of names) {
    if (name.squeezed === squeezed) {
      return { definition: name.definition, spelling: name.canonical ? 'exact' : 'alias', printed: name.printed };
    }
  }
  if (!allowNear || squeezed.length < 6) return null;
  let best: Name<T> | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const allowed = slipsAllowed(name.squeezed.length);
    if (Math.abs(name.squeezed.length - squeezed.length) > allowed) continue;
    const slips = distance(name.squeezed, squeezed);
    if (slips <= allowed && slips < fewest) {
      best = name;
      fewest = slips;
    }
  }
  return best && { definition: best.definition, spelling: 'near', printed: best.printed };
}

export interface DecisionMatch {
  /** `wrong` is a word on the profile's list of words that are no decision here. */
  readonly match: 'exact' | 'near' | 'wrong';
  readonly definition: DecisionDefinition | null;
  readonly advice: string | null;
}

/** What the words behind a title's last colon mean as a decision, or null if they are none. */
export function matchDecision(words: string, profile: CompiledProfile): DecisionMatch | null {
  const squeezed = squeeze(words).replace(/[*_.]+/g, '');
  if (squeezed.length < 4 || squeezed.length > 40) return null;
  const exact = profile.decisions.get(squeezed);
  if (exact) return { match: 'exact', definition: exact, advice: null };
  const advice = profile.wrongDecisions.get(squeezed);
  if (advice !== undefined) return { match: 'wrong', definition: null, advice };
  for (const [word, definition] of profile.decisions) {
    if (Math.abs(word.length - squeezed.length) > 2) continue;
    const slips = distance(word, squeezed);
    // Another first letter is another word more often than a slip.
    if (slips <= 1 || (slips <= (word.length < 10 ? 2 : 3) && word[0] === squeezed[0])) {
      return { match: 'near', definition, advice: null };
    }
  }
  return null;
}
