import { printsYear } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import { nameKey } from '../../catalogue/nameIndex';
import type { Citation } from '../../citations/model';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule } from '../rule';
import { printedWithYear, printsEdition, subjectSpan } from './editions';
import { guidelineLines, type ItemLine, MOST } from './lines';

export const rule: ItemRule = {
  id: 'edition-year',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A citation without the year of its edition, or with a year that no edition of the guideline has.',
  fix: 'offered',
  check(item, context, report) {
    for (const line of guidelineLines(item, context)) {
      const wrong = line.line.citations.filter(citation => isWrong(citation, context)).slice(0, MOST);
      for (const citation of wrong) {
        const { year } = citation;
        const editions = editionsOf(citation);
        report({
          span: line.span(citation.yearSpan ?? citation.titleSpan),
          message: year === null ? withoutYear(citation) : unknownYear(citation, year, editions),
          ...(year !== null && mayHaveFollowed(year, editions) ? ({ atMost: 'hint' } as const) : line.limit),
          fixes: () => inForceFirst(citation, editions, context).flatMap(edition => write(edition, citation, line)),
        });
      }
    }
  },
};

function isWrong(citation: Citation, { facts }: ItemContext): boolean {
  const { year, candidates, nameKnown } = citation;
  if (!nameKnown || !printsEdition(citation, facts.style)) return false;
  return (year === null || !candidates.some(g => printsYear(g, year))) && editionsOf(citation).length > 0;
}

/** The editions of the guideline cited that letters print with a year. */
function editionsOf({ candidates }: Citation): Guideline[] {
  return candidates.filter(guideline => guideline.status !== 'proposed' && printedWithYear(guideline));
}

function withoutYear({ title }: Citation): string {
  return t(
    'No year stands behind "{0}". Editions differ, and without its year nobody can tell which one is meant. Add the year of the edition.',
    title,
  );
}

function unknownYear({ title }: Citation, year: number, editions: readonly Guideline[]): string {
  const years = [...new Set(editions.map(edition => printedWithYear(edition)?.year))].sort();
  const known = years.join(', ');
  return years.length === 1
    ? t(
        'No edition of "{0}" is of {1}. A reader who looks it up finds nothing. The known edition is that of {2}: write the year of the edition that was used.',
        title,
        year,
        known,
      )
    : t(
        'No edition of "{0}" is of {1}. A reader who looks it up finds nothing. Known are {2}: write the year of the edition that was used.',
        title,
        year,
        known,
      );
}

/** Whether the year is behind all that is known: an edition may have come out that the catalogue does not have. */
function mayHaveFollowed(year: number, editions: readonly Guideline[]): boolean {
  const isLater = editions.every(edition => year > (printedWithYear(edition)?.year ?? 0));
  return isLater && editions.some(edition => edition.inForce.to === null);
}

/** The edition in force when the treatment was refused comes first, whatever its name; then those of the name written. */
function inForceFirst(citation: Citation, editions: readonly Guideline[], context: ItemContext): Guideline[] {
  const day = context.facts.denialDate?.iso;
  const first = citation.candidates[0];
  const valid = first && day ? context.catalogue.editionAt(first, day) : null;
  const named = editions.filter(edition => isNamed(edition, citation));
  return [...new Set([...(valid ? [valid] : []), ...named, ...editions])];
}

function isNamed(edition: Guideline, { title }: Citation): boolean {
  return nameKey(printedWithYear(edition)?.title ?? '') === nameKey(title);
}

function write(edition: Guideline, citation: Citation, line: ItemLine): Fix[] {
  const printed = printedWithYear(edition);
  if (!printed) return [];
  const text = `${printed.title} ${printed.year}`;
  const { titleSpan, yearSpan } = citation;
  const isSameName = isNamed(edition, citation);
  if (isSameName && yearSpan) return line.fix(t('Write "{0}"', text), [{ span: yearSpan, text: `${printed.year}` }]);
  if (isSameName) {
    const behind = { start: titleSpan.end, end: titleSpan.end };
    return line.fix(t('Write "{0}"', text), [{ span: behind, text: ` ${printed.year}` }]);
  }
  return line.fix(t('Write "{0}"', text), [{ span: subjectSpan(citation, line.text), text }]);
}
