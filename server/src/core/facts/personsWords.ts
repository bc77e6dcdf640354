/** English nouns for the persons of a case, in the singular and in lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The one the letter decides for. */
export const workerNouns = words('worker patient claimant applicant employee iw');

/** What these are besides, as part of a longer name: "worker's compensation", "patient care". */
export const notWorkers = words(
  'compensation comp care selection education safety assistance population satisfaction compliance portal handbook',
);

/** The same, where they stand for one person at all: "this individual". */
export const personNouns = words('individual person adult');

export const sexNouns: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ['male', 'male'],
  ['man', 'male'],
  ['gentleman', 'male'],
  ['female', 'female'],
  ['woman', 'female'],
  ['lady', 'female'],
]);

export const relativeNouns = words(
  'wife husband spouse daughter son mother father brother sister parent mom dad caregiver girlfriend boyfriend fiance fiancee partner uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter child boy girl infant baby friend roommate neighbor sibling stepson stepdaughter',
);

/** Others that say and do something in a case. */
export const otherNouns = words(
  'adjuster attorney lawyer employer boss co-worker coworker supervisor manager foreman driver interpreter resident inmate prisoner student client passenger pedestrian officer guest intruder robber motorist representative investigator witness customer assailant suspect coach teacher author judge',
);

/** Those who treat, examine or review. Nouns in -ist that are persons come on top (see `isSpecialist`). */
export const providerNouns = words(
  'physician doctor surgeon chiropractor provider practitioner examiner reviewer evaluator clinician nurse specialist consultant prescriber dr requestor requester podiatrist pharmacist',
);

/** Abbreviations of the same, which count in capitals only. */
export const providerLetters = words('QME AME PQME PTP PCP MD DO DC NP PA PA-C DPM RN M.D D.O D.C');

/** Nouns for what a provider writes; before them the provider is no person that does something: "physician progress report". */
export const documentNouns = words(
  'report reports note notes visit visits record records progress appointment documentation',
);

/** Words in -ist that name no person. */
const notSpecialists = words(
  'list mist twist wrist waist fist exist consist persist assist resist insist agonist antagonist protagonist hoist moist checklist specialist',
);

/** "orthopedist", "neurologist", "therapist". */
export function isSpecialist(word: string): boolean {
  return word.length > 5 && word.endsWith('ist') && !notSpecialists.has(word) && !word.endsWith('agonist');
}

/** Several persons, of whom no one is the worker. */
export const pluralNouns = words(
  'patients workers claimants applicants employees individuals persons people adults males females men women gentlemen ladies subjects participants children boys girls athletes volunteers members olds',
);

/** Whom a noun in lower case names, in the singular or plural; null for other words. A noun of sex counts as the worker's. */
export function personNounRole(word: string): 'worker' | 'provider' | 'relative' | 'other' | null {
  if (workerNouns.has(word) || personNouns.has(word) || sexNouns.has(word)) return 'worker';
  if (pluralNouns.has(word)) return 'other';
  const one = word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
  if (relativeNouns.has(word) || relativeNouns.has(one)) return 'relative';
  if (providerNouns.has(word) || providerNouns.has(one) || isSpecialist(one)) return 'provider';
  return otherNouns.has(word) || otherNouns.has(one) ? 'other' : null;
}
