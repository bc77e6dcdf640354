import { quotesOf } from '../../facts/quotes';
import type { Sentence } from '../../facts/sentence';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';

export const rule: SentenceRule = {
  id: 'plain-language',
  group: 'style',
  scope: 'sentence',
  places: ['summary', 'section', 'rationale'],
  severity: 'hint',
  summary: 'A sentence so long that the reader loses its thread.',
  fix: 'none',
  options: {
    words: { description: 'How many words a sentence, or a part of it up to a semicolon, may have.', default: 60 },
  },
  check(sentence, context, report) {
    const most = context.option<number>('words');
    for (const { span, words } of stretchesIn(sentence)) {
      if (words <= most) continue;
      report({
        span,
        message: t(
          '{0} words without a stop. The letter is written for the worker as well, and few readers follow a sentence of more than {1} words. Make two or three of it, or a list parted by semicolons.',
          words,
          most,
        ),
      });
    }
  },
};

interface Stretch {
  readonly span: Span;
  readonly words: number;
}

/** A sentence between its semicolons and colons; quoted words, which the writer cannot cut, are not counted. */
function stretchesIn(sentence: Sentence): readonly Stretch[] {
  const { text } = sentence;
  const quotes = sentence.of(quotesOf).spans;
  const stretches: Stretch[] = [];
  let start = 0;
  let words = 0;
  let quote = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const end = index + word.length;
    while ((quotes[quote]?.end ?? Number.POSITIVE_INFINITY) <= index) quote++;
    if (index < (quotes[quote]?.start ?? Number.POSITIVE_INFINITY) && /[\p{L}\d]/u.test(word)) words++;
    if (!/[;:]$/.test(word) && end < text.length) continue;
    stretches.push({ span: { start, end }, words });
    start = end + 1;
    words = 0;
  }
  return stretches;
}
