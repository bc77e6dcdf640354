import { agesIn } from './ages';
import {
  isSpecialist,
  otherNouns,
  personNouns,
  providerNouns,
  relativeNouns,
  sexNouns,
  workerNouns,
} from './personsWords';
import type { Sex, SexWord } from './sex';

const NOUN = /\b(?:male|female|man|woman|gentleman|lady)\b(?!['’/-])/gi;
const TITLE = /(?:^|[.;] )(Mr|Mrs|Ms)\b\.? (?=[A-Z_*])/g;
/** A title may be anyone's; behind a worker's stands what only a worker does. */
const OF_WORKER =
  /^(?:Mrs?|Ms)\b\.? [^\s,]{1,20}(?: [A-Z][^\s,]{0,20})?(?: is an? \d| sustained| injured| (?:was )?injured| presented| presents| complain| rated| rates| underwent| fell| returned)\b/;
/** Words of sex may stand side by side there, and none of them is a slip. */
const BETWEEN_SEXES = /\btrans(?:gender|sexual|woman|man)|\b(?:fe)?male[- ]to[- ](?:fe)?male\b|non-?binary/i;
/** Behind a worker's age: "46 y/o M". */
const LETTER = /^\.? ([MF])\b(?![.'’])/;

/** How far a noun may stand from the age that it belongs to, and from the words that say whose it is. */
const REACH = 90;

/** Nouns that state the worker's sex, and titles that open a sentence. In no order. */
export function sexNounsIn(text: string): SexWord[] {
  const found: SexWord[] = [];
  const add = (start: number, end: number, sex: Sex) => found.push({ span: { start, end }, sex, kind: 'noun' });
  if ((/male|man\b|lady|M[rs]/i.test(text) || /\b[MF]\b/.test(text)) && !BETWEEN_SEXES.test(text)) {
    const ages = agesIn(text).filter(({ whose }) => whose !== 'other');
    const starts = new Set(ages.map(({ span }) => span.start));
    let age = 0;
    let taken = -1;
    for (const { 0: word, index: start } of text.matchAll(NOUN)) {
      const end = start + word.length;
      const sex = sexNouns.get(word.toLowerCase());
      if (!sex || !isPersonsSex(text, start, end)) continue;
      while (age + 1 < ages.length && (ages[age + 1]?.span.end ?? 0) <= start) age++;
      const ageEnd = ages[age]?.span.end ?? Number.POSITIVE_INFINITY;
      const isAged =
        age !== taken && ageEnd <= start && start - ageEnd < REACH && !/[.;]\s/.test(text.slice(ageEnd, start));
      if (!isAged && !isAgedBehind(starts, end) && !isOfWorker(text, start, end)) continue;
      if (isAged) taken = age;
      add(start, end, sex);
    }
    for (const { span } of ages) {
      const letter = LETTER.exec(text.slice(span.end, span.end + 6));
      const at = span.end + (letter?.[0].length ?? 0) - 1;
      if (letter) add(at, at + 1, letter[1] === 'M' ? 'male' : 'female');
    }
    for (const { 0: whole, 1: title = '', index } of text.matchAll(TITLE)) {
      const start = index + whole.indexOf(title);
      if (OF_WORKER.test(text.slice(start, start + 80)))
        add(start, start + title.length, title === 'Mr' ? 'male' : 'female');
    }
  }
  return found;
}

/** "male, 46 years of age". */
function isAgedBehind(starts: ReadonlySet<number>, end: number): boolean {
  return starts.has(end + 1) || starts.has(end + 2) || starts.has(end + 3);
}

/** Behind a word of sex, what makes it another thing's or another person's: "male pattern", "female physician". */
const THINGS =
  /^(?:pattern|catheter|connector|condom|genital|genitalia|pelvic|pelvis|hormone|hormones|factor|adapter|plug|end|organ|organs|sexual|gender|sex|infertility|made|power|hours?|members?)$/;

function isPersonsSex(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (before === '/' || (before === '-' && !/old-$/i.test(text.slice(Math.max(0, start - 4), start)))) return false;
  const next = /^ (?:(?:and|or|&) )?([a-z-]+)/i.exec(text.slice(end, end + 40));
  const word = next?.[1]?.toLowerCase() ?? '';
  if (sexNouns.has(word) || THINGS.test(word) || relativeNouns.has(word)) return false;
  if (/^ (?:and|or) /.test(next?.[0] ?? '')) return true;
  return !(otherNouns.has(word) || isProvider(word));
}

function isProvider(word: string): boolean {
  // A letter may well decide for a nurse.
  return word !== 'nurse' && (providerNouns.has(word) || isSpecialist(word));
}

const SUBJECT =
  /\b(?:worker|patient|claimant|applicant|employee|iw|he|she|this)(?: is| was) an? ((?:[\w-]{1,20},? ){0,4})$/i;
const THIS = /\bthis ((?:[\w-]{1,20},? ){0,3})$/i;
const THE = /\bthe ((?:[\w-]{1,20} ){0,2})$/i;
const LABEL = /\b(?:sex|gender)(?::| is| was|,)? $/i;
/** Words that tell that another noun stands between: "the claimant is a friend of a male". */
const JOINTS = /\b(?:of|by|with|who|and|or|from|to|for|in|on|at|that|than|not)\b/i;

/** Whether the noun, which no age goes with, speaks of the worker by the words around it. */
function isOfWorker(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const next = /^ (?:injured )?([a-z]+)/i.exec(text.slice(end, end + 30))?.[1]?.toLowerCase() ?? '';
  const isAttribute = workerNouns.has(next) || personNouns.has(next);
  const words = (SUBJECT.exec(before) ??
    THIS.exec(before) ??
    (isAttribute || isPolite(text, start) ? THE.exec(before) : null))?.[1];
  return LABEL.test(before) || (words !== undefined && !JOINTS.test(words));
}

/** "The gentleman" and "the lady" are said of the worker, "the man" may be anyone. */
function isPolite(text: string, start: number): boolean {
  return /^[gl]/i.test(text[start] ?? '');
}
