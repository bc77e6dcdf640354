import { endsSentence } from '../../text/words';
import type { Place } from './proposal';

const SENTENCE_START = /(?:^|[.!?:]["')\]]?\s+)([^.!?:]{0,60})$/;

/** What is typed of the sentence that the cursor stands at the end of, where the text from `start` on is plain prose; null elsewhere. */
export function sentenceSoFar({ before, offset, atLineEnd, letter }: Place, start: number): string | null {
  if (!atLineEnd || offset < start) return null;
  const typed = SENTENCE_START.exec(before)?.[1];
  if (typed === undefined) return null;
  const text = letter.source.text.slice(start, Math.max(start, offset - typed.length));
  // A standard text above may end in a colon.
  return text.trim() === '' || endsSentence(text) || /:\s*$/.test(text) ? typed : null;
}
