import { requestedOf } from '../../facts/requested';
import type { Sentence } from '../../facts/sentence';
import type { Span } from '../../text/span';

/** Behind these a phrase no longer says what is asked for, but what was done before, what a guideline allows, or why. */
const ENDS =
  /\b(?:exceed\w*|excessive|recommend\w*|guidelines?|above|beyond|than|instead|allow\w*|maximum|up to|when|added|addition to|plus|along with|after|following|prior|previous(?:ly)?|past|already|completed|received|attended|underwent|authori[sz]\w+|approved|certified|has|have|had|was|were|is|are|did|does|trial|rather|from|as (?:of|an?)|weaning|wean|taper\w*)\b/i;
/** With one of these it is another request, or this one changed. */
const OTHERS =
  /\b(?:original(?:ly)?|initial(?:ly)?|modif(?:y|ied|ication)|reduc(?:e|ed|tion)|decreas\w+|increas\w+|partial(?:ly)?|only|remaining|previous(?:ly)?|in the past|last (?:month|year)|instead|alternative)\b/i;

/** Words that name what is requested, counted in their sentence. */
export interface RequestWords extends Span {
  /** The sentence says whether it is necessary. */
  readonly isFinding: boolean;
}

/** The words of a sentence that name what is requested in this item; none where it is in doubt. */
export function requestWordsOf(sentence: Sentence): readonly RequestWords[] {
  const requested = sentence.of(requestedOf).filter(({ kind }) => kind !== 'argument');
  const { text } = sentence;
  return requested.flatMap(({ span: { start, end }, kind }) => {
    // What is found counts by its own clause, what is only asked for by the whole sentence.
    const clause = kind === 'request' ? text : text.slice(Math.max(0, text.lastIndexOf(', ', start)), end);
    if (OTHERS.test(clause)) return [];
    const words = text.slice(start, end);
    const length = ENDS.exec(words)?.index ?? words.length;
    return length > 0 ? [{ start, end: start + length, isFinding: kind === 'finding' }] : [];
  });
}
