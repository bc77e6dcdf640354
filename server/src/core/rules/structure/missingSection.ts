import type { SectionDefinition } from '../../profile/schema';
import { t } from '../../words/translate';
import { insertBefore, lineEndOf } from '../edits';
import type { LetterRule } from '../rule';
import { sectionText } from '../standardText';
import { isEmpty, knownSections, placeOf } from './sections';

export const rule: LetterRule = {
  id: 'missing-section',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'A section that every letter of the profile has is absent.',
  fix: 'offered',
  check(letter, { profile }, report) {
    if (isEmpty(letter)) return;
    const known = knownSections(letter);
    const missing = profile.profile.sections.filter(s => s.required && !known.has(s));
    const insert = (sections: typeof missing) => {
      const style = {
        marked: letter.sections.length === 0 || letter.sections.some(s => s.part.heading.marked),
        lineEnd: lineEndOf(letter.source.text),
      };
      return sections.map(section =>
        insertBefore(letter, placeOf(section, letter, known).index, sectionText(section, profile.profile, style)),
      );
    };
    // Items that stand in no section of their own would become text of this one, put before them alone.
    const takesItems = (section: SectionDefinition) =>
      section.kind === 'how-made' && letter.items.length > 0 && missing.some(s => s.kind === 'issues');
    for (const section of missing) {
      report({
        span: placeOf(section, letter, known).near,
        message: t(
          'The letter has no section "{0}". It is incomplete without it, and readers look for it by its heading. Add the section.',
          section.heading,
        ),
        fixes: () => {
          const one = { title: t('Add the section "{0}"', section.heading), safe: false, edits: insert([section]) };
          if (missing.length === 1) return [one];
          const all = { title: t('Add all {0} missing sections', missing.length), safe: false, edits: insert(missing) };
          return takesItems(section) ? [all] : [one, all];
        },
      });
    }
  },
};
