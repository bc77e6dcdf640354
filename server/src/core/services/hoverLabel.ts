import type { Decision } from '../language/tree';
import type { SectionLabel } from '../profile/compiled';
import type { HeaderFieldDefinition, ItemFieldDefinition } from '../profile/schema';
import type { Setup } from '../setup';
import type { Span } from '../text/span';
import { ofData, t } from '../words/translate';
import type { HoverCard, HoverFact } from './hover';

type LabelDefinition = HeaderFieldDefinition | ItemFieldDefinition | SectionLabel;

/** What belongs behind a label. */
export function labelCard(definition: LabelDefinition, setup: Setup, span: Span): HoverCard {
  const [text, ...facts] = describe(definition, setup);
  return {
    kind: 'label',
    span,
    title: definition.label,
    facts: facts.filter(fact => fact !== null),
    paragraphs: [text],
    rule: null,
  };
}

/** What a decision word means, and how a rationale ends with it. */
export function decisionCard(decision: Decision, setup: Setup, span: Span): HoverCard {
  const { definition, match, word, advice } = decision;
  const words = setup.profile.profile.items.decisions.map(each => each.word).join(', ');
  const paragraphs = definition ? [outcomeWords(definition.outcome)] : [t('"{0}" is no decision here.', word)];
  if (advice !== null) paragraphs.push(ofData(advice));
  const facts: HoverFact[] = [{ name: t('Decisions'), text: words }];
  if (match !== 'exact' && definition) facts.unshift({ name: t('Meant is perhaps'), text: definition.word });
  const [conclusion] = definition?.conclusion ?? [];
  if (conclusion) facts.push({ name: t('The rationale ends'), text: conclusion });
  return { kind: 'decision', span, title: definition?.word ?? word, facts, paragraphs, rule: null };
}

function outcomeWords(outcome: 'uphold' | 'overturn' | 'partial' | 'dismiss'): string {
  const words = {
    uphold: t('The decision under review stands: the item is not granted.'),
    overturn: t('The decision under review falls: the item is granted.'),
    partial: t('The decision under review stands in part: a part of the item is granted.'),
    dismiss: t('The review ends without a decision on the item.'),
  };
  return words[outcome];
}

function describe(definition: LabelDefinition, setup: Setup): [string, ...(HoverFact | null)[]] {
  if (!('kind' in definition)) return [t('A value of the letter.')];
  switch (definition.kind) {
    case 'date':
      return [t('A date, as in 03/14/2016.')];
    case 'caseNumber':
      return [
        t('The number of the case.'),
        { name: t('Form'), text: t('{0} (# is a digit)', setup.profile.profile.header.caseNumber) },
      ];
    case 'word':
      return [t('One of a few words.'), values(definition.values)];
    case 'credential':
      return [credentialWords(definition.role), values(valuesOf(definition.role, setup))];
    case 'caseDecision':
      return [t('The decision of the case.'), values(setup.profile.profile.items.decisions.map(each => each.word))];
    case 'guidelineLine':
      return [lineWords(definition.role), ...forms(definition, setup)];
    case 'text':
      return definition.role === 'rationale' ? [rationaleWords()] : [t('Text.')];
  }
}

function credentialWords(role: 'licensure' | 'specialty'): string {
  return role === 'licensure'
    ? t('The states in which the reviewer is licensed, separated by commas.')
    : t("The reviewer's specialties, separated by commas.");
}

function lineWords(role: ItemFieldDefinition['role']): string {
  if (role === 'claimsGuideline') return t('What the decision under review rests on, as its own papers state it.');
  if (role === 'reviewerGuideline')
    return t(
      "What the reviewer's decision rests on: guideline, edition, and the pages or sections that bear on the item.",
    );
  return t('What the decision rests on.');
}

function rationaleWords(): string {
  return t(
    'Why the item is or is not medically necessary: the facts of the case, what the guidelines ask for, and the finding that follows for this item.',
  );
}

/** The forms that a guideline line may have, as the profile words them. */
function forms(field: ItemFieldDefinition, setup: Setup): HoverFact[] {
  const line = setup.profile.profile.guidelineLine;
  if (!line) return [];
  const standard = `${line.opening} ${line.standard} …`;
  const other = `${line.opening} ${line.other} …`;
  const [outside] = field.outside;
  const [nothing] = field.nothing;
  const texts = [`${standard}.`, `${standard}. ${other}.`, outside && `${outside} ${other}.`, nothing];
  return texts.filter(text => text !== undefined).map((text, index) => ({ name: t('Form {0}', index + 1), text }));
}

function valuesOf(role: 'licensure' | 'specialty', setup: Setup): readonly string[] {
  return setup.profile.profile.credentials.fields.find(field => field.role === role)?.values ?? [];
}

function values(all: readonly string[]): HoverFact | null {
  if (all.length === 0) return null;
  const shown = all.slice(0, 12).join(', ');
  return { name: t('Values'), text: all.length > 12 ? t('{0} and {1} more', shown, all.length - 12) : shown };
}
