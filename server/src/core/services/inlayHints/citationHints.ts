import type { Guideline, GuidelineTopic } from '../../catalogue/model';
import type { PageRange } from '../../catalogue/schema';
import { lineOfField } from '../../citations/lineOfItem';
import type { Citation, CitedPages, NamedSource } from '../../citations/model';
import type { Display } from '../../config/display';
import type { LetterFacts } from '../../language/facts';
import type { ItemField, ItemPart, Placed } from '../../language/tree';
import { isProven } from '../../rules/citations/likely';
import { notInForce } from '../../rules/citations/supersededEdition';
import type { Setup } from '../../setup';
import { type Span, shift, touches } from '../../text/span';
import { t } from '../../words/translate';
import { citationCard, guidelineCard } from '../hoverCitation';
import { endsIn, type Hint } from './hint';

/** What the hints of one guideline line are made with. */
interface Line {
  readonly setup: Setup;
  readonly facts: LetterFacts;
  readonly range: Span;
  readonly shows: Display['inlayHints'];
  /** A span of the line as one of the letter. */
  readonly where: (span: Span) => Span;
}

/** Hints behind the pages and citations of an item's guideline lines. */
export function citationHints(
  { start, part }: Placed<ItemPart>,
  setup: Setup,
  facts: LetterFacts,
  range: Span,
  shows: Display['inlayHints'],
): Hint[] {
  const isShown = ({ span }: ItemField) => touches(shift(span, start), range);
  return part.fields.filter(isShown).flatMap(field => {
    const read = lineOfField(field, setup);
    // Of two fields of one role the first is the line.
    if (!read || part.fields.find(one => one.definition.role === field.definition.role) !== field) return [];
    const where = (span: Span) => shift(field.text.source(span.start, span.end), start);
    const line: Line = { setup, facts, range, shows, where };
    return [
      ...read.citations.flatMap(citation => [...pageHints(citation, line), ...editionHint(citation, line)]),
      ...(read.other?.sources ?? []).flatMap(source => sourceHints(source, line)),
    ];
  });
}

function pageHints(citation: Citation, line: Line): Hint[] {
  const { guideline, pages, sections } = citation;
  if (!guideline || !line.shows.citedPages) return [];
  const named = sections.map(({ known, name }) => known ?? name);
  return hintsBehind(pages, guideline, named, line, at =>
    citationCard(citation, line.setup, line.facts, line.where(at)),
  );
}

function sourceHints({ guideline, pages, topics }: NamedSource, line: Line): Hint[] {
  if (!guideline || !line.shows.citedPages) return [];
  const named = topics.map(({ title }) => title);
  return hintsBehind(pages, guideline, named, line, at =>
    guidelineCard(guideline, line.setup, line.facts, line.where(at)),
  );
}

function hintsBehind(
  pages: readonly CitedPages[],
  guideline: Guideline,
  named: readonly unknown[],
  { range, where }: Line,
  card: (at: Span) => ReturnType<Hint['card']>,
): Hint[] {
  return pages.flatMap(({ span, range: cited, problem }): Hint[] => {
    const at = where(span);
    const topics = cited && !problem && endsIn(at, range) ? topicsOn(guideline, cited) : [];
    const [first] = topics;
    // What the citation says itself need not be said again.
    if (!first || topics.some(topic => named.includes(topic) || named.includes(topic.title))) return [];
    return [
      { kind: 'page', offset: at.end, label: pageLabel(first, topics.length), apart: false, card: () => card(span) },
    ];
  });
}

/** What the catalogue knows to stand on the pages; first what a source proves, and what fills fewer pages. */
function topicsOn(guideline: Guideline, [first, last]: PageRange): GuidelineTopic[] {
  const on = guideline.topics.filter(
    ({ kind, pages }) => kind !== 'rule' && pages.some(([from, to]) => from <= last && first <= to),
  );
  const length = ({ pages }: GuidelineTopic) => pages.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return on.sort((a, b) => Number(isProven(b)) - Number(isProven(a)) || length(a) - length(b));
}

const LONGEST = 60;

function pageLabel(topic: GuidelineTopic, count: number): string {
  const { title } = topic;
  const name = title.length <= LONGEST ? title : `${title.slice(0, LONGEST).trimEnd()}…`;
  const names = count > 1 ? t('{0} and {1} more', name, count - 1) : name;
  return `: ${isProven(topic) ? names : t('{0} (unverified)', names)}`;
}

function editionHint(citation: Citation, { setup, facts, range, shows, where }: Line): Hint[] {
  const day = facts.denialDate?.iso;
  const at = where(citation.span);
  if (!day || !shows.supersededEditions || !endsIn(at, range)) return [];
  const edition = notInForce(citation, day, { catalogue: setup.catalogue, facts });
  if (!edition) return [];
  const { to } = edition.inForce;
  const label = to !== null && to <= day ? t('edition superseded') : t('edition not yet in force');
  return [
    { kind: 'edition', offset: at.end, label, apart: true, card: () => guidelineCard(edition, setup, facts, at) },
  ];
}
