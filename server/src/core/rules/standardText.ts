import type { ItemPart } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';
import type { DecisionDefinition, ItemFieldDefinition, Profile, SectionDefinition } from '../profile/schema';
import { fillTemplate, findTemplate } from '../profile/template';
import { choicesOf } from '../words/phrases';
import { t } from '../words/translate';

/** Text made of the profile's own words; what only the writer knows is a `[[placeholder]]`. */

const SERVICE = placeholder('service');

/** One way to write the value of a field. */
export interface FieldForm {
  /** What sets it apart from the other ways, for a menu; empty if it is the only one. */
  readonly name: string;
  readonly text: string;
}

/** The forms that a guideline line of this field may have, the commonest first. */
export function guidelineForms(field: ItemFieldDefinition, profile: Profile): FieldForm[] {
  const line = profile.guidelineLine;
  if (!line || field.kind !== 'guidelineLine') return [{ name: '', text: placeholder(field.label) }];
  const standard = `${line.opening} ${line.standard} ${placeholder('citation')}.`;
  const other = `${line.opening} ${line.other} ${placeholder('source')}.`;
  const outside = field.outside.slice(0, 1).map(sentence => fillTemplate(sentence, {}));
  const forms = [
    { name: line.standard, text: standard },
    { name: t('{0} and other sources', line.standard), text: `${standard} ${other}` },
    { name: t('other sources only'), text: [...outside, other].join(' ') },
  ];
  const nothing = field.nothing[0];
  return nothing ? [...forms, { name: t('nothing cited'), text: fillTemplate(nothing, {}) }] : forms;
}

/** A rationale to be filled in, which ends in the sentence for the decision where that is known. */
export function rationaleText(service: string, decision: DecisionDefinition | null, profile: Profile): string {
  const reasons = placeholder('reasons, with the findings of this case');
  const conclusion = decision && conclusionFor(service, decision, profile);
  return conclusion ? `${reasons} ${conclusion}` : reasons;
}

/** The sentence that ends the rationale of an item so decided, or null if the profile has none. */
export function conclusionFor(service: string, decision: DecisionDefinition, profile: Profile): string | null {
  const sentence = decision.conclusion[0];
  return sentence ? fillTemplate(sentence, { item: service, organisation: profile.organisation }) : null;
}

/** The service in dispute as a sentence can name it: of a title that tells a history, the portion that remains. */
export function serviceOf(item: ItemPart, profile: CompiledProfile): string {
  const title = item.title.text.text;
  const lower = title.toLowerCase();
  for (const template of profile.remaining?.remaining ?? []) {
    const portion = findTemplate(template, lower)?.values['remaining'];
    if (portion) return tidy(title.slice(portion.start, portion.end).replace(/,? (?:is|are)$/i, ''));
  }
  return tidy(title) || SERVICE;
}

function tidy(words: string): string {
  return words.trim().replace(/[,;:.]{1,20}$/, '');
}

export interface LineStyle {
  /** Headings and titles are written with `#`. */
  readonly marked: boolean;
  readonly lineEnd: string;
}

/** A section with its standard text, and the labelled lines that stand in it. */
export function sectionText(section: SectionDefinition, profile: Profile, style: LineStyle): string {
  const heading = style.marked ? `# ${section.heading}` : section.heading;
  const leadIn = fillTemplate(section.leadIn, { organisation: profile.organisation });
  const labels = section.kind === 'how-made' ? profile.credentials.fields.map(field => field.label) : [];
  const lines = labels.map(label => `${label}: ${placeholder(label)}`);
  if (profile.items.caseDecision && section === caseDecisionSection(profile)) lines.push(caseDecisionLine(profile));
  const blocks = [heading, leadIn.replace(/\n/g, style.lineEnd), lines.join(style.lineEnd)];
  return blocks.filter(block => block !== '').join(style.lineEnd + style.lineEnd);
}

/** An item with all its required fields to be filled in; `decision` is null where the case is decided as a whole. */
export function itemText(decision: DecisionDefinition | null, profile: Profile, style: LineStyle): string {
  const title = `${SERVICE}${decision ? `: ${decision.word}` : ''}`;
  const fields = profile.items.fields.filter(field => field.required);
  const lines = fields.map(field => {
    const rationale = field.role === 'rationale' && rationaleText(SERVICE, decision, profile);
    return `${field.label}: ${rationale || guidelineForms(field, profile)[0]?.text}`;
  });
  return [style.marked ? `## ${title}` : title, ...lines].join(style.lineEnd + style.lineEnd);
}

/** The section that states the decision of the whole case: the one whose heading says so, else that of the issues. */
export function caseDecisionSection(profile: Profile): SectionDefinition | null {
  const words = (profile.items.caseDecision?.label ?? '').toLowerCase().split(/\s+/);
  const says = (section: SectionDefinition) => {
    const heading = section.heading.toLowerCase().split(/\s+/);
    return words.every(word => heading.includes(word));
  };
  return profile.sections.find(says) ?? profile.sections.find(section => section.kind === 'issues') ?? null;
}

function caseDecisionLine(profile: Profile): string {
  const { caseDecision, decisions } = profile.items;
  return `${caseDecision?.label}: ${placeholder(choicesOf(decisions.map(d => d.word)))}`;
}

function placeholder(words: string): string {
  return `[[${words}]]`;
}
