import type { Span } from '../text/span';
import type { TermMatch } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import { necessityOf, type Polarity } from './necessity';
import { type Sentence, sentenceOf } from './sentence';
import { termsOf } from './terms';

/** That a service stands or falls with another one, as a sentence says. Spans count in the sentence. */
export interface Dependence {
  readonly span: Span;
  /** The number of the item it names, from 1; null where it speaks of the surgery or of a primary procedure. */
  readonly item: number | null;
  /** What is said of the other service; null where nothing is. */
  readonly polarity: Polarity | null;
}

/** What a sentence says of another service that decides this one, in order; an aspect of it. */
export function dependenceOf(sentence: Sentence): readonly Dependence[] {
  const { text } = sentence;
  const found: Dependence[] = [];
  for (const match of text.matchAll(ON_ITEM)) {
    const item = Number(match[1]);
    found.push({ span: { start: match.index, end: match.index + match[0].length }, item, polarity: null });
  }
  for (const { subject, span, polarity } of sentence.of(necessityOf)) {
    if (!PRIMARY.test(text.slice(subject.start, subject.end))) continue;
    found.push({ span: { start: Math.min(subject.start, span.start), end: span.end }, item: null, polarity });
  }
  return found;
}

const ON_ITEM =
  /\b(?:depends|dependent|contingent|ancillary|follows)(?: (?:on|upon|to|from))? (?:the )?item (?:no\.? ?|number |#)?(\d{1,2})\b/gi;

/** The whole of what is said not to be necessary is a procedure, and no service that goes with one. */
const PRIMARY =
  /^(?:the |this |that |an? |any )?(?:(?:requested|proposed|planned|primary|main|underlying|associated|actual|index|recommended) )*(?:surger(?:y|ies)|surgical (?:procedure|intervention|treatment|request)s?|procedures?|operation|operative (?:procedure|intervention)|arthroscopy|arthroscopic (?:procedure|surgery))(?: itself)?$/i;

/** Whether a title names a surgery, and not what goes with one; an aspect of it. */
export function namesSurgery(title: Sentence): boolean {
  return !title.of(goesWithSurgery) && hasClass(title, SURGERY) && !hasClass(title, CONSULTATION);
}

/** Whether a title names what is requested along with a surgery; an aspect of it. */
export function goesWithSurgery(title: Sentence): boolean {
  return AROUND_SURGERY.test(title.text) || hasClass(title, SUPPORT);
}

const AROUND_SURGERY =
  /\b(?:pre|post|peri|intra)[- ]?(?:op|operative|operatively|surgical|surgery)\b|\bassociated (?:surgical )?services?\b|\bassistant surgeon\b|\bsurgical assistant\b/i;

/** Classes of the vocabulary. */
const SURGERY = 'surgery';
const SUPPORT = 'surgical-support';
const CONSULTATION = 'consultation';

function hasClass(title: Sentence, wanted: string): boolean {
  const classes = classesOf(title.vocabulary);
  return title.of(termsOf).some(term => term.kind === 'service' && classes.get(term.id) === wanted);
}

const classesKnown = new WeakMap<Vocabulary, ReadonlyMap<TermMatch['id'], string>>();

function classesOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  let classes = classesKnown.get(vocabulary);
  if (!classes) {
    classes = new Map(vocabulary.services.map(service => [service.id, service.class]));
    classesKnown.set(vocabulary, classes);
  }
  return classes;
}

/** The items, by number from 0, that item `index` can depend on: the surgeries among the others. */
export function surgeriesBeside(titles: readonly string[], index: number, vocabulary: Vocabulary): number[] {
  return titles.flatMap((title, number) =>
    number !== index && sentenceOf(title, vocabulary).of(namesSurgery) ? [number] : [],
  );
}
