import type { Sentence } from '../facts/sentence';
import type { Span } from '../text/span';
import { birthDatesIn } from './birthDate';
import { emailAddressesIn } from './emailAddress';
import { licenceNumbersIn } from './licenceNumber';
import { withoutOverlaps } from './overlaps';
import { namedPhysiciansIn } from './physicianName';
import { postalAddressesIn } from './postalAddress';
import { recordNumbersIn } from './recordNumber';
import { signaturesIn } from './signature';
import { socialSecurityNumbersIn } from './socialSecurity';
import { telephoneNumbersIn } from './telephone';
import { namedPersonsIn } from './titledName';
import { webAddressesIn } from './webAddress';

/**
 * What identifies a person under every policy. `person` is a name that the words around it show to be one, `likelyPerson`
 * one that could be something else; `physician` a name with a doctor's title or degree; `signature` the name of who
 * signs, or reviewed the case; `licence` the number of a licence.
 */
export type IdentifierKind =
  | 'socialSecurity'
  | 'telephone'
  | 'email'
  | 'personalPage'
  | 'address'
  | 'birthDate'
  | 'licence'
  | 'signature'
  | 'record'
  | 'person'
  | 'physician'
  | 'likelyPerson';

export interface Identifier extends Span {
  readonly kind: IdentifierKind;
  /** Of a physician: the sentence is no more than the name, its degree and titles, as below a letter. */
  readonly isSignature?: boolean;
}

/** A digit, an at sign, an address, a capital behind another word: without one of them nothing identifies. */
const MAY_HOLD = /[@\d/]|www\.|\p{Ll}\.?[,:]? ?\p{Lu}|\p{Lu}\.?,? \p{Lu}/u;

/** What identifies a person in a sentence, in order and without overlaps. */
export function identifiersOf({ text, vocabulary }: Sentence): readonly Identifier[] {
  if (!MAY_HOLD.test(text)) return NONE;
  const found: Identifier[] = [];
  const add = (kind: IdentifierKind, spans: readonly Span[]) => {
    for (const { start, end } of spans) found.push({ kind, start, end });
  };
  add('socialSecurity', socialSecurityNumbersIn(text));
  add('telephone', telephoneNumbersIn(text));
  add('email', emailAddressesIn(text));
  const pages = webAddressesIn(text).filter(({ isPersonal }) => isPersonal);
  add(
    'personalPage',
    pages.map(({ span }) => span),
  );
  add('address', postalAddressesIn(text));
  add('birthDate', birthDatesIn(text));
  add('licence', licenceNumbersIn(text));
  add('signature', signaturesIn(text, vocabulary));
  add(
    'record',
    recordNumbersIn(text).map(({ span }) => span),
  );
  for (const { span, isLikely } of namedPersonsIn(text, vocabulary)) add(isLikely ? 'likelyPerson' : 'person', [span]);
  for (const { span, isSignature } of namedPhysiciansIn(text, vocabulary)) {
    found.push({ kind: 'physician', ...span, isSignature });
  }
  return found.length > 0 ? withoutOverlaps(found) : NONE;
}

const NONE: readonly Identifier[] = [];
