import type { Random } from '../random';
import type { Kind, Slip } from '../slip';
import { type Edit, flat, matches, type Span } from '../text';
import { misspelt, misspeltPhrase } from '../words';

function inCapitals(text: string, random: Random): string {
  return misspeltPhrase(text.toLowerCase(), random).toUpperCase();
}

function edit(letter: { readonly text: string }, span: Span, change: (words: string) => string): Edit {
  return { ...span, text: change(flat(letter.text, span)) };
}

const wrongWords = ['Modified', 'Partially upheld', 'Denied', 'Partially overturned', 'Approved', 'Reversed', 'Uphold'];

export const kinds: readonly Kind[] = [
  {
    id: 'misspelt-label',
    about: 'a label of an item is misspelt',
    rules: ['label-spelling'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => {
        const { label } = item[random.pick(['claims', 'reviewer', 'rationale'] as const)];
        return { edits: [edit(letter, label, words => misspeltPhrase(words.slice(0, -1), random).concat(':'))] };
      }),
  },
  {
    id: 'misspelt-heading',
    about: 'a heading is misspelt',
    rules: ['label-spelling'],
    plant: (letter, random) =>
      [letter.howMade, letter.summary, letter.issues].flatMap((section): Slip[] =>
        section ? [{ edits: [edit(letter, section.heading, words => inCapitals(words, random))] }] : [],
      ),
  },
  {
    id: 'misspelt-header-label',
    about: 'a label of the header is misspelt',
    rules: ['label-spelling'],
    plant: (letter, random) => {
      const found = matches(
        letter.text,
        letter.header,
        /\b(?:Date Assigned|Date of Injury|Decision Date|UR Denial Date|Case Number|Priority)(?=:)/g,
      );
      return found.map((place): Slip => ({ edits: [edit(letter, place, words => misspeltPhrase(words, random))] }));
    },
  },
  {
    id: 'misspelt-credential-label',
    about: "a label of the reviewer's credentials is misspelt",
    rules: ['label-spelling'],
    plant: (letter, random) => {
      if (!letter.howMade) return [];
      const found = matches(
        letter.text,
        letter.howMade.body,
        /^(?:State\(s\) of Licensure|Certification\(s\)\/Specialty)(?=:)/gm,
      );
      return found.map(
        (place): Slip => ({
          edits: [
            edit(letter, place, words =>
              words.replace(/Licensure|Certification|Specialty/, word => misspelt(word, random)),
            ),
          ],
        }),
      );
    },
  },
  {
    id: 'misspelt-decision',
    about: 'the decision of an item is misspelt',
    rules: ['unknown-decision'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => ({ edits: [edit(letter, item.decision, word => misspelt(word, random))] })),
  },
  {
    id: 'wrong-decision',
    about: 'a decision in a word that there is not',
    rules: ['unknown-decision'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => ({ edits: [{ ...item.decision, text: random.pick(wrongWords) }] })),
  },
  {
    id: 'title-punctuation',
    about: 'stray punctuation around the colon of a title, or behind the decision',
    rules: ['title-punctuation'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => {
        const word = flat(letter.text, item.decision);
        const text = random.pick([`,: ${word}`, `:: ${word}`, `: ${word}.`, `;: ${word}`, ` : ${word}`, `:${word}`]);
        return { edits: [{ start: item.title.end, end: item.decision.end, text }] };
      }),
  },
];
