import type { IdentifierKind } from '../../privacy/identifiers';
import type { NameRole } from '../../privacy/nameList';
import type { SafeHarborKind } from '../../privacy/safeHarbor';
import { t } from '../../words/translate';
import type { Severity } from '../rule';

/** How a kind of identifier is spoken of. No message repeats what it found. */
export interface IdentifierWords {
  /** After "This looks like" or, where it is no more than likely, "This may be". */
  readonly what: () => string;
  readonly why: () => string;
  readonly atMost?: Severity;
  /** What may stand in its place, the likeliest first; {person} is the program's word for whom the letter is about. */
  readonly instead?: readonly string[];
}

export const redacted = '[redacted]';

const ofPerson = () => t('Letters are read by anyone, and it tells who the letter is about.');
const ofRecord = () => t('Letters are read by anyone, and it leads to the records of the person the letter is about.');
const ofProvider = () => t('Letters are read by anyone, and a named provider leads to the patient.');

export const identifierWords: Readonly<Record<IdentifierKind, IdentifierWords>> = {
  socialSecurity: { what: () => t('a social security number'), why: ofPerson },
  telephone: { what: () => t('a telephone or fax number'), why: ofPerson },
  email: { what: () => t('an e-mail address'), why: ofPerson },
  personalPage: { what: () => t("the address of a person's page"), why: ofPerson },
  address: { what: () => t('a postal address'), why: ofPerson },
  birthDate: { what: () => t('a date of birth'), why: ofPerson },
  licence: { what: () => t("the number of a provider's licence"), why: ofProvider },
  record: { what: () => t('the number of a claim, record, policy or account'), why: ofRecord },
  person: { what: () => t("a person's name"), why: ofPerson, instead: ['{person}'] },
  likelyPerson: { what: () => t("a person's name"), why: ofPerson, instead: ['{person}'], atMost: 'warning' },
  physician: { what: () => t("a provider's name"), why: ofProvider, instead: ['the physician'], atMost: 'warning' },
  signature: { what: () => t("a provider's name"), why: ofProvider, instead: ['the physician'], atMost: 'warning' },
};

export const safeHarborWords: Readonly<Record<SafeHarborKind, IdentifierWords>> = {
  date: {
    what: () => t('a date finer than a year'),
    why: () => t('The policy "safe-harbor" lets no such date stay: write the year alone.'),
  },
  age: {
    what: () => t('an age over 89'),
    why: () => t('The policy "safe-harbor" lets no such age stay: "90 or older" may.'),
  },
  webAddress: {
    what: () => t('a web address'),
    why: () => t('The policy "safe-harbor" lets no address of a person\'s page stay.'),
    atMost: 'warning',
  },
  computer: {
    what: () => t('the address of a computer'),
    why: () => t('The policy "safe-harbor" lets no such address stay.'),
  },
  device: {
    what: () => t('the serial or lot number of a device'),
    why: () => t('The policy "safe-harbor" lets no such number stay.'),
  },
  county: {
    what: () => t('a county'),
    why: () => t('The policy "safe-harbor" lets no place smaller than a state stay.'),
    atMost: 'warning',
  },
};

export const insteadOfNames: Readonly<Record<NameRole, readonly string[]>> = {
  workers: ['{person}'],
  physicians: ['the physician'],
  employers: ['the employer'],
  others: [],
};
