import * as z from 'zod';

/**
 * A catalogue file: guidelines that letters cite. What is known of a page or a section is kept with how well it is
 * known, so that a check never says more than the catalogue can prove. Optional fields may be left out; `createCatalogue`
 * fills them.
 */

const text = z.string().min(1).max(2000);
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, hyphens and full stops');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as yyyy-mm-dd');
const year = z.number().int().min(1900).max(2200);
const page = z.number().int().min(1).max(99999);
const pageRange = z
  .tuple([page, page])
  .refine(([first, last]) => first <= last, 'the first page comes after the last')
  .describe('First and last page; the same number twice for one page.');
const texts = z.array(text).max(200);
const sourceKeys = z.array(text).max(50).describe("Keys of the file's `sources`, or texts of their own.");
const aliases = texts.describe('Other names by which it is cited or searched for.');

const appliesTo = z
  .strictObject({
    bodyParts: z.array(id).max(100).optional().describe('Ids of body parts, as in the vocabulary; none means any.'),
    terms: texts.optional().describe('Drugs, services and conditions in plain words ("MRI", "physical therapy").'),
  })
  .describe('What it is about: used to rank proposals and to compare a citation with the disputed item.');

const pageCertainty = z
  .enum(['published', 'partly-published', 'recall'])
  .describe('How the pages are known: published in a source, in part, or by no source at hand.');

const section = z.strictObject({
  name: text.describe('As a citation prints it.'),
  aliases: aliases.optional(),
  letters: z.number().int().min(1).optional().describe('How many posted letters cite it.'),
  certainty: z
    .enum(['seen', 'published', 'other-edition', 'recall'])
    .describe(
      'Seen in letters; published for this edition; known from another edition or chapter; by no source at hand.',
    ),
  group: text.optional().describe('Heading under which it is offered.'),
  bodyParts: z.array(id).max(100).optional(),
  terms: texts.optional(),
  sources: sourceKeys.optional(),
});

const topic = z.strictObject({
  title: text,
  aliases: aliases.optional(),
  kind: z.enum(['section', 'table', 'topic', 'rule']),
  pages: z.array(pageRange).max(50).optional(),
  provenPages: z
    .array(pageRange)
    .max(50)
    .optional()
    .describe('Pages that a source proves, of a topic partly published.'),
  certainty: z
    .enum(['published', 'partly-published', 'recall', 'none'])
    .describe('How the pages are known; "none" where the topic is cited without a page.'),
  confidence: z.enum(['low', 'medium', 'high']).describe('How sure it is that the guideline has this topic.'),
  bodyParts: z.array(id).max(100).optional(),
  terms: texts.optional(),
  sources: sourceKeys.optional(),
  note: text.optional(),
});

const citedAs = z.strictObject({
  title: text.describe('The guideline as a citation prints it.'),
  year: year.nullable().describe('The year printed behind it, or null where none is printed.'),
  section: text.optional().describe('Where the guideline is itself cited as a section of the one named by `title`.'),
  style: z.enum(['page', 'section']),
  note: text.optional(),
});

const guideline = z.strictObject({
  id: id.describe('Never changes; a stronger layer replaces a guideline by giving the same id.'),
  family: id.describe('Guidelines of one family share their numbering: a page belongs to one chapter of a family.'),
  title: text,
  aliases: aliases.optional(),
  edition: text.nullable().optional(),
  year: year.nullable().optional().describe('Year of the edition.'),
  chapter: z.number().int().min(1).max(999).nullable().optional(),
  inForce: z
    .strictObject({
      from: isoDate.nullable().describe('First day in force; null if unknown or never adopted.'),
      to: isoDate.nullable().describe('First day no longer in force; null if it still is, or no end is known.'),
      approximate: z.boolean().optional().describe('True if one of the days is not certain: no check relies on them.'),
      note: text.optional(),
    })
    .optional(),
  status: z
    .enum(['adopted', 'superseded', 'proposed', 'standing'])
    .describe('Adopted and in force; adopted once and replaced; proposed only; outside the adopted standard.'),
  supersededBy: id.nullable().optional().describe('Id of the edition that replaced it.'),
  citedAs: z.array(citedAs).max(50).optional().describe('Every printed form; the first of a style is the one offered.'),
  uses: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('How many citations were counted in posted letters: a rough measure of use.'),
  pages: z
    .strictObject({
      range: pageRange,
      window: pageRange.optional().describe('The range to check a page against, where starts or ends are disputed.'),
      alternatives: z.array(pageRange).max(10).optional().describe('Ranges of other printings.'),
      certainty: pageCertainty,
      checked: z.boolean().optional().describe('True if a page outside the window may be reported.'),
    })
    .nullable()
    .optional(),
  reference: z
    .enum(['page-or-section', 'section', 'topic', 'none'])
    .describe('What a citation of it is expected to give besides the title; "none" where it is cited as a whole.'),
  sections: z.array(section).max(2000).optional(),
  sectionsFrom: id
    .optional()
    .describe(
      'Id of another edition in the same file with the same sections; what is known of them weakens to "other-edition".',
    ),
  sectionsComplete: z
    .boolean()
    .optional()
    .describe('False if there are more sections than listed: unknown ones are not reported.'),
  topics: z.array(topic).max(2000).optional(),
  appliesTo: appliesTo.optional(),
  regulation: text.nullable().optional(),
  sources: sourceKeys.optional(),
  certainty: z.enum(['low', 'medium', 'high']).describe('How sure title, edition and dates are.'),
  notes: text.optional(),
});

export const catalogueSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  id: id.describe("Id of the catalogue, named in a profile's `catalogues`."),
  title: text,
  sources: z.record(z.string().max(100), text).optional().describe('Sources named in this file, by a short key.'),
  guidelines: z.array(guideline).max(5000),
});

export type CatalogueFile = z.infer<typeof catalogueSchema>;
export type GuidelineEntry = CatalogueFile['guidelines'][number];
export type SectionEntry = NonNullable<GuidelineEntry['sections']>[number];
export type TopicEntry = NonNullable<GuidelineEntry['topics']>[number];
export type CitedAs = NonNullable<GuidelineEntry['citedAs']>[number];
export type PageRange = readonly [first: number, last: number];
export type PageCertainty = TopicEntry['certainty'];
