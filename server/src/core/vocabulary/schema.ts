import * as z from 'zod/mini';
import { t } from '../words/translate';

/**
 * A vocabulary: the words in which letters name body parts, drugs, services and specialties, and the abbreviations they
 * use. It holds no word of one program.
 *
 * How a term is written: in the singular, in any letter case. A space, a slash and an ampersand stand for any white
 * space, hyphen or slash; a hyphen may also be left out ("x-ray" finds "X-rays", "x ray" and "xray"); `#` stands for any
 * number ("# feet").
 */

const id = z
  .string()
  .check(
    z.maxLength(100),
    z.regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => t('lower-case letters, digits and hyphens') }),
  );
const text = z.string().check(z.minLength(1), z.maxLength(500));

/** More hyphens than this would multiply the ways to write the term. */
const maxHyphens = 4;

const term = z.string().check(
  z.minLength(1),
  z.maxLength(100),
  z.regex(/[\p{L}\p{N}]/u, { error: () => t('at least one letter or digit') }),
  z.refine(value => value.split('-').length - 1 <= maxHyphens, { error: () => t('at most {0} hyphens', maxHyphens) }),
);
const terms = z.array(term).check(z.maxLength(2000));

const words = {
  terms: z
    .optional(terms)
    .check(z.describe('Names, synonyms and adjectives, in the singular; plurals are found by themselves.')),
  exact: z
    .optional(terms)
    .check(z.describe('Abbreviations that count only in exactly these letters ("PT", not "pt").')),
  not: z.optional(terms).check(z.describe('Phrases in which the term means something else ("back to work").')),
};

const bodyPart = z.strictObject({
  id,
  title: text.check(z.describe('A noun as it stands in a sentence: "low back".')),
  parent: z.optional(id).check(z.describe('The body part that it is a part of.')),
  also: z
    .optional(z.array(id).check(z.maxLength(20)))
    .check(z.describe('Further body parts that it can be counted to.')),
  ...words,
  diagnoses: z.optional(terms).check(z.describe('Diagnoses and procedures that imply the body part.')),
  levels: z
    .optional(
      z
        .array(
          z.strictObject({
            letter: z.string().check(z.regex(/^[A-Z]$/, { error: () => t('one capital letter') })),
            first: z.number().check(z.int(), z.minimum(1), z.maximum(99)),
            last: z.number().check(z.int(), z.minimum(1), z.maximum(99)),
          }),
        )
        .check(z.maxLength(10)),
    )
    .check(z.describe('Spinal levels: "C" from 1 to 8 finds C5, C5-6 and C5-C6.')),
  nerves: z
    .optional(z.array(id).check(z.maxLength(20)))
    .check(
      z.describe('Body parts that its nerves and those of its parts come from: pain of a limb can be about the spine.'),
    ),
  unpaired: z.optional(z.boolean()).check(z.describe('True if there is no left and right one.')),
});

const side = z.strictObject({
  id,
  title: text,
  ...words,
  adjacent: z.optional(terms).check(z.describe('Words that count only directly before a body part ("both").')),
  covers: z
    .optional(z.array(id).check(z.maxLength(20)))
    .check(z.describe('The sides that it stands for, where it stands for several.')),
});

const drugClass = z.strictObject({ id, title: text, parent: z.optional(id), ...words });

const drug = z.strictObject({
  id,
  generic: term.check(z.describe('The generic name; it is also a term.')),
  synonyms: z.optional(terms).check(z.describe('Other generic names and ways to write them.')),
  brands: z.optional(terms).check(z.describe('Brand names, discontinued ones too.')),
  exact: words.exact,
  not: words.not,
  classes: z.array(id).check(z.minLength(1), z.maxLength(20)),
  ingredients: z
    .optional(z.array(id).check(z.maxLength(20)))
    .check(z.describe('For a combination: ids of the drugs in it.')),
});

const serviceClass = z.strictObject({
  id,
  title: text,
  ofNerves: z
    .optional(z.boolean())
    .check(z.describe('True for services about nerves, which can be about what these come from.')),
});

const service = z.strictObject({
  id,
  title: text,
  class: id,
  ...words,
  region: z.optional(id).check(z.describe('The body part that the service implies.')),
  about: z
    .optional(z.array(id).check(z.maxLength(20)))
    .check(
      z.describe(
        'Body parts that it can be about, whatever part it is for: mental health; where a nerve block is made.',
      ),
    ),
});

const specialty = z.strictObject({
  id,
  title: text.check(z.describe('The field as it stands in a sentence: "orthopedic surgery".')),
  ...words,
  practitioners: z
    .optional(terms)
    .check(z.describe('Who practises it, in the singular: "orthopedist", "orthopedic surgeon".')),
});

const abbreviation = z.strictObject({
  short: z
    .string()
    .check(
      z.maxLength(20),
      z.regex(/^[A-Za-z][A-Za-z0-9&/-]+$/, { error: () => t('letters and digits, at least two, the first a letter') }),
      z.describe('As it is written, in the singular; an "s" behind it is found by itself.'),
    ),
  expansions: z
    .array(text)
    .check(
      z.minLength(1),
      z.maxLength(10),
      z.describe('What it can stand for, as it stands in a sentence, the likeliest first.'),
    ),
  plural: z
    .optional(text)
    .check(z.describe('The first of these in the plural, where it does not take an "s" at its end.')),
  common: z.optional(z.boolean()).check(z.describe('True for one that readers know without being told: "MRI".')),
});

/** One file; all lists are optional, so that a file can add to some of them only. */
export const vocabularyFileSchema = z.strictObject({
  $schema: z.optional(z.string().check(z.maxLength(2000))),
  version: z.literal(1),
  source: z.optional(text).check(z.describe('Where the words come from.')),
  bodyParts: z.optional(z.array(bodyPart).check(z.maxLength(5000))),
  sides: z.optional(z.array(side).check(z.maxLength(20))),
  drugClasses: z.optional(z.array(drugClass).check(z.maxLength(5000))),
  drugs: z.optional(z.array(drug).check(z.maxLength(20000))),
  serviceClasses: z.optional(z.array(serviceClass).check(z.maxLength(5000))),
  services: z.optional(z.array(service).check(z.maxLength(20000))),
  specialties: z.optional(z.array(specialty).check(z.maxLength(5000))),
  abbreviations: z.optional(z.array(abbreviation).check(z.maxLength(5000))),
});

export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;
export type BodyPart = z.infer<typeof bodyPart>;
export type Side = z.infer<typeof side>;
export type DrugClass = z.infer<typeof drugClass>;
export type Drug = z.infer<typeof drug>;
export type ServiceClass = z.infer<typeof serviceClass>;
export type Service = z.infer<typeof service>;
export type MedicalSpecialty = z.infer<typeof specialty>;
export type Abbreviation = z.infer<typeof abbreviation>;

/** Files put together. Immutable: what is compiled from it is kept for as long as it lives. */
export interface Vocabulary {
  readonly bodyParts: readonly BodyPart[];
  readonly sides: readonly Side[];
  readonly drugClasses: readonly DrugClass[];
  readonly drugs: readonly Drug[];
  readonly serviceClasses: readonly ServiceClass[];
  readonly services: readonly Service[];
  readonly specialties: readonly MedicalSpecialty[];
  readonly abbreviations: readonly Abbreviation[];
}
