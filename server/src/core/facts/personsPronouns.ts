import type { Span } from '../text/span';
import { type AgeFact, agesOf } from './ages';
import { type Person, personsOf } from './persons';
import { ownerOf, speakerOf } from './personsVerbs';
import { quotesOf } from './quotes';
import type { Sentence } from './sentence';
import type { PlacedSentence } from './sentences';
import { type SexWord, sexWordsOf } from './sex';
import { termsOf } from './terms';

/** Whom the sentences so far were about: the worker alone, the worker and a provider, or someone else or people at large. */
type About = 'worker' | 'provider' | 'unclear';

/** A pronoun, and whom the sentences before have to be about for it to be the worker. */
interface Reading {
  readonly word: SexWord;
  readonly where: readonly About[];
}

interface SentenceReading {
  readonly pronouns: readonly Reading[];
  /** Whom the text is about behind the sentence; null: as before. */
  readonly after: About | null;
}

/** A sentence, and the pronouns of it that speak of the worker. */
export interface WorkerPronouns extends PlacedSentence {
  /** Never empty. */
  readonly words: readonly SexWord[];
}

/**
 * The pronouns of a text that certainly speak of the worker, by sentence. Where a provider, a relative or anyone else may
 * be meant, none is given.
 */
export function workerPronouns(sentences: readonly PlacedSentence[]): readonly WorkerPronouns[] {
  const found: WorkerPronouns[] = [];
  let about: About = 'worker';
  let isQuoted = false;
  for (const { start, sentence } of sentences) {
    const quotes = sentence.of(quotesOf);
    const isWithin: boolean = isQuoted && !quotes.closes;
    isQuoted = quotes.opens || isWithin;
    if (isWithin) continue;
    const { pronouns, after } = sentence.of(readingOf);
    const now: About = about;
    const words = pronouns.filter(({ where }) => where.includes(now)).map(({ word }) => word);
    if (words.length > 0) found.push({ start, sentence, words });
    about = after ?? about;
  }
  return found;
}

const ANYWHERE: readonly About[] = ['worker', 'provider', 'unclear'];
const BESIDE_PROVIDER: readonly About[] = ['worker', 'provider'];
const WORKER_ONLY: readonly About[] = ['worker'];

function readingOf(sentence: Sentence): SentenceReading {
  const persons = sentence.of(personsOf);
  const acting = persons.filter(person => person.acts);
  const after = aboutAfter(sentence, persons, acting);
  const words = sentence.of(sexWordsOf).filter(({ kind }) => kind === 'pronoun');
  if (words.length === 0 || isOfAll(sentence.text)) return { pronouns: [], after };
  const pronouns: Reading[] = [];
  const hasProvider = persons.some(({ role }) => role === 'provider');
  let index = 0;
  for (const word of words) {
    while ((acting[index]?.span.start ?? Number.POSITIVE_INFINITY) < word.span.start) index++;
    const nearest = acting[index - 1];
    if (nearest?.role === 'relative' || nearest?.role === 'other') break;
    const where = placesOf(sentence, word, nearest, acting[index], hasProvider);
    if (where.length > 0) pronouns.push({ word, where });
  }
  return { pronouns, after };
}

/** Whom the sentences before have to be about for the pronoun to be the worker, between these two persons. */
function placesOf(
  sentence: Sentence,
  { span }: SexWord,
  nearest: Person | undefined,
  next: Person | undefined,
  hasProvider: boolean,
): readonly About[] {
  const { text } = sentence;
  const speaks = speakerOf(text, span) ?? ownerOf(text, span, sentence.of(termsOf));
  if (nearest?.role === 'provider') return speaks === 'worker' ? ANYWHERE : [];
  if (nearest?.role === 'worker') return speaks === 'provider' && hasProvider ? [] : ANYWHERE;
  if (speaks === 'provider' || mayPointAhead(text, span, next)) return [];
  if (IN_THIS_CASE.test(text.slice(0, span.start))) return ANYWHERE;
  return speaks === 'worker' ? BESIDE_PROVIDER : WORKER_ONLY;
}

/** "In her report, Dr. Roe wrote": the person meant can stand behind the pronoun. */
function mayPointAhead(text: string, { start, end }: Span, ahead: Person | undefined): boolean {
  if (!ahead || ahead.role === 'worker') return false;
  if (!/^s?he$/i.test(text.slice(start, end))) return start > 0;
  return start > 0 && /^(?:when|while|after|before|since|if|as|because|although|though|once|until)\b/i.test(text);
}

function aboutAfter(sentence: Sentence, persons: readonly Person[], acting: readonly Person[]): About | null {
  const { text } = sentence;
  if (isOfAll(text) || acting.some(person => isThird(person, text))) return 'unclear';
  const first = acting[0]?.role;
  if (first === 'worker' || IN_THIS_CASE.test(text) || sentence.of(agesOf).some(isWorkers)) return 'worker';
  if (first === undefined) return persons.length > 0 ? 'provider' : null;
  return first === 'provider' ? 'provider' : 'unclear';
}

/** A relative, or one other person: "a coworker", but not "patients". */
function isThird({ role, span }: Person, text: string): boolean {
  return role === 'relative' || (role === 'other' && !/(?:s|en|people)$/i.test(text.slice(span.start, span.end)));
}

function isWorkers({ whose }: AgeFact): boolean {
  return whose === 'worker';
}

const IN_THIS_CASE = /^in this (?:case|instance)\b/i;
const OF_ALL =
  /\bguidelines?\b|\bliterature\b|\bchapter\b|\bcriteria\b|\bet al\b|\b(?:is|are)(?: not| only| also| generally)? (?:recommended|indicated|advised|contraindicated)\b/i;
const SOURCE_SAYS = /\b[A-Z]{3,8}\b[^.]{0,60}?\b(?:state|recommend|note|advise|require|suggest|support)s?\b/;

/** Whether the sentence says what holds for everybody, as a guideline does. */
function isOfAll(text: string): boolean {
  return (OF_ALL.test(text) || SOURCE_SAYS.test(text)) && !/\bthis\b/i.test(text);
}
