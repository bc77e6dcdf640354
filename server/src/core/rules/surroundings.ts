import { type CaseFacts, caseFacts, summaryOf } from '../facts/caseFacts';
import { type ItemHeads, itemHeads } from '../facts/itemHeads';
import { type LetterFacts, letterFacts } from '../language/facts';
import type { Letter } from '../language/letter';
import { type Skeleton, skeletonOf } from '../language/skeleton';
import type { HeaderPart, SectionPart } from '../language/tree';
import { RecentCache } from '../text/recentCache';
import type { Vocabulary } from '../vocabulary/schema';
import type { Reader } from './reports';

/** What the parts of a letter may see of the rest of it. */
export interface Surroundings {
  readonly facts: LetterFacts;
  readonly case: CaseFacts;
  readonly items: ItemHeads;
  /** The same object for as long as no fact changed, whatever became of their places. */
  readonly version: object;
  /** Short keys of the three, equal for equal facts. */
  readonly keys: Readonly<Record<'facts' | 'case' | 'items', string>>;
}

interface Kept {
  readonly skeleton: Skeleton;
  readonly summary: SectionPart | null;
  readonly vocabulary: Vocabulary;
  readonly surroundings: Surroundings;
}

const known = new WeakMap<HeaderPart, Kept>();

/**
 * The surroundings of the letter's parts: those of before the edit where it left them as they were. The first reader does
 * without what an edit did to the summary.
 */
export function surroundingsOf(letter: Letter, vocabulary: Vocabulary, reader: Reader): Surroundings {
  const header = letter.header.part;
  const skeleton = skeletonOf(letter);
  const summary = summaryOf(letter)?.part ?? null;
  const kept = known.get(header);
  const before = kept?.vocabulary === vocabulary ? kept : null;
  const isFirst = reader === 'first' && before !== null;
  if (before?.skeleton === skeleton && (before.summary === summary || isFirst)) return before.surroundings;
  const facts = letterFacts(letter);
  const ofCase = isFirst ? before.surroundings.case : caseFacts(letter, vocabulary);
  const items = itemHeads(letter);
  const was = before?.surroundings;
  const isSame = was?.facts.key === facts.key && was.case.key === ofCase.key && was.items.key === items.key;
  const keys = { facts: facts.key, case: shortKey(ofCase.key), items: shortKey(items.key) };
  const surroundings = { facts, case: ofCase, items, keys, version: (isSame && was?.version) || {} };
  known.set(header, { skeleton, summary: isFirst ? before.summary : summary, vocabulary, surroundings });
  return surroundings;
}

const shortKeys = new RecentCache<string>(100);
let shortKeysMade = 0;

/** Many parts keep the key of what they saw, and long summaries have long keys. */
function shortKey(key: string): string {
  return key.length < 20 ? key : shortKeys.get(key, () => `#${++shortKeysMade}`);
}
