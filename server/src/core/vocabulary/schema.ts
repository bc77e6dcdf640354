import * as z from 'zod';

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
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
const text = z.string().min(1).max(500);

/** More hyphens than this would multiply the ways to write the term. */
const maxHyphens = 4;

const term = z
  .string()
  .min(1)
  .max(100)
  .regex(/[\p{L}\p{N}]/u, 'at least one letter or digit')
  .refine(value => value.split('-').length - 1 <= maxHyphens, `at most ${maxHyphens} hyphens`);
const terms = z.array(term).max(2000);

const words = {
  terms: terms.optional().describe('Names, synonyms and adjectives, in the singular; plurals are found by themselves.'),
  exact: terms.optional().describe('Abbreviations that count only in exactly these letters ("PT", not "pt").'),
  not: terms.optional().describe('Phrases in which the term means something else ("back to work").'),
};

const bodyPart = z.strictObject({
  id,
  title: text.describe('A noun as it stands in a sentence: "low back".'),
  parent: id.optional().describe('The body part that it is a part of.'),
  also: z.array(id).max(20).optional().describe('Further body parts that it can be counted to.'),
  ...words,
  diagnoses: terms.optional().describe('Diagnoses and procedures that imply the body part.'),
  levels: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]$/, 'one capital letter'),
        first: z.number().int().min(1).max(99),
        last: z.number().int().min(1).max(99),
      }),
    )
    .max(10)
    .optional()
    .describe('Spinal levels: "C" from 1 to 8 finds C5, C5-6 and C5-C6.'),
  nerves: z
    .array(id)
    .max(20)
    .optional()
    .describe('Body parts that its nerves and those of its parts come from: pain of a limb can be about the spine.'),
  unpaired: z.boolean().optional().describe('True if there is no left and right one.'),
});

const side = z.strictObject({
  id,
  title: text,
  ...words,
  adjacent: terms.optional().describe('Words that count only directly before a body part ("both").'),
  covers: z.array(id).max(20).optional().describe('The sides that it stands for, where it stands for several.'),
});

const drugClass = z.strictObject({ id, title: text, parent: id.optional(), ...words });

const drug = z.strictObject({
  id,
  generic: term.describe('The generic name; it is also a term.'),
  synonyms: terms.optional().describe('Other generic names and ways to write them.'),
  brands: terms.optional().describe('Brand names, discontinued ones too.'),
  exact: words.exact,
  not: words.not,
  classes: z.array(id).min(1).max(20),
  ingredients: z.array(id).max(20).optional().describe('For a combination: ids of the drugs in it.'),
});

const serviceClass = z.strictObject({
  id,
  title: text,
  ofNerves: z.boolean().optional().describe('True for services about nerves, which can be about what these come from.'),
});

const service = z.strictObject({
  id,
  title: text,
  class: id,
  ...words,
  region: id.optional().describe('The body part that the service implies.'),
  about: z
    .array(id)
    .max(20)
    .optional()
    .describe('Body parts that it can be about, whatever part it is for: mental health; where a nerve block is made.'),
});

const specialty = z.strictObject({
  id,
  title: text.describe('The field as it stands in a sentence: "orthopedic surgery".'),
  ...words,
  practitioners: terms.optional().describe('Who practises it, in the singular: "orthopedist", "orthopedic surgeon".'),
});

const abbreviation = z.strictObject({
  short: z
    .string()
    .max(20)
    .regex(/^[A-Za-z][A-Za-z0-9&/-]+$/, 'letters and digits, at least two, the first a letter')
    .describe('As it is written, in the singular; an "s" behind it is found by itself.'),
  expansions: z
    .array(text)
    .min(1)
    .max(10)
    .describe('What it can stand for, as it stands in a sentence, the likeliest first.'),
  plural: text.optional().describe('The first of these in the plural, where it does not take an "s" at its end.'),
  common: z.boolean().optional().describe('True for one that readers know without being told: "MRI".'),
});

/** One file; all lists are optional, so that a file can add to some of them only. */
export const vocabularyFileSchema = z.strictObject({
  $schema: z.string().max(2000).optional(),
  version: z.literal(1),
  source: text.optional().describe('Where the words come from.'),
  bodyParts: z.array(bodyPart).max(5000).optional(),
  sides: z.array(side).max(20).optional(),
  drugClasses: z.array(drugClass).max(5000).optional(),
  drugs: z.array(drug).max(20000).optional(),
  serviceClasses: z.array(serviceClass).max(5000).optional(),
  services: z.array(service).max(20000).optional(),
  specialties: z.array(specialty).max(5000).optional(),
  abbreviations: z.array(abbreviation).max(5000).optional(),
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
