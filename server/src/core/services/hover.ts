import { lineOfField } from '../citations/lineOfItem';
import type { GuidelineLine, NamedSource } from '../citations/model';
import { letterFacts } from '../language/facts';
import type { Letter } from '../language/letter';
import type { ItemField, ItemPart, Placed } from '../language/tree';
import { rules } from '../rules/index';
import type { Finding } from '../rules/rule';
import type { Setup } from '../setup';
import { contains, type Span, shift } from '../text/span';
import { ofData } from '../words/translate';
import { citationCard, guidelineCard } from './hoverCitation';
import { decisionCard, labelCard } from './hoverLabel';

/** What is known of a place in the letter; plain text throughout. */
export interface HoverCard {
  readonly kind: 'citation' | 'finding' | 'label' | 'decision';
  readonly span: Span;
  readonly title: string;
  /** Short statements with a name: edition, pages. */
  readonly facts: readonly HoverFact[];
  readonly paragraphs: readonly string[];
  /** Of a finding: the rule whose page says more. */
  readonly rule: string | null;
}

export interface HoverFact {
  readonly name: string;
  readonly text: string;
}

/** What is known of the place at `offset`: of its citation, label or decision first, then of each finding there. */
export function hoverCards(
  letter: Letter,
  setup: Setup,
  findings: readonly Finding[],
  offset: number,
): readonly HoverCard[] {
  const about = subjectCard(letter, setup, offset);
  const found = findings.filter(finding => contains(finding.span, offset)).map(findingCard);
  return about ? [about, ...found] : found;
}

function findingCard(finding: Finding): HoverCard {
  const rule = rules.find(({ id }) => id === finding.rule);
  return {
    kind: 'finding',
    span: finding.span,
    title: finding.rule,
    facts: [],
    paragraphs: rule ? [ofData(rule.summary), finding.message] : [finding.message],
    rule: finding.rule,
  };
}

function subjectCard(letter: Letter, setup: Setup, offset: number): HoverCard | null {
  const placed = letter.parts.findLast(({ start }) => start <= offset);
  if (!placed) return null;
  const { start, part } = placed;
  const at = offset - start;
  const label = part.fields.find(
    field => contains(field.label, at) || (field.labelRest && contains(field.labelRest, at)),
  );
  if (label) return labelCard(label.definition, setup, shift(label.label, start));
  if (part.kind !== 'item') return null;
  const { decision } = part.title;
  if (decision && contains(decision.span, at)) return decisionCard(decision, setup, shift(decision.span, start));
  const field = part.fields.find(({ span }) => contains(span, at));
  return field?.definition.kind === 'guidelineLine' ? lineCard(letter, setup, { start, part }, field, at) : null;
}

function lineCard(
  letter: Letter,
  setup: Setup,
  item: Placed<ItemPart>,
  field: ItemField,
  at: number,
): HoverCard | null {
  const facts = letterFacts(letter);
  const line = lineOfField(field, setup);
  if (!line) return null;
  const where = (span: Span) => field.text.source(span.start, span.end);
  const citation = line.citations.find(({ span }) => contains(where(span), at));
  if (citation) return citationCard(citation, setup, facts, shift(where(citation.span), item.start));
  const source = sourcesOf(line).find(({ span }) => contains(where(span), at));
  return source?.guideline
    ? guidelineCard(source.guideline, setup, facts, shift(where(source.span), item.start))
    : null;
}

function sourcesOf(line: GuidelineLine): readonly NamedSource[] {
  return line.other?.sources ?? [];
}
