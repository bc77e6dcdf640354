import type { Guideline } from '../../catalogue/model';
import { lineOfField } from '../../citations/lineOfItem';
import type { Citation, NamedSource } from '../../citations/model';
import { passagesOf } from '../../facts/passages';
import type { ItemPart } from '../../language/tree';
import { mentionsOf } from '../../rules/citations/mentions';
import type { Setup } from '../../setup';
import { type Span, shift } from '../../text/span';
import type { PartMention } from './mentions';

/** A guideline that an item names, and how; spans are relative to the part. */
export interface NamedGuideline {
  readonly guideline: Guideline;
  readonly span: Span;
  readonly place: 'guidelineLine' | 'text';
  /** Of a guideline line: the citation, and where the spans of its folded text stand. */
  readonly citation: Citation | null;
  source(span: Span): Span;
}

/** The guidelines that the item's guideline lines cite, line by line. */
export function guidelinesCited(item: ItemPart, setup: Setup): NamedGuideline[] {
  return item.fields.flatMap(field => {
    const line = field.definition.kind === 'guidelineLine' ? lineOfField(field, setup) : null;
    // Of a label that stands twice, the first line is read.
    if (!line || item.fields.find(({ definition }) => definition === field.definition) !== field) return [];
    const source = ({ start, end }: Span) => field.text.source(start, end);
    return [
      ...line.citations.flatMap(citation => named(citation.guideline, citation.span, source, citation)),
      ...(line.other?.sources ?? []).flatMap(({ guideline, span }) => named(guideline, span, source, null)),
    ];
  });
}

/** The same, and those that its other fields name. */
export function guidelinesNamed(item: ItemPart, setup: Setup): NamedGuideline[] {
  const cited = guidelinesCited(item, setup);
  return [...cited, ...spokenOf(item, setup, new Set(cited.map(({ guideline }) => guideline)))];
}

function named(
  guideline: Guideline | null,
  span: Span,
  source: NamedGuideline['source'],
  citation: Citation | null,
): NamedGuideline[] {
  return guideline ? [{ guideline, span: source(span), place: 'guidelineLine', citation, source }] : [];
}

/** A rationale seldom tells the edition: the one that the item cites is meant, if there is one. */
function spokenOf(item: ItemPart, { vocabulary, grammar }: Setup, cited: ReadonlySet<Guideline>): NamedGuideline[] {
  if (!grammar) return [];
  const meant = ({ guideline, candidates }: NamedSource) =>
    candidates.find(candidate => cited.has(candidate)) ?? guideline ?? candidates[0] ?? null;
  return passagesOf(item, vocabulary)
    .filter(({ place }) => place === 'rationale')
    .flatMap(({ text, sentences }) =>
      sentences.flatMap(({ start, sentence }) =>
        mentionsOf(sentence, grammar).flatMap(({ source: found }): NamedGuideline[] => {
          const guideline = meant(found);
          const source = (span: Span) => {
            const placed = shift(span, start);
            return text.source(placed.start, placed.end);
          };
          if (!guideline) return [];
          return [{ guideline, span: source(found.span), place: 'text', citation: null, source }];
        }),
      ),
    );
}

/** The same as mentions. */
export function guidelinesIn(item: ItemPart, setup: Setup): PartMention[] {
  return guidelinesNamed(item, setup).map(({ guideline, span, place }) => ({
    kind: 'guideline',
    key: `guideline:${guideline.id}`,
    spans: [span],
    value: null,
    place,
  }));
}
