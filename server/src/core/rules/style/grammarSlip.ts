import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';
import { grammarSlipsIn } from './grammarSlips';

export const rule: SentenceRule = {
  id: 'grammar-slip',
  group: 'style',
  scope: 'sentence',
  places: ['summary', 'section', 'title', 'guidelineLine', 'rationale'],
  severity: 'hint',
  summary: 'Small words that cannot stand so: "of for", "there was nor", "a MRI", "21th", "the guidelines states".',
  fix: 'offered',
  check(sentence, _context, report) {
    for (const { span, message, choices } of sentence.of(grammarSlipsIn)) {
      report({
        span,
        message,
        fixes: () => choices.map(text => ({ title: t('Write "{0}"', text), safe: false, edits: [{ span, text }] })),
      });
    }
  },
};
