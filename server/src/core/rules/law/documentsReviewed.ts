import type { Letter } from '../../language/letter';
import { lowerCase } from '../../text/lowerCase';
import { squeeze } from '../../text/words';
import { t } from '../../words/translate';
import { insertion } from '../edits';
import type { LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'documents-reviewed',
  group: 'law',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'off',
  summary: 'The letter has no list of the documents reviewed.',
  fix: 'offered',
  check(letter, { profile: { profile }, facts: { lineEnd } }, report) {
    const names = profile.documentsReviewed;
    const [name] = names;
    const place = letter.sections.find(s => s.part.sectionKind === 'summary') ?? letter.sections[0];
    if (!name || !place || hasList(letter, names)) return;
    const { start, end } = place.part.heading.span;
    report({
      span: { start: place.start + start, end: place.start + end },
      message: t(
        'The letter does not list the documents reviewed. A reader cannot tell what the decision rests on. List them under "{0}", by author and date.',
        name,
      ),
      fixes: () => [
        {
          title: t('Add "{0}"', name),
          safe: false,
          edits: [
            insertion(place.start, [`# ${name}`, '', '[[author, kind of document, date]]', '', ''].join(lineEnd)),
          ],
        },
      ],
    });
  },
};

/** A heading of that name, or the words before a colon in a section. */
function hasList({ sections }: Letter, names: readonly string[]): boolean {
  const squeezed = names.map(squeeze);
  return sections.some(({ part }) => {
    const title = squeeze(part.heading.title);
    if (squeezed.some(name => title.startsWith(name))) return true;
    const text = lowerCase(part.body.text);
    return names.some(name => text.includes(`${name.toLowerCase()}:`));
  });
}
