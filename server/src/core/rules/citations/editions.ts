import { printsYear } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import type { Citation } from '../../citations/model';
import type { CitationStyleName } from '../../language/facts';
import type { Span } from '../../text/span';

/** How far behind a year the bracket around it may close. */
const BRACKET_REACH = 40;

/** What names the guideline and its edition, without pages and sections; in the folded text of the line. */
export function subjectSpan(citation: Citation, text: string): Span {
  const { span, titleSpan, chapterSpan, yearSpan, head } = citation;
  const start = span.start;
  if (!yearSpan) return { start, end: Math.max(titleSpan.end, chapterSpan?.end ?? start, head?.span.end ?? start) };
  const isBracketed = text.slice(titleSpan.end, yearSpan.start).includes('(');
  const close = isBracketed ? text.slice(yearSpan.end, yearSpan.end + BRACKET_REACH).indexOf(')') : -1;
  return { start, end: yearSpan.end + close + 1 };
}

/** Whether the citation is of the style that prints the year of the edition. */
export function printsEdition(citation: Citation, style: CitationStyleName | null): boolean {
  return citation.style === 'section' || (citation.style === 'none' && style !== 'page');
}

/** The form in which letters print the guideline with the year of its edition, or null if they do not. */
export function printedWithYear(guideline: Guideline): { readonly title: string; readonly year: number } | null {
  const form = guideline.citedAs.find(c => c.style === 'section' && !c.section && c.year !== null);
  return form && form.year !== null ? { title: form.title, year: form.year } : null;
}

/** The guidelines that the citation can mean by its name or chapter and its year, those only proposed left out. */
export function meantBy({ guideline, candidates, year }: Citation): readonly Guideline[] {
  if (!guideline) return [];
  const adopted = candidates.filter(candidate => candidate.status !== 'proposed');
  return year === null ? adopted : adopted.filter(candidate => printsYear(candidate, year));
}
