import type { Span } from '../text/span';
import { quotesIn } from './quotes';
import { sexNounsIn } from './sexNouns';

export type Sex = 'male' | 'female';

/** A word that says someone's sex. */
export interface SexWord {
  /** UTF-16 offsets in the text. */
  readonly span: Span;
  readonly sex: Sex;
  /**
   * `noun`: says it of the worker ("46 year old male", "this gentleman", "Mr." at the head of a sentence); `pronoun`: a
   * form of he or she, of whomever.
   */
  readonly kind: 'noun' | 'pronoun';
}

const PRONOUNS = /\b(?:[Hh](?:e|im|is|imself)|[Ss]he|[Hh]er(?:s|self)?)\b/g;

/** One of two: "he or she", "his/her". */
const OTHER_BEHIND = /^(?: (?:or|and) | ?[([/] ?)(?:s?he|him|his|hers?|himself|herself)\b/i;
const OTHER_BEFORE = /\b(?:s?he|him|his|hers?|himself|herself)(?: (?:or|and) | ?[([/] ?)$/i;
/** An author: "He et al.", "(He, 2004)", "He J,", "He and Chen". */
const AUTHOR_BEHIND = /^(?:,? et al|,? [A-Z]{1,3}\b(?!['’])[.,]|,? \(?\d{4}|,? (?:and|&) [A-Z][a-z])/;

/** The words that say the worker's sex, and the pronouns of he and she, in order. Linear. */
export function sexWordsIn(text: string): readonly SexWord[] {
  const words: SexWord[] = sexNounsIn(text);
  const quotes = quotesIn(text).spans;
  let quote = 0;
  for (const { 0: word, index: start } of text.matchAll(PRONOUNS)) {
    const end = start + word.length;
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= start) quote++;
    if ((quotes[quote]?.start ?? end) < end || !isPronoun(text, start, end)) continue;
    words.push({ span: { start, end }, sex: /^h(?:e|im|is|imself)$/i.test(word) ? 'male' : 'female', kind: 'pronoun' });
  }
  return words.sort((a, b) => a.span.start - b.span.start);
}

/** The words of a sentence that say someone's sex. */
export function sexWordsOf({ text }: { readonly text: string }): readonly SexWord[] {
  return sexWordsIn(text);
}

function isPronoun(text: string, start: number, end: number): boolean {
  if (/[/)-]/.test(text[start - 1] ?? '') || /[/(-]/.test(text[end] ?? '')) return false;
  const behind = text.slice(end, end + 20);
  if (OTHER_BEHIND.test(behind) || OTHER_BEFORE.test(text.slice(Math.max(0, start - 20), start))) return false;
  return (
    !/[A-Z]/.test(text[start] ?? '') ||
    !(AUTHOR_BEHIND.test(behind) || /[bB]undle of $/.test(text.slice(Math.max(0, start - 10), start)))
  );
}
