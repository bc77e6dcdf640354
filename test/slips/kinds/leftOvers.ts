import type { Kind, Slip } from '../slip';
import { type Span, sentencesOf } from '../text';

const sentences = [
  'The request was dated [[date]].',
  'Work status is TBD.',
  'The pain level was ____ out of 10.',
  'The patient stated that he/she was not improved.',
  'The dose was XXX mg daily.',
  'Findings: [[findings]].',
  'The patient has a(n) ongoing complaint.',
  'TODO: add the imaging report.',
];

export const kinds: readonly Kind[] = [
  {
    id: 'placeholder',
    about: 'a placeholder or template text stands in the summary or a rationale',
    rules: ['unfilled-placeholder'],
    plant: (letter, random) => {
      const spans: Span[] = letter.items.map(item => item.rationale.value);
      if (letter.summary) spans.push(letter.summary.body);
      return spans.flatMap((span): Slip[] => {
        const [first] = sentencesOf(letter.text, span);
        if (!first) return [];
        return [{ edits: [{ start: first.end, end: first.end, text: ` ${random.pick(sentences)}` }] }];
      });
    },
  },
  {
    id: 'open-comment',
    about: 'a comment that is not closed',
    rules: ['unclosed-comment'],
    plant: (letter, random) => {
      const spans: Span[] = letter.items.map(item => item.rationale.value);
      if (letter.summary) spans.push(letter.summary.body);
      return spans.map(({ end }): Slip => {
        const note = random.pick(['check this', 'ask for the report', 'shorten']);
        return { edits: [{ start: end, end, text: ` <!-- ${note}` }] };
      });
    },
  },
];
