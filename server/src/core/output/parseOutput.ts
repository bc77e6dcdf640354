import type { PageRange } from '../catalogue/schema';
import { lineOfItem } from '../citations/lineOfItem';
import type { Citation } from '../citations/model';
import { type CredentialRole, credentialsOf } from '../language/credentials';
import type { Letter } from '../language/letter';
import { matchDecision } from '../language/names';
import type { ItemField, ItemPart } from '../language/tree';
import type { ItemFieldRole, SectionKind } from '../profile/schema';
import type { Setup } from '../setup';

/**
 * A letter as `letters parse` prints it. A contract that others build on: nothing is renamed or left out within a
 * version. White space in texts is folded to one space, hard wraps are joined, comments and emphasis marks dropped.
 */
export interface ParsedLetter {
  readonly version: 1;
  readonly path: string;
  /** Id of the profile the letter was read with. */
  readonly profile: string;
  /** Values by the profile's labels, in the order of the letter. */
  readonly header: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<CredentialRole, readonly string[]>>;
  readonly sections: readonly { readonly kind: SectionKind; readonly title: string }[];
  readonly items: readonly ParsedItem[];
}

export interface ParsedItem {
  /** As written, up to the colon before the decision. */
  readonly title: string;
  /** The profile's word; as written where it is no word of the profile; null where there is none. */
  readonly decision: string | null;
  /** Null where the label is missing; so too in the fields below. */
  readonly claimsGuideline: ParsedGuidelineLine | null;
  readonly reviewerGuideline: ParsedGuidelineLine | null;
  readonly rationale: string | null;
}

export interface ParsedGuidelineLine {
  readonly text: string;
  readonly citations: readonly ParsedCitation[];
}

export interface ParsedCitation {
  readonly family: string;
  /** Id of the guideline in the catalogue; null where the citation could not be resolved. */
  readonly guideline: string | null;
  /** As written; the guideline's own where only its chapter is written. */
  readonly title: string;
  readonly year: number | null;
  readonly chapter: number | null;
  /** First and last page, as written. */
  readonly pages: readonly PageRange[];
  /** Sections or topics, as written. */
  readonly sections: readonly string[];
  readonly text: string;
}

export function parsedLetter(letter: Letter, setup: Setup, path: string): ParsedLetter {
  const credentials = credentialsOf(letter);
  const valuesOf = (role: CredentialRole) => credentials.filter(c => c.role === role).map(c => c.value);
  const decision = caseDecision(letter);
  return {
    version: 1,
    path,
    profile: setup.profile.profile.id,
    header: headerOf(letter),
    credentials: { licensure: valuesOf('licensure'), specialty: valuesOf('specialty') },
    sections: letter.sections.map(({ part }) => ({ kind: part.sectionKind, title: part.heading.title })),
    items: letter.items.map(({ part }) => parsedItem(part, setup, decision)),
  };
}

/** Of a label that stands twice, the first value counts. */
function headerOf(letter: Letter): Record<string, string> {
  const values = new Map<string, string>();
  for (const field of letter.header.part.fields) {
    if (!values.has(field.printed)) values.set(field.printed, field.text.text);
  }
  return Object.fromEntries(values);
}

function parsedItem(item: ItemPart, setup: Setup, caseDecision: string | null): ParsedItem {
  const { decision, text } = item.title;
  return {
    title: text.text,
    decision: decision ? (decision.definition?.word ?? decision.word) : caseDecision,
    claimsGuideline: guidelineLine(item, 'claimsGuideline', setup),
    reviewerGuideline: guidelineLine(item, 'reviewerGuideline', setup),
    rationale: fieldOf(item, 'rationale')?.text.text ?? null,
  };
}

function fieldOf(item: ItemPart, role: ItemFieldRole): ItemField | undefined {
  return item.fields.find(field => field.definition.role === role);
}

function guidelineLine(item: ItemPart, role: ItemFieldRole, setup: Setup): ParsedGuidelineLine | null {
  const field = fieldOf(item, role);
  if (!field) return null;
  return { text: field.text.text, citations: (lineOfItem(item, role, setup)?.citations ?? []).map(parsedCitation) };
}

function parsedCitation(citation: Citation): ParsedCitation {
  const { family, guideline, title, year, chapter, text } = citation;
  return {
    family,
    guideline: guideline?.id ?? null,
    title: title || (guideline?.title ?? ''),
    year,
    chapter,
    pages: citation.pages.flatMap(({ range }) => (range ? [range] : [])),
    sections: citation.sections.map(section => section.name),
    text,
  };
}

/** The decision of a letter that decides the case as a whole: every item shares it. */
function caseDecision(letter: Letter): string | null {
  if (letter.profile.profile.items.per !== 'case') return null;
  for (const { part } of letter.sections) {
    for (const field of part.fields) {
      const word = field.text.text;
      if (field.definition.kind !== 'caseDecision' || word === '') continue;
      return matchDecision(word, letter.profile)?.definition?.word ?? word;
    }
  }
  return null;
}
