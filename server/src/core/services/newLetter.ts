import { parseLetter } from '../language/letter';
import type { HeaderFieldDefinition, Profile, SectionDefinition } from '../profile/schema';
import { checkLetter, type RuleFailure } from '../rules/check';
import { guidelineForms, rationaleText, sectionText } from '../rules/standardText';
import { valueProblem } from '../rules/structure/headerValue';
import type { Setup } from '../setup';
import { choicesOf } from '../words/phrases';

/** What a writer is asked before a letter is begun: the header of the profile. */
export interface NewLetterForm {
  readonly profile: { readonly id: string; readonly title: string };
  readonly fields: readonly NewLetterField[];
}

export interface NewLetterField {
  readonly label: string;
  readonly kind: HeaderFieldDefinition['kind'];
  readonly required: boolean;
  /** The words to choose from; empty where any value may stand. */
  readonly values: readonly string[];
  /** How a value looks: "mm/dd/yyyy", "AB##-####" with # for a digit; empty where any may stand. */
  readonly form: string;
}

/** Values of the header by their labels; those not given are left to be filled in. */
export type HeaderValues = Readonly<Record<string, string>>;

export interface CheckedValue {
  /** As letters write it. */
  readonly value: string;
  readonly problem: { readonly message: string; readonly isError: boolean } | null;
}

export function newLetterForm({ profile: { profile } }: Setup): NewLetterForm {
  return {
    profile: { id: profile.id, title: profile.title },
    fields: profile.header.fields.map(field => ({
      label: field.label,
      kind: field.kind,
      required: field.required,
      values: field.kind === 'word' ? field.values : [],
      form: formOf(field, profile),
    })),
  };
}

/** Reads one of the values as the letter will be read, and says what the rules find wrong with it beside the others. */
export function checkHeaderValue(setup: Setup, values: HeaderValues, label: string, failed: RuleFailure): CheckedValue {
  const { profile } = setup.profile;
  const value = (values[label] ?? '').trim();
  const letter = parseLetter(headerText({ ...values, [label]: value }, profile), setup.profile);
  const field = letter.header.part.fields.find(({ definition }) => definition.label === label);
  if (!field || value === '') return { value, problem: null };
  const slip = valueProblem(field, profile.header.caseNumber);
  const meant = slip?.meant[0];
  if (slip?.atMost === 'hint' && meant !== undefined) {
    return checkHeaderValue(setup, { ...values, [label]: meant }, label, failed);
  }
  const found = checkLetter(letter, setup, failed).filter(
    ({ span }) => field.value.start <= span.start && span.end <= field.value.end,
  );
  const [worst] = found.filter(({ severity }) => severity === 'error').concat(found);
  return { value, problem: worst ? { message: worst.message, isError: worst.severity === 'error' } : null };
}

/** A letter with this header and its standard sections; `[[…]]` stands where only the writer knows what belongs. */
export function newLetter({ profile: { profile } }: Setup, values: HeaderValues, services: readonly string[]): string {
  const sections = profile.sections.map(section => {
    const own = sectionText(section, profile, { marked: true, lineEnd: '\n' });
    if (section.kind === 'issues') {
      const asked = services.length > 0 ? services : ['[[service]]'];
      return [own, ...asked.map(service => itemText(service, profile))].join('\n\n');
    }
    return isAnnouncing(section) ? `${own}\n\n[[${section.heading.toLowerCase()}]]` : own;
  });
  return `${[headerText(values, profile).trimEnd(), ...sections].join('\n\n')}\n`;
}

function headerText(values: HeaderValues, profile: Profile): string {
  return profile.header.fields
    .map(field => ({ field, value: Object.hasOwn(values, field.label) ? (values[field.label] ?? '').trim() : '' }))
    .filter(({ field, value }) => field.required || value !== '')
    .map(({ field, value }) => `${field.label}: ${value || `[[${formOf(field, profile) || field.label}]]`}\n`)
    .join('');
}

function formOf(field: HeaderFieldDefinition, { header }: Profile): string {
  if (field.kind === 'date') return 'mm/dd/yyyy';
  if (field.kind === 'caseNumber') return header.caseNumber;
  return field.kind === 'word' ? field.values.join(' or ') : '';
}

/** Standard words that end in a colon announce what the writer has to add. */
function isAnnouncing({ leadIn, kind }: SectionDefinition): boolean {
  return kind === 'summary' || leadIn.trimEnd().endsWith(':');
}

function itemText(service: string, profile: Profile): string {
  const { per, decisions, fields } = profile.items;
  const words = choicesOf(decisions.map(({ word }) => word));
  const title = per === 'item' ? `## ${service}: [[${words}]]` : `## ${service}`;
  const lines = fields
    .filter(({ required }) => required)
    .map(field => {
      const rationale = field.role === 'rationale' ? rationaleText(service, null, profile) : null;
      return `${field.label}: ${rationale ?? guidelineForms(field, profile)[0]?.text ?? ''}`;
    });
  return [title, ...lines].join('\n\n');
}
