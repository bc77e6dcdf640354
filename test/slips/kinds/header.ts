import { dayOf, slashed } from '../days';
import { headerDay, inHeader, order } from '../headerDates';
import { changed } from '../sketch';
import type { Kind, Slip } from '../slip';
import { applyEdits, flat, matches } from '../text';

export const kinds: readonly Kind[] = [
  {
    id: 'header-order',
    about: 'two dates of the header are out of order',
    rules: ['date-impossible', 'header-field'],
    alsoFine: ['date-conflict', 'superseded-edition', 'decision-late', 'age-conflict'],
    plant: (letter, random) => {
      const days = order.map(which => headerDay(letter, which));
      if (days.some(day => day === null)) return [];
      return order.flatMap((which, i): Slip[] => {
        const [previous, next] = [days[i - 1], days[i + 1]];
        const late = (next ?? 0) + random.between(5, 90);
        const early = (previous ?? 0) - random.between(5, 90);
        const day = next !== undefined && (previous === undefined || random.next() < 0.5) ? late : early;
        return inHeader(letter, which, slashed(dayOf(day)));
      });
    },
  },
  {
    id: 'header-day',
    about: 'a date of the header is of a day that does not exist',
    rules: ['header-field', 'date-impossible'],
    alsoFine: ['date-conflict'],
    plant: (letter, random) =>
      order.flatMap(which => {
        const text = flat(letter.text, letter.dates.get(which) ?? { start: 0, end: 0 });
        return text === ''
          ? []
          : inHeader(
              letter,
              which,
              random.pick([`02/30/${text.slice(6)}`, `${text.slice(0, 3)}32${text.slice(5)}`, `13${text.slice(2)}`]),
            );
      }),
  },
  {
    id: 'header-year',
    about: 'a date of the header is of a year that is far away',
    rules: ['header-field', 'date-impossible'],
    alsoFine: ['date-conflict', 'superseded-edition', 'decision-late'],
    plant: (letter, random) =>
      order.flatMap(which => {
        const text = flat(letter.text, letter.dates.get(which) ?? { start: 0, end: 0 });
        const year = random.pick(['3016', '2106', '0201', '1016']);
        return text === '' ? [] : inHeader(letter, which, `${text.slice(0, 6)}${year}`);
      }),
  },
  {
    id: 'header-date-form',
    about: 'a date of the header is no date',
    rules: ['header-field'],
    alsoFine: ['date-conflict'],
    plant: (letter, random) =>
      order.flatMap(which => {
        const text = flat(letter.text, letter.dates.get(which) ?? { start: 0, end: 0 });
        const forms = [
          'unknown',
          `${text.slice(0, 2)}/${text.slice(6)}`,
          text.replace(/\//g, ''),
          `${text.slice(0, 5)}/`,
        ];
        return text === '' ? [] : inHeader(letter, which, random.pick(forms));
      }),
  },
  {
    id: 'case-number',
    about: 'the case number has a digit too few or too many, or lost its letters',
    rules: ['header-field'],
    plant: (letter, random) =>
      matches(letter.text, letter.header, /\bCM(\d\d)-(\d{7})\b/g).map(({ start, end, groups }): Slip => {
        const [, year = '', number = ''] = groups;
        const forms = [`CM${year}-${number.slice(1)}`, `CM${year}-${number}0`, `${year}-${number}`, `CM-${number}`];
        return { edits: [{ start, end, text: random.pick(forms) }] };
      }),
  },
  {
    id: 'drop-header-field',
    about: 'a field of the header is lost',
    rules: ['header-field'],
    plant: letter => {
      const fields = /(?:Case Number|Date Assigned|Date of Injury|Decision Date|UR Denial Date): \S+/g;
      return matches(letter.text, letter.header, fields).map(
        ({ start, end }): Slip => ({
          edits: [{ start, end, text: '' }],
          also: [letter.header],
        }),
      );
    },
  },
  {
    id: 'priority',
    about: 'the priority is a word that it cannot be',
    rules: ['header-field'],
    plant: (letter, random) =>
      matches(letter.text, letter.header, /\bPriority: (Standard|Expedited)\b/g).map(({ end, groups }): Slip => {
        const word = groups[1] ?? '';
        return {
          edits: [{ start: end - word.length, end, text: random.pick(['Standart', 'Normal', 'Rush', 'Regular']) }],
        };
      }),
  },
  {
    id: 'decision-late',
    about: 'the decision comes long after the records were complete (the day when they were is added first)',
    rules: ['decision-late'],
    plant: (letter, random) => {
      const [assigned, decision] = [headerDay(letter, 'assigned'), headerDay(letter, 'decision')];
      if (assigned === null || decision === null || decision - assigned > 28 || !letter.howMade) return [];
      const { start } = letter.howMade.heading;
      const line = `Records Complete: ${slashed(dayOf(assigned))}\n\n`;
      const base = changed(letter, applyEdits(letter.text, [{ start, end: start, text: line }]));
      return inHeader(base, 'decision', slashed(dayOf(assigned + random.between(45, 120)))).map(slip => ({
        ...slip,
        base,
      }));
    },
  },
];
