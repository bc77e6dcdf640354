import { t } from '../../words/translate';
import type { Slip } from './grammarSlips';

/** With what stands before it, so that letters in brackets and lists are told from articles. */
const ARTICLE = /(^|[\s("\u201c])([Aa]n?) (?=([\w][\w-]{0,30}))/g;

/** "A MRI", "an brace". Words whose first sound their letters do not tell are left alone. */
export function* articleSlips(text: string): Generator<Slip> {
  for (const match of text.matchAll(ARTICLE)) {
    const [, gap = '', article = '', word = ''] = match;
    const start = match.index + gap.length;
    const isFirst = start === 0;
    // Within a sentence a capital is a name: vitamin A, grade A.
    if ((article.startsWith('A') && !isFirst) || SMALL.test(word)) continue;
    const isAn = article.length === 2;
    if (!(isAn ? CONSONANT : VOWEL).test(word)) continue;
    const right = isAn ? article.slice(0, 1) : `${article}n`;
    yield {
      span: { start, end: start + article.length },
      message: t(
        '"{0}" does not go before "{1}". Readers stumble over it, and wonder whether another word was meant. Write "{2} {1}".',
        article,
        word,
        right,
      ),
      choices: [right],
    };
  }
}

/**
 * Words that begin with the sound of a vowel: abbreviations that are spelled out, and numbers, as they are read. Of "u" and
 * "eu" the letters do not tell.
 */
const VOWEL =
  /^(?:(?!one\b|once\b|eu|ewe)[aeio][a-z]{2,}|(?!ONE|EU|E[WU])[AEIO][A-Z]{1,4}s?\b|(?:MRI|MRA|NSAID|NCS|NCV|FCE|FDA|RFA|LSO|LCL|MCL|SSRI|SNRI)s?\b|[HX]-|x-ray|[LS]\d|8|1[18](?!\d))/;
/** "H" may be silent; four small letters are no abbreviation, except one. */
const CONSONANT = /^(?!nsaid)[bcdfgjklmnpqrstvwyz][a-z]{3,}/;
/** Before these "a" is a letter, or a word is missing. */
const SMALL =
  /^(?:and|are|any|all|also|another|as|at|about|above|after|again|along|each|either|else|even|ever|if|in|into|is|it|its|of|off|on|only|onto|or|out|over)\b/i;
