import type { TextEdit } from '../../text/span';
import type { Vocabulary } from '../../vocabulary/schema';

/** A word that is broken at the end of a line; the break may be an empty line where every line has one. */
const BROKEN =
  /(?<![A-Za-z])([A-Za-z]+)(-|\u00ad)[ \t]*(?:\r\n|[\n\r\f])(?:[ \t\f]*(?:\r\n|[\n\r]))?[ \t]*([a-z]{2,})/g;

/** Ends of long words: a piece with one of them that is no word itself is the end of a broken word. */
const ENDS =
  /(?:tions?|sions?|ments?|ness|ity|ities|ically|ally|ology|itis|ectomy|plasty|oscopy|ography|able|ible|ative|ance|ence|ous|ical|ular)$/;

/** First parts of words that keep their hyphen. */
const FIRST_PARTS = new Set(
  'all anti bi co cross de e ex extra half hyper hypo ill in infra inter intra long low mid multi neo non off on one out over para peri pre post pro quasi re self semi short sub super supra trans tri two ultra un under uni well x'.split(
    ' ',
  ),
);

/** Those of them that stand with a hyphen and without. */
const EITHER_WAY = new Set(['anti', 'multi', 'non', 'post', 'semi']);

/** Puts words together that a program broke; a hyphen that belongs to its word stays. */
export function hyphenEdits(text: string, letter: string, vocabulary: Vocabulary): TextEdit[] {
  if (!/[-\u00ad][ \t]*[\n\r\f]/.test(text)) return [];
  const known = wordsOf(letter);
  for (const term of terms(vocabulary)) for (const word of wordsOf(term)) known.add(word);
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(BROKEN)) {
    const [whole, first = '', hyphen, last = ''] = match;
    if (isJoint(text, match.index)) continue;
    if (hyphen !== '\u00ad' && !isBroken(first.toLowerCase(), last, known)) continue;
    const start = match.index + first.length;
    edits.push({ span: { start, end: match.index + whole.length - last.length }, text: '' });
  }
  return edits;
}

/** The piece before the hyphen belongs to a word with hyphens: "over-the-". */
function isJoint(text: string, start: number): boolean {
  return /[\w-]/.test(text.charAt(start - 1));
}

function isBroken(first: string, last: string, known: ReadonlySet<string>): boolean {
  if (known.has(`${first}-${last}`)) return false;
  if (known.has(first + last)) return !EITHER_WAY.has(first);
  return !FIRST_PARTS.has(first) && !known.has(first) && !known.has(last) && ENDS.test(last);
}

/** The words of a text in lower case, those with a hyphen too; not the pieces of broken ones. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-z]+(?:-[A-Za-z]+)?/g)) words.add(word.toLowerCase());
  for (const [, first = '', , last = ''] of text.matchAll(BROKEN)) {
    words.delete(first.toLowerCase());
    words.delete(last);
  }
  return words;
}

function* terms(vocabulary: Vocabulary): Iterable<string> {
  for (const { terms: own = [] } of [...vocabulary.bodyParts, ...vocabulary.services]) yield* own;
  for (const { generic, brands = [] } of vocabulary.drugs) yield* [generic, ...brands];
  for (const { expansions } of vocabulary.abbreviations) yield* expansions;
}
