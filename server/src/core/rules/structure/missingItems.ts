import { t } from '../../words/translate';
import { insertBefore, lineEndOf } from '../edits';
import type { LetterRule } from '../rule';
import { itemText } from '../standardText';
import { headingSpan } from './sections';

export const rule: LetterRule = {
  id: 'missing-items',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'The section of the disputed items has no item.',
  fix: 'offered',
  check(letter, { profile }, report) {
    const section = letter.sections.find(s => s.part.sectionKind === 'issues');
    // Labels without a title above them are reported where they stand.
    if (!section || letter.items.length > 0 || section.part.strayLabels.length > 0) return;
    const { marked } = section.part.heading;
    report({
      span: headingSpan(section),
      message: marked
        ? t(
            'This section decides nothing: it has no disputed item. A letter decides at least one. Begin each with its title on a line of its own, marked "##".',
          )
        : t(
            'This section decides nothing: it has no disputed item. A letter decides at least one. Begin each with its title on a line of its own.',
          ),
      fixes: () => {
        const style = { marked, lineEnd: lineEndOf(letter.source.text) };
        const { per, decisions } = profile.profile.items;
        return (per === 'case' ? [null] : decisions).map(decision => ({
          title: decision ? t('Add an item, "{0}"', decision.word) : t('Add an item'),
          safe: false,
          edits: [insertBefore(letter, letter.parts.indexOf(section) + 1, itemText(decision, profile.profile, style))],
        }));
      },
    });
  },
};
