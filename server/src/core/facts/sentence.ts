import { RecentCache } from '../text/recentCache';
import type { Vocabulary } from '../vocabulary/schema';

/**
 * A sentence of folded text, wherever it stands. An unchanged sentence keeps its object while the text around it is
 * typed, so that what is worked out about it is worked out once.
 */
export class Sentence {
  /** A handful: a list is smaller, and found in faster, than a map. */
  private readonly keys: object[] = [];
  private readonly values: unknown[] = [];

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {}

  /** What an aspect, a pure function declared once, says of the sentence. */
  of<T>(aspect: (sentence: Sentence) => T): T {
    return this.kept(aspect, () => aspect(this));
  }

  /** What was made for the sentence under this key. */
  kept<T>(key: object, make: () => T): T {
    const known = this.keys.indexOf(key);
    if (known >= 0) return this.values[known] as T;
    const value = make();
    this.keys.push(key);
    this.values.push(value);
    return value;
  }
}

const sentencesKnown = new WeakMap<Vocabulary, RecentCache<Sentence>>();
const MOST = 20_000;

/** The sentence of this text. */
export function sentenceOf(text: string, vocabulary: Vocabulary): Sentence {
  let sentences = sentencesKnown.get(vocabulary);
  if (!sentences) {
    sentences = new RecentCache(MOST);
    sentencesKnown.set(vocabulary, sentences);
  }
  return sentences.get(text, own => new Sentence(own, vocabulary));
}
