import { type Disputed, shareTreatment, treatmentsOf } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { looksElsewhere, regionsOf, speaksOfCase } from '../../facts/regions';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import { lowerCase } from '../../text/lowerCase';
import type { Span } from '../../text/span';
import type { ItemContext } from '../context';
import { partsAskedFor } from './partMentions';
import { sideMentions } from './sideMentions';
import {
  areOnPrimary,
  bearingOf,
  itemsNaming,
  namesTreatmentOf,
  otherItemOf,
  type Phrase,
  phrasesIn,
  titleOf,
} from './subjects';

/** A place of the rationale that speaks of another item; offsets in the rationale. */
export interface Stray {
  readonly span: Span;
  /** The item's number, from 0. */
  readonly item: number;
}

/**
 * Where a rationale speaks of another item instead of its own: each phrase that asks for that item's service, side or body
 * part; or else the first place that names another item's treatment in a rationale that names nothing of its own title.
 */
export function straysIn(rationale: Passage, disputed: Disputed, context: ItemContext): Stray[] {
  const { vocabulary } = context;
  const bySide = sideMentions(rationale, disputed, vocabulary).flatMap(({ asked }) => asked ?? []);
  const byPart = partsAskedFor(rationale, disputed, context).flatMap(({ phrase }) => phrase ?? []);
  const named = new Map<number, Stray>();
  for (const phrase of [...bySide, ...byPart, ...otherTreatments(rationale, disputed, context)]) {
    const item = otherItemOf(phrase, context);
    const span = wordsOf(phrase);
    if (item !== null) named.set(span.start, { span, item });
  }
  if (named.size > 0) return [...named.values()];
  const spokenOf = onlyOther(rationale, disputed, context);
  return spokenOf ? [spokenOf] : [];
}

/** The phrase without the white space at its ends, in the rationale. */
function wordsOf({ start, span, sentence }: Phrase): Span {
  const words = sentence.text.slice(span.start, span.end);
  const from = start + span.start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

/**
 * The findings on services or drugs of which none is the title's, where there is no finding on these; and those that
 * repeat another item's title.
 */
function otherTreatments(rationale: Passage, disputed: Disputed, context: ItemContext): Phrase[] {
  const findings = phrasesIn(rationale).filter(({ kind }) => kind === 'finding' || kind === 'reason');
  const isOwnFound =
    disputed.treatments.size === 0 ||
    findings.some(phrase => phrase.kind === 'reason' || (!phrase.isWeak && namesTreatmentOf(phrase, disputed)));
  return findings.filter(phrase => {
    const { kind, treatments } = phrase;
    if (kind === 'reason' || treatments.size === 0) return false;
    if (areOnPrimary(phrase.treatments, disputed)) return false;
    const others = itemsNamedIn(phrase, context);
    const fitting = others.filter(number => hasAll(titleOf(number, context), treatments));
    return fitting.some(number => !isOwnFound || repeatsTitle(phrase, number, context));
  });
}

/** The numbers of other items whose titles name a service or drug of the phrase. */
function itemsNamedIn({ span, sentence }: Phrase, context: ItemContext): number[] {
  const terms = sentence.of(termsOf).filter(({ start, end }) => start >= span.start && end <= span.end);
  return [...new Set(terms.flatMap(term => itemsNaming(term, context)))];
}

function hasAll(title: Disputed | null, treatments: ReadonlySet<string>): boolean {
  return title !== null && [...treatments].every(one => title.treatments.has(one));
}

/** Whether the phrase repeats that item's title and not this one's, as far as they differ. */
function repeatsTitle({ span, sentence }: Phrase, number: number, { items, title }: ItemContext): boolean {
  const words = lowerCase(sentence.text.slice(span.start, span.end));
  const own = lowerCase(title.text.text);
  const other = lowerCase(items[number]?.title ?? '');
  return words.includes(other) && !words.includes(own) && !own.includes(other);
}

/** What a sentence on this case names of another item, where the rationale names nothing of its own title. */
function onlyOther(rationale: Passage, disputed: Disputed, context: ItemContext): Stray | null {
  if (disputed.treatments.size === 0 || follows(rationale, context)) return null;
  if (rationale.sentences.some(({ sentence }) => namesOwn(sentence, disputed))) return null;
  for (const { start, sentence } of rationale.sentences) {
    if (!sentence.of(speaksOfCase) || sentence.of(looksElsewhere)) continue;
    for (const term of sentence.of(termsOf)) {
      const [item] = itemsNaming(term, context);
      if (item === undefined || areOnPrimary(treatmentsOf([term], context.vocabulary), disputed)) continue;
      return { span: { start: start + term.start, end: start + term.end }, item };
    }
  }
  return null;
}

function namesOwn(sentence: Sentence, disputed: Disputed): boolean {
  if (shareTreatment(sentence.of(treatmentsNamed), disputed.treatments)) return true;
  return sentence.of(regionsOf).some(({ part }) => bearingOf(part, disputed, sentence.vocabulary).isOwn);
}

function treatmentsNamed(sentence: Sentence): ReadonlySet<string> {
  return treatmentsOf(sentence.of(termsOf), sentence.vocabulary);
}

/** Words by which an item is said to follow another: then it is decided by what is said of that one. */
const FOLLOWS =
  /\b(?:associated|ancillary|accompanying|dependent|primary (?:procedure|surgery|service|request)|peri-?operative|pre-?op(?:erative)?|post-?op(?:erative)?)\b/i;

function saysThatItFollows({ text }: Sentence): boolean {
  return FOLLOWS.test(text);
}

function follows({ sentences }: Passage, { title, vocabulary }: ItemContext): boolean {
  const all = [sentenceOf(title.text.text, vocabulary), ...sentences.map(({ sentence }) => sentence)];
  return all.some(sentence => sentence.of(saysThatItFollows));
}
