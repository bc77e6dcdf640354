import { holdsPage } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import type { PageRange } from '../../catalogue/schema';
import { lineOfField } from '../../citations/lineOfItem';
import type { Citation, GuidelineLine, NamedSource } from '../../citations/model';
import type { LetterFacts } from '../../language/facts';
import type { ItemField, ItemPart } from '../../language/tree';
import { isProven } from '../../rules/citations/likely';
import { notInForce } from '../../rules/citations/supersededEdition';
import type { Setup } from '../../setup';
import type { Span } from '../../text/span';
import { type Token, type TokenModifier, token } from './token';

/** The citations of an item, relative to it, those of other sources too. */
export function citationTokens(item: ItemPart, setup: Setup, facts: LetterFacts): Token[] {
  return item.fields.flatMap(field => {
    const line = lineOfField(field, setup);
    // Of two fields of one role the first is the line.
    const isLine = item.fields.find(one => one.definition.role === field.definition.role) === field;
    return line && isLine ? lineTokens(line, field, setup, facts) : [];
  });
}

function lineTokens(line: GuidelineLine, field: ItemField, setup: Setup, facts: LetterFacts): Token[] {
  const where = ({ start, end }: Span) => field.text.source(start, end);
  return [
    ...line.citations.map(one => token(where(one.span), 'type', certaintyOfCitation(one, setup, facts))),
    ...(line.other?.sources ?? []).map(one => token(where(one.span), 'type', certaintyOfSource(one))),
  ];
}

type Certainty = Extract<TokenModifier, 'verified' | 'unverified' | 'superseded'>;

/** How certain it is that the edition counts for the letter, and that it says what is cited where it is cited. */
function certaintyOfCitation(citation: Citation, { catalogue }: Setup, facts: LetterFacts): Certainty {
  const day = facts.denialDate?.iso;
  if (day && notInForce(citation, day, { catalogue, facts })) return 'superseded';
  const { guideline, pages, sections } = citation;
  if (guideline?.certainty !== 'high' || guideline.status === 'proposed') return 'unverified';
  const isVerified =
    sections.every(({ known }) => known && isProven(known)) &&
    pages.every(({ range, problem }) => range && !problem && isProvenPage(guideline, range));
  return isVerified ? 'verified' : 'unverified';
}

/** A source proves a topic of the page, or, of a guideline whose topics are not known by pages, that it has the page. */
function isProvenPage(guideline: Guideline, [first, last]: PageRange): boolean {
  const topics = guideline.topics.filter(({ pages }) => pages.some(([from, to]) => from <= last && first <= to));
  if (topics.length > 0) return topics.some(isProven);
  const { pages } = guideline;
  return pages?.certainty === 'published' && holdsPage(guideline, first) && holdsPage(guideline, last);
}

/** Other sources are named in free text, of which the catalogue knows little more than the chapter. */
function certaintyOfSource({ guideline, pages }: NamedSource): Certainty {
  return guideline?.certainty === 'high' && pages.length === 0 ? 'verified' : 'unverified';
}
