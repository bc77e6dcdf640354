import { lineOfField } from '../../citations/lineOfItem';
import type { Citation, GuidelineLine } from '../../citations/model';
import { type CitationStyleName, letterFacts } from '../../language/facts';
import type { ItemField, ItemPart, Placed } from '../../language/tree';
import { contains, type Span, shift, type TextEdit } from '../../text/span';
import { quote } from '../../words/phrases';
import { t } from '../../words/translate';
import { convertCitation } from './convertCitation';
import { disabled, itemAt, type Refactoring, type RefactoringPlace } from './refactoring';

/** So many citations that stay are named. */
const MOST_NAMED = 3;

interface Conversion {
  readonly edits: readonly TextEdit[];
  readonly converted: number;
  readonly doubtful: number;
  /** Those that stay as they are, as written. */
  readonly kept: readonly string[];
}

/** All citations of the letter by page become citations by section, or the other way round. */
export function convertStyle(place: RefactoringPlace): Refactoring[] {
  const { letter, setup } = place;
  const { pageStyle, sectionStyle } = setup.grammar?.line ?? {};
  if (!pageStyle || !sectionStyle || !isOnGuidelineLine(place)) return [];
  const style = letterFacts(letter).style === 'page' ? 'section' : 'page';
  const title =
    style === 'page' ? t('Cite by page in the whole letter') : t('Cite by edition and section in the whole letter');
  const { edits, converted, doubtful, kept } = conversionOf(place, style);
  const offer = { id: 'convert-style', kind: 'rewrite', title } as const;
  if (converted === 0) {
    const reason =
      kept.length > 0
        ? t('The catalogue cannot say how to write {0}.', named(kept))
        : t('There is no citation to change.');
    return [disabled(offer, reason)];
  }
  const notes = [
    ...(doubtful > 0 ? [t('{0} to be checked', doubtful)] : []),
    ...(kept.length > 0 ? [t('{0} stays', named(kept))] : []),
  ];
  return [
    {
      ...offer,
      title: notes.length > 0 ? `${title} (${notes.join('; ')})` : title,
      disabled: null,
      edits: () => edits,
    },
  ];
}

function isOnGuidelineLine(place: RefactoringPlace): boolean {
  const at = itemAt(place);
  if (!at) return false;
  const offset = place.span.start - at.item.start;
  return at.item.part.fields.some(
    ({ definition, span }) => definition.kind === 'guidelineLine' && contains(span, offset),
  );
}

function conversionOf(place: RefactoringPlace, style: CitationStyleName): Conversion {
  const known = new Map<GuidelineLine, readonly Converted[]>();
  const edits: TextEdit[] = [];
  const kept: string[] = [];
  let converted = 0;
  let doubtful = 0;
  for (const item of place.letter.items) {
    for (const field of item.part.fields) {
      const line = lineOfField(field, place.setup);
      if (!line) continue;
      // Lines that read alike are one.
      const made = known.get(line) ?? line.citations.map(citation => convertedOf(citation, style, place));
      known.set(line, made);
      for (const [index, citation] of line.citations.entries()) {
        const result = made[index];
        if (!result) continue;
        if (result.text === null) kept.push(citation.text);
        else {
          edits.push({ span: sourceOf(citation.span, field, item), text: result.text });
          converted++;
          if (result.isDoubtful) doubtful++;
        }
      }
      edits.push(
        ...joinerEdits(
          line.citations,
          made.map(each => each?.text !== null),
          style,
          field,
          item,
          place,
        ),
      );
    }
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  return { edits, converted, doubtful, kept: [...new Set(kept)] };
}

/** Null where the citation shows no style or has the right one; a null text where it cannot be written so. */
type Converted = { readonly text: string | null; readonly isDoubtful: boolean } | null;

function convertedOf(citation: Citation, style: CitationStyleName, { setup }: RefactoringPlace): Converted {
  const { label, year, chapter } = citation;
  const isClear = citation.style !== 'none' && (label ?? year ?? chapter) !== null;
  if (!isClear || citation.style === style || !setup.grammar) return null;
  return convertCitation(citation, style, setup.grammar.line) ?? { text: null, isDoubtful: false };
}

/** What stands between two citations of which none stays is written as the other style joins them. */
function joinerEdits(
  citations: readonly Citation[],
  changes: readonly boolean[],
  style: CitationStyleName,
  field: ItemField,
  item: Placed<ItemPart>,
  { setup }: RefactoringPlace,
): TextEdit[] {
  const line = setup.grammar?.line;
  const joiner = (style === 'page' ? line?.pageStyle : line?.sectionStyle)?.joiner ?? ', ';
  return citations.slice(1).flatMap((citation, index) => {
    const before = citations[index];
    if (!before || !changes[index] || !changes[index + 1]) return [];
    const span = { start: before.span.end, end: citation.span.start };
    const between = field.text.text.slice(span.start, span.end);
    // Another sentence begins between them.
    if (between === joiner || !/^,? ?(?:and )?$/.test(between)) return [];
    return [{ span: sourceOf(span, field, item), text: joiner }];
  });
}

function sourceOf({ start, end }: Span, field: ItemField, item: Placed<ItemPart>): Span {
  return shift(field.text.source(start, end), item.start);
}

function named(citations: readonly string[]): string {
  const shown = citations
    .slice(0, MOST_NAMED)
    .map(text => quote(text))
    .join(', ');
  return citations.length > MOST_NAMED ? t('{0} and {1} more', shown, citations.length - MOST_NAMED) : shown;
}
