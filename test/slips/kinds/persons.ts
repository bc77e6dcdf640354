import { readied } from '../conclusion';
import { changed, type Item, type Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { applyEdits, matches, type Span, sentencesOf } from '../text';

interface Age extends Span {
  readonly years: number;
}

/** An age in figures, as letters write it. */
const age = /\b(\d\d)(?= ?-? ?years?(?: |-)old\b| ?y\/?\.?o\b| years of age\b)|(?<=\baged )(\d\d)\b/g;

function agesIn({ text }: Sketch, span: Span): Age[] {
  return matches(text, span, age).map(({ start, end, groups }) => ({
    start,
    end,
    years: Number(groups[1] || groups[2]),
  }));
}

type Sex = 'male' | 'female';

function sexesIn({ text }: Sketch, span: Span): { readonly place: Span; readonly sex: Sex }[] {
  return matches(text, span, /\byears?(?: |-)old (male|female)\b/g).map(({ end, groups }) => ({
    place: { start: end - (groups[1] ?? '').length, end },
    sex: groups[1] as Sex,
  }));
}

interface Person {
  readonly age: Age;
  readonly sex: Sex;
  readonly sexPlace: Span;
}

/** What the summary says of the person, once and clearly. */
function personOf(letter: Sketch): Person | null {
  if (!letter.summary) return null;
  const ages = agesIn(letter, letter.summary.body);
  const sexes = sexesIn(letter, letter.summary.body);
  const [age, sex] = [ages[0], sexes[0]];
  if (!age || !sex || ages.length > 1 || sexes.length > 1) return null;
  return { age, sex: sex.sex, sexPlace: sex.place };
}

const opposite: Record<Sex, Sex> = { male: 'female', female: 'male' };
const words: Record<Sex, { readonly he: string; readonly his: string; readonly man: string }> = {
  male: { he: 'he', his: 'his', man: 'man' },
  female: { he: 'she', his: 'her', man: 'woman' },
};

/** A letter with a sentence put in, and its place. */
interface Ready {
  readonly base: Sketch;
  readonly place: Span;
}

/** A sentence before a rationale, in the letter made ready; the place is that of the sentence. */
function beforeRationale(letter: Sketch, item: Item, sentence: string): Ready | null {
  const { start } = item.rationale.value;
  const ready = readied(letter, item, [{ start, end: start, text: `${sentence} ` }]);
  return ready && { base: ready.base, place: { start, end: start + sentence.length } };
}

/** A sentence behind the first one of the summary. */
function inSummary(letter: Sketch, sentence: string): Ready | null {
  const [lead] = letter.summary ? matches(letter.text, letter.summary.body, /all medical records:/g) : [];
  const from = lead?.end ?? letter.summary?.body.start;
  if (!letter.summary || from === undefined) return null;
  const [first] = sentencesOf(letter.text, { start: from, end: letter.summary.body.end });
  if (!first) return null;
  const base = changed(letter, applyEdits(letter.text, [{ start: first.end, end: first.end, text: ` ${sentence}` }]));
  return { base, place: { start: first.end + 1, end: first.end + 1 + sentence.length } };
}

/** The sentence put in, of the other sex than the person's. */
function toldOfOther(ready: Ready | null, sentence: (sex: Sex) => string, { sex, sexPlace }: Person): Slip[] {
  if (!ready) return [];
  return [{ base: ready.base, edits: [{ ...ready.place, text: sentence(opposite[sex]) }], also: [sexPlace] }];
}

export const kinds: readonly Kind[] = [
  {
    id: 'age-rationale',
    about: 'a rationale gives another age than the summary (the sentence with the right age is added first)',
    rules: ['age-conflict'],
    plant: (letter, random) => {
      const person = personOf(letter);
      if (!person) return [];
      return letter.items.flatMap((item): Slip[] => {
        const natural = agesIn(letter, item.rationale.value);
        if (natural.length > 0) return [];
        const { years } = person.age;
        const sentence = random.pick([
          `This is a ${years}-year-old ${person.sex} with an industrial injury.`,
          `The patient is a ${years} year old ${person.sex} who was injured at work.`,
          `The claimant is a ${years}-year-old ${words[person.sex].man} with ongoing pain.`,
          `The patient is a ${years} y/o ${person.sex} with chronic symptoms.`,
          `The injured worker is ${years} years of age and was injured at work.`,
          `This ${years} y.o. ${person.sex} was injured at work.`,
          `The claimant, aged ${years}, has ongoing pain.`,
        ]);
        const ready = beforeRationale(letter, item, sentence);
        const [age] = ready ? agesIn(ready.base, ready.place) : [];
        if (!ready || !age) return [];
        const other = years + random.pick([-20, -10, -7, -4, 4, 6, 10]);
        return [
          { base: ready.base, edits: [{ start: age.start, end: age.end, text: String(other) }], also: [person.age] },
        ];
      });
    },
  },
  {
    id: 'age-summary',
    about: 'the summary gives another age than a rationale (which is given the right one first)',
    rules: ['age-conflict'],
    plant: (letter, random) => {
      const person = personOf(letter);
      const [item] = letter.items;
      if (!person || !item || agesIn(letter, item.rationale.value).length > 0) return [];
      const { start, end, years } = person.age;
      const ready = beforeRationale(letter, item, `The patient is a ${years}-year-old ${person.sex}.`);
      if (!ready) return [];
      const text = String(years + random.pick([-20, -10, -5, 5, 9, 10]));
      return [{ base: ready.base, edits: [{ start, end, text }], also: [ready.place] }];
    },
  },
  {
    id: 'pronoun-summary',
    about: 'a sentence behind the first one of the summary has the pronoun of the other sex',
    rules: ['sex-conflict'],
    plant: (letter, random) => {
      const person = personOf(letter);
      if (!person) return [];
      const sentence = random.pick([
        (sex: Sex) => `The injured worker stated that ${words[sex].he} could not return to full duty.`,
        (sex: Sex) => `The patient rated ${words[sex].his} pain at 7 out of 10.`,
        (sex: Sex) => `${sex === 'male' ? 'He' : 'She'} reported that the pain was worse with activity.`,
        (sex: Sex) => `The injured worker reported that ${words[sex].his} symptoms had not improved.`,
      ]);
      const ready = inSummary(letter, sentence(person.sex));
      return toldOfOther(ready, sentence, person);
    },
  },
  {
    id: 'pronoun-rationale',
    about: 'a sentence of a rationale has the pronoun of the other sex',
    rules: ['sex-conflict'],
    plant: (letter, random) => {
      const person = personOf(letter);
      if (!person) return [];
      return letter.items.flatMap((item): Slip[] => {
        const sentence = random.pick([
          (sex: Sex) => `The claimant was told that ${words[sex].he} needs more therapy.`,
          (sex: Sex) => `The patient rates ${words[sex].his} pain at 6 out of 10.`,
          (sex: Sex) => `In this case, the patient reports that ${words[sex].he} has persistent pain.`,
          (sex: Sex) => `The injured worker has returned to ${words[sex].his} usual duties.`,
          (sex: Sex) => `The claimant states that ${words[sex].his} symptoms have not improved.`,
        ]);
        const ready = beforeRationale(letter, item, sentence(person.sex));
        return toldOfOther(ready, sentence, person);
      });
    },
  },
  {
    id: 'sex-noun',
    about: 'a rationale calls a man a woman, or a woman a man (the right sentence is added first)',
    rules: ['sex-conflict'],
    plant: (letter, random) => {
      const person = personOf(letter);
      if (!person) return [];
      return letter.items.flatMap((item): Slip[] => {
        const sentence = random.pick([
          (sex: Sex) => `This is a ${person.age.years}-year-old ${sex} with an industrial injury.`,
          (sex: Sex) => `The patient is a ${person.age.years} year old ${sex} who was injured at work.`,
          (sex: Sex) => `The claimant is a ${person.age.years}-year-old ${words[sex].man} with ongoing pain.`,
        ]);
        const ready = beforeRationale(letter, item, sentence(person.sex));
        return toldOfOther(ready, sentence, person);
      });
    },
  },
  {
    id: 'sex-summary',
    about: 'the summary names the other sex than all its pronouns, two at least',
    rules: ['sex-conflict'],
    plant: letter => {
      const person = personOf(letter);
      if (!person || !letter.summary) return [];
      const own = matches(
        letter.text,
        letter.summary.body,
        person.sex === 'male' ? /\b(?:he|his|him)\b/gi : /\b(?:she|her|hers)\b/gi,
      );
      const other = matches(
        letter.text,
        letter.summary.body,
        person.sex === 'male' ? /\b(?:she|her|hers)\b/gi : /\b(?:he|his|him)\b/gi,
      );
      if (own.length < 2 || other.length > 0) return [];
      return [{ edits: [{ ...person.sexPlace, text: opposite[person.sex] }] }];
    },
  },
];
