import { t } from '../../words/translate';
import { mergeBefore } from '../edits';
import type { LetterRule } from '../rule';
import { endOfSection, headingSpan, knownSections } from './sections';

export const rule: LetterRule = {
  id: 'duplicate-section',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'A section that stands twice in the letter.',
  fix: 'offered',
  check(letter, _context, report) {
    const known = knownSections(letter);
    for (const section of letter.sections) {
      const definition = section.part.heading.match?.definition;
      const first = definition && known.get(definition);
      if (!first || first === section) continue;
      report({
        span: headingSpan(section),
        message: t(
          'This is a second section "{0}". A letter has each section once; of two, a reader may miss one. Move what stands here into the first one, and delete this heading.',
          definition.heading,
        ),
        related: [{ span: headingSpan(first), message: t('The first one.') }],
        fixes: () => {
          const from = letter.parts.indexOf(section);
          const index = endOfSection(letter, letter.parts.indexOf(first));
          const edits = mergeBefore(letter, from, endOfSection(letter, from), index);
          return [{ title: t('Merge it into the first one'), safe: false, edits }];
        },
      });
    }
  },
};
