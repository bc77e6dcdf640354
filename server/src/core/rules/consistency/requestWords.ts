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
  return requested.flatMap(({ span, kind }) => {
    const { end } = span;
    const isFinding = kind === 'finding';
    const start = isFinding ? startOfSubject(text, span.start) : span.start;
    // What is found counts by its own clause, what is only asked for by the whole sentence.
    const clause = kind === 'request' ? text : text.slice(Math.max(0, text.lastIndexOf(', ', start)), end);
    if (OTHERS.test(clause)) return [];
    const words = text.slice(start, end);
    const length = ENDS.exec(words)?.index ?? words.length;
    return length > 0 ? [{ start, end: start + length, isFinding }] : [];
  });
}

const OPENERS =
  /^(?:as such|therefore|thus|hence|so|accordingly|consequently|however|overall|conversely|finally|as a result|in (?:summary|conclusion|this case)|at this time|(?:given|based|due|for|since|because|as|in|with|without|on|per|after|although|while) .*)$/i;
const MOST_COMMAS = 12;

/** Where the subject of a finding begins: what is requested may hold commas, "Drug 5%, drug 2% in a cream base is". */
function startOfSubject(text: string, start: number): number {
  let from = start;
  for (let count = 0; count < MOST_COMMAS; count++) {
    const comma = /[,:] ?$/.exec(text.slice(Math.max(0, from - 2), from));
    if (!comma) return from;
    const to = from - comma[0].length;
    const before = to > 0 ? text.lastIndexOf(', ', to - 1) : -1;
    const first = before < 0 ? 0 : before + 2;
    const segment = text.slice(first, to).trim();
    if (segment.length > LONGEST || OPENERS.test(segment) || ENDS.test(segment) || OTHERS.test(segment)) return from;
    from = first;
  }
  return from;
}

const LONGEST = 120;
