import * as z from 'zod';

/**
 * A profile: everything about a letter that belongs to one review program. No such word stands in code.
 *
 * A *template* below is plain text in which `{name}` stands for any run of characters within one sentence; white space
 * matches any run of white space, letter case does not matter. Templates are never turned into regular expressions
 * written by the profile's author, so a hostile profile cannot make matching slow.
 */

const text = z.string().min(1).max(2000);
const template = text.describe('Plain text; {name} stands for any words within the sentence.');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as yyyy-mm-dd');
const names = z.array(text).max(200).default([]);

export const decisionOutcome = z.enum(['uphold', 'overturn', 'partial', 'dismiss']);

const headerField = z.strictObject({
  label: text.describe('As printed, without the colon.'),
  aliases: names,
  role: z
    .enum([
      'caseNumber',
      'dateAssigned',
      'dateOfInjury',
      'decisionDate',
      'denialDate',
      'priority',
      'track',
      'dateReceived',
      'recordsComplete',
      'serviceDate',
      'other',
    ])
    .describe('What the value means to the checks.'),
  kind: z.enum(['date', 'caseNumber', 'word', 'text']),
  required: z.boolean().default(false),
  values: names.describe('For kind "word": the values allowed.'),
});

const credential = z.strictObject({
  role: z.enum(['licensure', 'specialty']),
  label: text,
  aliases: names,
  values: names.describe('Known values, offered in completion.'),
});

const section = z.strictObject({
  kind: z.enum(['how-made', 'summary', 'issues', 'other']).describe('What the section is to the checks.'),
  heading: text,
  aliases: names,
  required: z.boolean().default(true),
  leadIn: z.string().max(4000).default('').describe('Standard text inserted below the heading.'),
});

const itemField = z.strictObject({
  role: z.enum(['claimsGuideline', 'reviewerGuideline', 'rationale', 'other']),
  label: text,
  aliases: names,
  required: z.boolean().default(true),
  kind: z.enum(['guidelineLine', 'text']),
  outside: z
    .array(template)
    .max(20)
    .default([])
    .describe('Sentences saying that the decision rests outside the standard.'),
  nothing: z.array(template).max(20).default([]).describe('Sentences saying that no evidence was cited.'),
});

const decision = z.strictObject({
  word: text,
  outcome: decisionOutcome,
  conclusion: z
    .array(template)
    .max(20)
    .default([])
    .describe('Sentences that end the rationale for this decision; {item} is the disputed item.'),
});

const citationStyle = z.strictObject({
  label: text.describe('Introduces the pages or sections, with its colon: "Page(s):".'),
  aliases: names.describe('Other forms of the label that are understood, with or without a colon.'),
  joiner: z.string().max(20).describe('Between two citations.'),
  from: isoDate.nullable().default(null).describe('Style used by letters decided on or after this date.'),
  to: isoDate.nullable().default(null).describe('Style used by letters decided before this date.'),
});

const guidelineLine = z.strictObject({
  opening: text.describe('Opens a sentence with citations.'),
  standard: text.describe('Names the standard after the opening; its citations follow.'),
  other: text.describe('After the opening: introduces free text naming other sources.'),
  otherShort: names.describe('Incomplete forms of `other` that are flagged.'),
  andOther: names.describe('Joins a further source inside the free text.'),
  pageStyle: citationStyle.nullable().default(null),
  sectionStyle: citationStyle.nullable().default(null),
  chapterHeads: names.describe('Page style: names of the family that is cited by chapter number, before "Chapter n".'),
  chapterLabel: text.default('Chapter').describe('Page style: the word before a chapter number.'),
  familyHeads: names.describe('Page style: names of guidelines cited by topic and page.'),
  silent: z
    .array(template)
    .max(60)
    .default([])
    .describe('Phrases of a rationale that say the standard is silent or does not apply.'),
  standardNames: names.describe('Names by which a rationale speaks of the standard.'),
  otherNames: z
    .array(z.strictObject({ name: text, aliases: names, family: text.nullable().default(null) }))
    .max(100)
    .default([])
    .describe('Sources outside the standard, with the ways a letter names them.'),
});

const remainingPortion = z.strictObject({
  original: z.array(template).max(10).describe('Sentence naming the original request: {original}.'),
  authorised: z.array(template).max(10).describe('Sentence naming what was authorised: {authorised}.'),
  remaining: z.array(template).max(10).describe('Sentence that begins the portion still in dispute: {remaining}.'),
});

const clockDays = {
  days: z.number().int().positive().max(3650),
  workingDays: z.boolean().default(false).describe('True if weekends and holidays do not count.'),
};

const holiday = z
  .union([
    z.strictObject({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }),
    z.strictObject({
      month: z.number().int().min(1).max(12),
      weekday: z.number().int().min(0).max(6).describe('0 is Sunday.'),
      nth: z.number().int().min(-1).max(4).describe('1 is the first of the month, -1 the last.'),
      plus: z.number().int().min(0).max(6).default(0).describe('Days after it.'),
    }),
  ])
  .describe('The same day of the month every year, or a weekday such as the last Monday of May.');

const clock = z.strictObject({
  ...clockDays,
  from: text.describe('The header role whose date starts the clock; a letter without it is not judged.'),
  tracks: z
    .array(
      z.strictObject({
        role: text.describe('A header role, such as "priority".'),
        value: text.describe('The word that the header must hold there.'),
        ...clockDays,
      }),
    )
    .max(10)
    .default([])
    .describe('Other periods for some letters; the first that fits holds.'),
  holidays: z.array(holiday).max(40).default([]),
  source: z.string().max(200).default('').describe('Where the periods are laid down.'),
});

const law = z.strictObject({
  title: text.describe('Short name, as shown: "45 CFR".'),
  names: z
    .array(text)
    .min(1)
    .max(40)
    .describe('How a letter names it right before the number of a section; case does not matter.'),
  address: z
    .string()
    .max(500)
    .regex(/^https:\/\/[a-z0-9.-]+\/[^\s{}]*\{section\}[^\s{}]*$/i, 'an https address with {section} in it')
    .describe('Where the public reads a section: {section} stands for its number.'),
  dot: z
    .string()
    .max(3)
    .regex(/^[.\w-]*$/)
    .default('.')
    .describe('What stands for a dot of the number in the address.'),
  hyphens: z.boolean().default(false).describe('True if numbers of sections hold hyphens; else one makes a range.'),
});

export const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: text,
  extends: z.string().optional().describe('Id of a built-in profile whose values this one replaces in part.'),
  organisation: text.describe('House name of the reviewing organisation, used in standard text.'),
  standard: text.nullable().describe('Short name of the standard that comes first, or null where no standard does.'),
  catalogues: names.describe('Ids of the built-in catalogues.'),
  header: z.strictObject({
    fields: z.array(headerField).max(50),
    caseNumber: z.string().max(60).describe('Form of a case number: # a digit, every other character itself.'),
    order: z
      .array(z.array(text).min(2).max(10))
      .max(10)
      .default([])
      .describe('Chains of header roles whose dates must not go backwards.'),
  }),
  sections: z.array(section).min(1).max(20),
  credentials: z.strictObject({
    fields: z.array(credential).max(10),
    prose: z
      .array(template)
      .max(20)
      .default([])
      .describe('Sentences that state credentials in prose: {specialty}, {licensure}.'),
  }),
  items: z.strictObject({
    per: z.enum(['item', 'case']).describe('Whether each disputed item has a decision, or the case has one.'),
    fields: z.array(itemField).min(1).max(12),
    decisions: z.array(decision).min(1).max(12),
    wrongDecisions: z
      .array(z.strictObject({ word: text, advice: text }))
      .max(60)
      .default([])
      .describe('Words writers use that are no decision here, and what to do instead.'),
    caseDecision: z
      .strictObject({ label: text, aliases: names })
      .nullable()
      .default(null)
      .describe('Where `per` is "case": the labelled line of a section that states the decision.'),
    remainingPortion: remainingPortion.nullable().default(null),
    dependence: z
      .array(template)
      .max(40)
      .default([])
      .describe('Phrases of a rationale or title that make the item stand or fall with another one.'),
    dependsOn: template
      .nullable()
      .default(null)
      .describe('Sentence inserted to say that an item depends on another: {item}, {decision}.'),
  }),
  guidelineLine: guidelineLine.nullable().default(null),
  templateText: names.describe('Unresolved template text that must not stay in the body of a letter ("he/she").'),
  fixedText: z.array(template).max(40).default([]).describe('Standard sentences in which template text is legitimate.'),
  caseSentences: z
    .strictObject({
      summary: z.array(template).max(20).default([]),
      rationale: z.array(template).max(20).default([]),
    })
    .default({ summary: [], rationale: [] })
    .describe(
      'Sentences proposed while typing: {age}, {sex} of the summary and the roles of header fields stand in them.',
    ),
  advisories: z
    .array(
      z.strictObject({
        topic: text,
        classes: names.describe('Ids of the drug classes of the vocabulary that it is for.'),
        text: z.string().max(4000),
        phrases: names.describe('Beginnings of words or phrases by which a rationale that has it is known.'),
      }),
    )
    .max(20)
    .default([])
    .describe('Fixed paragraphs that belong into the rationale where such a drug is refused.'),
  reviewedDecision: z
    .strictObject({
      names: names.describe('Who made the decision under review, or what it is called.'),
      references: names.describe(
        'Other ways to speak of it: "prior determination", "previously denied". Leave them out where a case has several such decisions.',
      ),
    })
    .nullable()
    .default(null)
    .describe('How the summary speaks of the decision under review.'),
  privacy: z
    .strictObject({
      person: text.describe('How a letter speaks of the person it is about; stands in for a name.'),
      recordNumbers: names.describe('Words before numbers of records that no letter may hold: "ABC" for ABC1234567.'),
    })
    .nullable()
    .default(null)
    .describe('Words of the program about persons and their records.'),
  documentsReviewed: names.describe('Headings, or words before a colon, that open the list of documents reviewed.'),
  laws: z.array(law).max(40).default([]).describe('Statutes and regulations whose sections are links.'),
  clock: clock.nullable().default(null).describe('Deadline of the decision.'),
});

export type Profile = z.infer<typeof profileSchema>;
export type HeaderFieldDefinition = Profile['header']['fields'][number];
export type SectionDefinition = Profile['sections'][number];
export type ItemFieldDefinition = Profile['items']['fields'][number];
export type CredentialDefinition = Profile['credentials']['fields'][number];
export type DecisionDefinition = Profile['items']['decisions'][number];
export type LawDefinition = Profile['laws'][number];
export type SectionKind = SectionDefinition['kind'];
export type ItemFieldRole = ItemFieldDefinition['role'];
export type HeaderRole = HeaderFieldDefinition['role'];
