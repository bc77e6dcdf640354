import type { GuidelineGrammar } from '../../citations/grammar';
import { speaksOfCase } from '../../facts/regions';
import { requestedOf } from '../../facts/requested';
import type { Sentence } from '../../facts/sentence';
import { courseAt } from '../../facts/treatmentCourse';
import { mentionsOf } from '../../rules/citations/mentions';
import { lowerCase } from '../../text/lowerCase';
import { contains, type Span } from '../../text/span';
import { isWordCharacter } from '../../text/words';

/** Where whole words of a text are the phrase, in any letter case; both are folded. */
export function phrasesIn(text: string, phrase: string): Span[] {
  const lower = lowerCase(text);
  const wanted = lowerCase(phrase);
  const found: Span[] = [];
  for (let at = lower.indexOf(wanted); at >= 0 && wanted !== ''; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const isWhole =
      !(isWordCharacter(wanted.charCodeAt(0)) && isWordCharacter(lower.charCodeAt(at - 1))) &&
      !(isWordCharacter(wanted.charCodeAt(wanted.length - 1)) && isWordCharacter(lower.charCodeAt(end)));
    if (isWhole) found.push({ start: at, end });
  }
  return found;
}

/**
 * Whether the phrase at this place of a rationale's sentence means what is requested in its item: not what the worker had
 * before, nor what a guideline says in general, nor a part of the longer name of another item's service.
 */
export function meansRequest(
  sentence: Sentence,
  span: Span,
  otherServices: readonly string[],
  grammar: GuidelineGrammar | null,
): boolean {
  const { text } = sentence;
  const isPartOfOther = otherServices.some(service =>
    phrasesIn(text, service).some(other => isWithin(span, other) && other.end - other.start > span.end - span.start),
  );
  if (isPartOfOther) return false;
  const asked = sentence.of(requestedOf).filter(({ span: words }) => contains(words, span.start));
  if (asked.some(({ kind }) => kind !== 'argument' || speaksOfCase(sentence))) return true;
  const ofGuideline = /\bguidelines?\b/i.test(text) || (grammar !== null && mentionsOf(sentence, grammar).length > 0);
  return !ofGuideline && courseAt(sentence, span.start, span.end) === null && isParticular(text, span);
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** A number or several words: a single one may speak of anything of the kind. */
function isParticular(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return /\d/.test(words) || words.split(' ').length > 2;
}
