import * as z from 'zod/mini';
import { t } from '../words/translate';

/**
 * A catalogue file: guidelines that letters cite. What is known of a page or a section is kept with how well it is
 * known, so that a check never says more than the catalogue can prove. Optional fields may be left out; `createCatalogue`
 * fills them.
 */

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const id = z
  .string()
  .check(
    z.maxLength(100),
    z.regex(/^[a-z0-9][a-z0-9.-]*$/, { error: () => t('lower-case letters, digits, hyphens and full stops') }),
  );
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: () => t('a date as yyyy-mm-dd') }));
const year = z.number().check(z.int(), z.minimum(1900), z.maximum(2200));
const page = z.number().check(z.int(), z.minimum(1), z.maximum(99999));
const pageRange = z.tuple([page, page]).check(
  z.refine(([first, last]) => first <= last, { error: () => t('the first page comes after the last') }),
  z.describe('First and last page; the same number twice for one page.'),
);
const texts = z.array(text).check(z.maxLength(200));
const sourceKeys = z
  .array(text)
  .check(z.maxLength(50), z.describe("Keys of the file's `sources`, or texts of their own."));
const aliases = texts.check(z.describe('Other names by which it is cited or searched for.'));

const appliesTo = z
  .strictObject({
    bodyParts: z
      .optional(z.array(id).check(z.maxLength(100)))
      .check(z.describe('Ids of body parts, as in the vocabulary; none means any.')),
    terms: z
      .optional(texts)
      .check(z.describe('Drugs, services and conditions in plain words ("MRI", "physical therapy").')),
  })
  .check(z.describe('What it is about: used to rank proposals and to compare a citation with the disputed item.'));

const pageCertainty = z
  .enum(['published', 'partly-published', 'recall'])
  .check(z.describe('How the pages are known: published in a source, in part, or by no source at hand.'));

const section = z.strictObject({
  name: text.check(z.describe('As a citation prints it.')),
  aliases: z.optional(aliases),
  letters: z.optional(z.number().check(z.int(), z.minimum(1))).check(z.describe('How many posted letters cite it.')),
  certainty: z
    .enum(['seen', 'published', 'other-edition', 'recall'])
    .check(
      z.describe(
        'Seen in letters; published for this edition; known from another edition or chapter; by no source at hand.',
      ),
    ),
  group: z.optional(text).check(z.describe('Heading under which it is offered.')),
  bodyParts: z.optional(z.array(id).check(z.maxLength(100))),
  terms: z.optional(texts),
  sources: z.optional(sourceKeys),
});

const topic = z.strictObject({
  title: text,
  aliases: z.optional(aliases),
  kind: z.enum(['section', 'table', 'topic', 'rule']),
  pages: z.optional(z.array(pageRange).check(z.maxLength(50))),
  provenPages: z
    .optional(z.array(pageRange).check(z.maxLength(50)))
    .check(z.describe('Pages that a source proves, of a topic partly published.')),
  certainty: z
    .enum(['published', 'partly-published', 'recall', 'none'])
    .check(z.describe('How the pages are known; "none" where the topic is cited without a page.')),
  confidence: z.enum(['low', 'medium', 'high']).check(z.describe('How sure it is that the guideline has this topic.')),
  bodyParts: z.optional(z.array(id).check(z.maxLength(100))),
  terms: z.optional(texts),
  sources: z.optional(sourceKeys),
  note: z.optional(text),
});

const citedAs = z.strictObject({
  title: text.check(z.describe('The guideline as a citation prints it.')),
  year: z.nullable(year).check(z.describe('The year printed behind it, or null where none is printed.')),
  section: z
    .optional(text)
    .check(z.describe('Where the guideline is itself cited as a section of the one named by `title`.')),
  style: z.enum(['page', 'section']),
  note: z.optional(text),
});

const guideline = z.strictObject({
  id: id.check(z.describe('Never changes; a stronger layer replaces a guideline by giving the same id.')),
  family: id.check(
    z.describe('Guidelines of one family share their numbering: a page belongs to one chapter of a family.'),
  ),
  title: text,
  aliases: z.optional(aliases),
  edition: z.optional(z.nullable(text)),
  year: z.optional(z.nullable(year)).check(z.describe('Year of the edition.')),
  chapter: z.optional(z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(999)))),
  inForce: z.optional(
    z.strictObject({
      from: z.nullable(isoDate).check(z.describe('First day in force; null if unknown or never adopted.')),
      to: z
        .nullable(isoDate)
        .check(z.describe('First day no longer in force; null if it still is, or no end is known.')),
      approximate: z
        .optional(z.boolean())
        .check(z.describe('True if one of the days is not certain: no check relies on them.')),
      note: z.optional(text),
    }),
  ),
  status: z
    .enum(['adopted', 'superseded', 'proposed', 'standing'])
    .check(z.describe('Adopted and in force; adopted once and replaced; proposed only; outside the adopted standard.')),
  supersededBy: z.optional(z.nullable(id)).check(z.describe('Id of the edition that replaced it.')),
  citedAs: z
    .optional(z.array(citedAs).check(z.maxLength(50)))
    .check(z.describe('Every printed form; the first of a style is the one offered.')),
  uses: z
    .optional(z.number().check(z.int(), z.minimum(1)))
    .check(z.describe('How many citations were counted in posted letters: a rough measure of use.')),
  pages: z.optional(
    z.nullable(
      z.strictObject({
        range: pageRange,
        window: z
          .optional(pageRange)
          .check(z.describe('The range to check a page against, where starts or ends are disputed.')),
        alternatives: z
          .optional(z.array(pageRange).check(z.maxLength(10)))
          .check(z.describe('Ranges of other printings.')),
        certainty: pageCertainty,
        checked: z.optional(z.boolean()).check(z.describe('True if a page outside the window may be reported.')),
      }),
    ),
  ),
  reference: z
    .enum(['page-or-section', 'section', 'topic', 'none'])
    .check(
      z.describe('What a citation of it is expected to give besides the title; "none" where it is cited as a whole.'),
    ),
  sections: z.optional(z.array(section).check(z.maxLength(2000))),
  sectionsFrom: z
    .optional(id)
    .check(
      z.describe(
        'Id of another edition in the same file with the same sections; what is known of them weakens to "other-edition".',
      ),
    ),
  sectionsComplete: z
    .optional(z.boolean())
    .check(z.describe('False if there are more sections than listed: unknown ones are not reported.')),
  topics: z.optional(z.array(topic).check(z.maxLength(2000))),
  appliesTo: z.optional(appliesTo),
  regulation: z.optional(z.nullable(text)),
  sources: z.optional(sourceKeys),
  certainty: z.enum(['low', 'medium', 'high']).check(z.describe('How sure title, edition and dates are.')),
  notes: z.optional(text),
});

export const catalogueSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  id: id.check(z.describe("Id of the catalogue, named in a profile's `catalogues`.")),
  title: text,
  sources: z
    .optional(z.record(z.string().check(z.maxLength(100)), text))
    .check(z.describe('Sources named in this file, by a short key.')),
  guidelines: z.array(guideline).check(z.maxLength(5000)),
});

export type CatalogueFile = z.infer<typeof catalogueSchema>;
export type GuidelineEntry = CatalogueFile['guidelines'][number];
export type SectionEntry = NonNullable<GuidelineEntry['sections']>[number];
export type TopicEntry = NonNullable<GuidelineEntry['topics']>[number];
export type CitedAs = NonNullable<GuidelineEntry['citedAs']>[number];
export type PageRange = readonly [first: number, last: number];
export type PageCertainty = TopicEntry['certainty'];
