import type { IdentifierKind } from '../../privacy/identifiers';
import type { NameRole } from '../../privacy/nameList';
import type { SafeHarborKind } from '../../privacy/safeHarbor';
import type { Severity } from '../rule';

/** How a kind of identifier is spoken of. No message repeats what it found. */
export interface IdentifierWords {
  /** After "This looks like" or, where it is no more than likely, "This may be". */
  readonly what: string;
  readonly why: string;
  readonly atMost?: Severity;
  /** What may stand in its place, the likeliest first; {person} is the program's word for whom the letter is about. */
  readonly instead?: readonly string[];
}

export const redacted = '[redacted]';

const ofPerson = 'Letters are read by anyone, and it tells who the letter is about.';
const ofRecord = 'Letters are read by anyone, and it leads to the records of the person the letter is about.';
const ofProvider = 'Letters are read by anyone, and a named provider leads to the patient.';
const harbour = 'The policy "safe-harbor" lets no';

export const identifierWords: Readonly<Record<IdentifierKind, IdentifierWords>> = {
  socialSecurity: { what: 'a social security number', why: ofPerson },
  telephone: { what: 'a telephone or fax number', why: ofPerson },
  email: { what: 'an e-mail address', why: ofPerson },
  personalPage: { what: "the address of a person's page", why: ofPerson },
  address: { what: 'a postal address', why: ofPerson },
  birthDate: { what: 'a date of birth', why: ofPerson },
  licence: { what: "the number of a provider's licence", why: ofProvider },
  record: { what: 'the number of a claim, record, policy or account', why: ofRecord },
  person: { what: "a person's name", why: ofPerson, instead: ['{person}'] },
  likelyPerson: { what: "a person's name", why: ofPerson, instead: ['{person}'], atMost: 'warning' },
  physician: { what: "a provider's name", why: ofProvider, instead: ['the physician'], atMost: 'warning' },
  signature: { what: "a provider's name", why: ofProvider, instead: ['the physician'], atMost: 'warning' },
};

export const safeHarborWords: Readonly<Record<SafeHarborKind, IdentifierWords>> = {
  date: { what: 'a date finer than a year', why: `${harbour} such date stay: write the year alone.` },
  age: { what: 'an age over 89', why: `${harbour} such age stay: "90 or older" may.` },
  webAddress: { what: 'a web address', why: `${harbour} address of a person's page stay.`, atMost: 'warning' },
  computer: { what: 'the address of a computer', why: `${harbour} such address stay.` },
  device: { what: 'the serial or lot number of a device', why: `${harbour} such number stay.` },
  county: { what: 'a county', why: `${harbour} place smaller than a state stay.`, atMost: 'warning' },
};

export const insteadOfNames: Readonly<Record<NameRole, readonly string[]>> = {
  workers: ['{person}'],
  physicians: ['the physician'],
  employers: ['the employer'],
  others: [],
};
