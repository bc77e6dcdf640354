import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { flat, type Match, matches } from '../text';
import { chapterNames, chapterSections, misspeltPhrase } from '../words';

const names = [
  ...chapterNames,
  'Chronic Pain Medical Treatment',
  'Opioid Treatment',
  'General Approaches',
  'Acupuncture Treatment',
  'Postsurgical Treatment',
];

/** Citations of the reviewer's line with the years they have: name, year. */
function cited({ text }: Sketch, item: Item, which: readonly string[] = names): Match[] {
  return matches(text, item.reviewer.value, new RegExp(`\\bMTUS (${which.join('|')}) (20\\d\\d)\\b`, 'g'));
}

/** The end of the match that a group of it makes up, from the group's start to `cut` characters before the end. */
function inside({ end }: Match, back: number, cut = 0) {
  return { start: end - back, end: end - cut };
}

export const kinds: readonly Kind[] = [
  {
    id: 'drop-year',
    about: "the year of the edition is lost on the reviewer's line",
    rules: ['edition-year'],
    plant: letter =>
      letter.items.flatMap(item =>
        cited(letter, item).map((place): Slip => ({ edits: [{ start: place.end - 5, end: place.end, text: '' }] })),
      ),
  },
  {
    id: 'wrong-year',
    about: "a year that no edition has on the reviewer's line",
    rules: ['edition-year'],
    plant: (letter, random) =>
      letter.items.flatMap(item =>
        cited(letter, item).map((place): Slip => {
          const year = random.pick(place.groups[2] === '2016' ? ['2006', '2013', '2011'] : ['1994', '1999', '2001']);
          return { edits: [{ ...inside(place, 4), text: year }] };
        }),
      ),
  },
  {
    id: 'superseded-edition',
    about: 'the edition of 2009 where that of 2016 was in force',
    rules: ['superseded-edition'],
    alsoFine: ['unknown-section'],
    plant: letter =>
      letter.items.flatMap(item =>
        cited(letter, item, ['Chronic Pain Medical Treatment'])
          .filter(place => place.groups[2] === '2016' && letter.dates.has('denial'))
          .map((place): Slip => ({ edits: [{ ...inside(place, 4), text: '2009' }] })),
      ),
  },
  {
    id: 'misspelt-guideline',
    about: "the name of a guideline is misspelt on the reviewer's line",
    rules: ['unknown-guideline'],
    plant: (letter, random) =>
      letter.items.flatMap(item =>
        cited(letter, item).map((place): Slip => {
          const name = flat(letter.text, { start: place.start + 4, end: place.end - 5 });
          return { edits: [{ start: place.start, end: place.end - 5, text: `MTUS ${misspeltPhrase(name, random)}` }] };
        }),
      ),
  },
  {
    id: 'misspelt-section',
    about: "the name of a section is misspelt on the reviewer's line",
    rules: ['unknown-section'],
    plant: (letter, random) =>
      letter.items.flatMap(item => {
        const expression = new RegExp(
          `(?:${chapterNames.join('|')}) 2004, Section\\(s\\):(?: [A-Z][\\w-]+(?: [\\w-]+)*,)* (${chapterSections.join('|')})(?=[.,])`,
          'g',
        );
        return matches(letter.text, item.reviewer.value, expression).map((place): Slip => {
          const section = flat(letter.text, inside(place, (place.groups[1] ?? '').length));
          return {
            edits: [{ ...inside(place, (place.groups[1] ?? '').length), text: misspeltPhrase(section, random) }],
          };
        });
      }),
  },
  {
    id: 'drop-reference',
    about: "the section is lost on the reviewer's line",
    rules: ['missing-reference'],
    plant: letter =>
      letter.items.flatMap(item => {
        const known = names.filter(name => name !== 'Acupuncture Treatment');
        const expression = new RegExp(
          `\\bMTUS (${known.join('|')}) 20\\d\\d(, Section\\(s\\): [^.]*)\\.(?=\\s|$)`,
          'g',
        );
        return matches(letter.text, item.reviewer.value, expression)
          .filter(place => !/\band (?:[A-Z][\w&, ]+? )20\d\d/.test(place.groups[2] ?? ''))
          .map(
            (place): Slip => ({
              edits: [{ ...inside(place, (place.groups[2] ?? '').length + 1, 1), text: '' }],
            }),
          );
      }),
  },
];
