import * as z from 'zod/mini';
import { t } from '../words/translate';
import { clock } from './clockSchema';
import { house } from './houseSchema';
import { law } from './lawSchema';

/**
 * A profile: everything about a letter that belongs to one review program. No such word stands in code.
 *
 * A *template* below is plain text in which `{name}` stands for any run of characters within one sentence; white space
 * matches any run of white space, letter case does not matter. Templates are never turned into regular expressions
 * written by the profile's author, so a hostile profile cannot make matching slow.
 */

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const template = text.check(z.describe('Plain text; {name} stands for any words within the sentence.'));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: () => t('a date as yyyy-mm-dd') }));
const names = z._default(z.array(text).check(z.maxLength(200)), []);

export const decisionOutcome = z.enum(['uphold', 'overturn', 'partial', 'dismiss']);

const headerField = z.strictObject({
  label: text.check(z.describe('As printed, without the colon.')),
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
    .check(z.describe('What the value means to the checks.')),
  kind: z.enum(['date', 'caseNumber', 'word', 'text']),
  required: z._default(z.boolean(), false),
  values: names.check(z.describe('For kind "word": the values allowed.')),
});

const credential = z.strictObject({
  role: z.enum(['licensure', 'specialty']),
  label: text,
  aliases: names,
  values: names.check(z.describe('Known values, offered in completion.')),
});

const section = z.strictObject({
  kind: z.enum(['how-made', 'summary', 'issues', 'other']).check(z.describe('What the section is to the checks.')),
  heading: text,
  aliases: names,
  required: z._default(z.boolean(), true),
  leadIn: z
    ._default(z.string().check(z.maxLength(4000)), '')
    .check(z.describe('Standard text inserted below the heading.')),
});

const itemField = z.strictObject({
  role: z.enum(['claimsGuideline', 'reviewerGuideline', 'rationale', 'other']),
  label: text,
  aliases: names,
  required: z._default(z.boolean(), true),
  kind: z.enum(['guidelineLine', 'text']),
  outside: z
    ._default(z.array(template).check(z.maxLength(20)), [])
    .check(z.describe('Sentences saying that the decision rests outside the standard.')),
  nothing: z
    ._default(z.array(template).check(z.maxLength(20)), [])
    .check(z.describe('Sentences saying that no evidence was cited.')),
});

const decision = z.strictObject({
  word: text,
  outcome: decisionOutcome,
  conclusion: z
    ._default(z.array(template).check(z.maxLength(20)), [])
    .check(z.describe('Sentences that end the rationale for this decision; {item} is the disputed item.')),
});

const citationStyle = z.strictObject({
  label: text.check(z.describe('Introduces the pages or sections, with its colon: "Page(s):".')),
  aliases: names.check(z.describe('Other forms of the label that are understood, with or without a colon.')),
  joiner: z.string().check(z.maxLength(20), z.describe('Between two citations.')),
  from: z._default(z.nullable(isoDate), null).check(z.describe('Style used by letters decided on or after this date.')),
  to: z._default(z.nullable(isoDate), null).check(z.describe('Style used by letters decided before this date.')),
});

const guidelineLine = z.strictObject({
  opening: text.check(z.describe('Opens a sentence with citations.')),
  standard: text.check(z.describe('Names the standard after the opening; its citations follow.')),
  other: text.check(z.describe('After the opening: introduces free text naming other sources.')),
  otherShort: names.check(z.describe('Incomplete forms of `other` that are flagged.')),
  andOther: names.check(z.describe('Joins a further source inside the free text.')),
  pageStyle: z._default(z.nullable(citationStyle), null),
  sectionStyle: z._default(z.nullable(citationStyle), null),
  chapterHeads: names.check(
    z.describe('Page style: names of the family that is cited by chapter number, before "Chapter n".'),
  ),
  chapterLabel: z._default(text, 'Chapter').check(z.describe('Page style: the word before a chapter number.')),
  familyHeads: names.check(z.describe('Page style: names of guidelines cited by topic and page.')),
  silent: z
    ._default(z.array(template).check(z.maxLength(60)), [])
    .check(z.describe('Phrases of a rationale that say the standard is silent or does not apply.')),
  standardNames: names.check(z.describe('Names by which a rationale speaks of the standard.')),
  otherNames: z
    ._default(
      z
        .array(z.strictObject({ name: text, aliases: names, family: z._default(z.nullable(text), null) }))
        .check(z.maxLength(100)),
      [],
    )
    .check(z.describe('Sources outside the standard, with the ways a letter names them.')),
});

const remainingPortion = z.strictObject({
  original: z.array(template).check(z.maxLength(10), z.describe('Sentence naming the original request: {original}.')),
  authorised: z
    .array(template)
    .check(z.maxLength(10), z.describe('Sentence naming what was authorised: {authorised}.')),
  remaining: z
    .array(template)
    .check(z.maxLength(10), z.describe('Sentence that begins the portion still in dispute: {remaining}.')),
});

export const profileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => t('lower-case letters, digits and hyphens') })),
  title: text,
  extends: z.optional(z.string()).check(z.describe('Id of a built-in profile whose values this one replaces in part.')),
  organisation: text.check(z.describe('House name of the reviewing organisation, used in standard text.')),
  standard: z
    .nullable(text)
    .check(z.describe('Short name of the standard that comes first, or null where no standard does.')),
  catalogues: names.check(z.describe('Ids of the built-in catalogues.')),
  header: z.strictObject({
    fields: z.array(headerField).check(z.maxLength(50)),
    caseNumber: z
      .string()
      .check(z.maxLength(60), z.describe('Form of a case number: # a digit, every other character itself.')),
    order: z
      ._default(z.array(z.array(text).check(z.minLength(2), z.maxLength(10))).check(z.maxLength(10)), [])
      .check(z.describe('Chains of header roles whose dates must not go backwards.')),
  }),
  sections: z.array(section).check(z.minLength(1), z.maxLength(20)),
  credentials: z.strictObject({
    fields: z.array(credential).check(z.maxLength(10)),
    prose: z
      ._default(z.array(template).check(z.maxLength(20)), [])
      .check(z.describe('Sentences that state credentials in prose: {specialty}, {licensure}.')),
  }),
  items: z.strictObject({
    per: z.enum(['item', 'case']).check(z.describe('Whether each disputed item has a decision, or the case has one.')),
    fields: z.array(itemField).check(z.minLength(1), z.maxLength(12)),
    decisions: z.array(decision).check(z.minLength(1), z.maxLength(12)),
    wrongDecisions: z
      ._default(z.array(z.strictObject({ word: text, advice: text })).check(z.maxLength(60)), [])
      .check(z.describe('Words writers use that are no decision here, and what to do instead.')),
    caseDecision: z
      ._default(z.nullable(z.strictObject({ label: text, aliases: names })), null)
      .check(z.describe('Where `per` is "case": the labelled line of a section that states the decision.')),
    remainingPortion: z._default(z.nullable(remainingPortion), null),
    dependence: z
      ._default(z.array(template).check(z.maxLength(40)), [])
      .check(z.describe('Phrases of a rationale or title that make the item stand or fall with another one.')),
    dependsOn: z
      ._default(z.nullable(template), null)
      .check(z.describe('Sentence inserted to say that an item depends on another: {item}, {decision}.')),
  }),
  guidelineLine: z._default(z.nullable(guidelineLine), null),
  templateText: names.check(
    z.describe('Unresolved template text that must not stay in the body of a letter ("he/she").'),
  ),
  fixedText: z
    ._default(z.array(template).check(z.maxLength(40)), [])
    .check(z.describe('Standard sentences in which template text is legitimate.')),
  caseSentences: z
    ._default(
      z.strictObject({
        summary: z._default(z.array(template).check(z.maxLength(20)), []),
        rationale: z._default(z.array(template).check(z.maxLength(20)), []),
      }),
      { summary: [], rationale: [] },
    )
    .check(
      z.describe(
        'Sentences proposed while typing: {age}, {sex} of the summary and the roles of header fields stand in them.',
      ),
    ),
  advisories: z
    ._default(
      z
        .array(
          z.strictObject({
            topic: text,
            classes: names.check(z.describe('Ids of the drug classes of the vocabulary that it is for.')),
            text: z.string().check(z.maxLength(4000)),
            phrases: names.check(
              z.describe('Beginnings of words or phrases by which a rationale that has it is known.'),
            ),
          }),
        )
        .check(z.maxLength(20)),
      [],
    )
    .check(z.describe('Fixed paragraphs that belong into the rationale where such a drug is refused.')),
  reviewedDecision: z
    ._default(
      z.nullable(
        z.strictObject({
          names: names.check(z.describe('Who made the decision under review, or what it is called.')),
          references: names.check(
            z.describe(
              'Other ways to speak of it: "prior determination", "previously denied". Leave them out where a case has several such decisions.',
            ),
          ),
        }),
      ),
      null,
    )
    .check(z.describe('How the summary speaks of the decision under review.')),
  privacy: z
    ._default(
      z.nullable(
        z.strictObject({
          person: text.check(z.describe('How a letter speaks of the person it is about; stands in for a name.')),
          recordNumbers: names.check(
            z.describe('Words before numbers of records that no letter may hold: "ABC" for ABC1234567.'),
          ),
        }),
      ),
      null,
    )
    .check(z.describe('Words of the program about persons and their records.')),
  documentsReviewed: names.check(
    z.describe('Headings, or words before a colon, that open the list of documents reviewed.'),
  ),
  laws: z
    ._default(z.array(law).check(z.maxLength(40)), [])
    .check(z.describe('Statutes and regulations whose sections are links.')),
  clock: z._default(z.nullable(clock), null).check(z.describe('Deadline of the decision.')),
  house: house.check(z.describe('How letters look on paper and in files made of them.')),
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
