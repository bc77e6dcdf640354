import { RecentCache } from '../text/recentCache';
import type { Vocabulary } from '../vocabulary/schema';

/**
 * A sentence of folded text, wherever it stands. An unchanged sentence keeps its object while the text around it is
 * typed, so that what is worked out about it is worked out once.
 */
export class Sentence {
  private readonly known = new Map<(sentence: Sentence) => unknown, unknown>();

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {}

  /** What an aspect, a pure function declared once, says of the sentence. */
  of<T>(aspect: (sentence: Sentence) => T): T {
    if (this.known.has(aspect)) return this.known.get(aspect) as T;
    const value = aspect(this);
    this.known.set(aspect, value);
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
