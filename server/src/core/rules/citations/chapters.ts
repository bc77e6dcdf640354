import type { Catalogue } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import type { PageRange } from '../../catalogue/schema';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { printCitation, printPages } from '../../citations/print';
import { t } from '../../words/translate';

/** The chapter as a citation prints it, without the name of its family; its title alone where it has no number. */
export function chapterName(guideline: Guideline, line: GuidelineLineDefinition): string {
  const subject = printCitation(guideline, null, 'page', line)?.subject;
  const head = `${line.chapterHeads[0]} `;
  return subject?.startsWith(head) ? subject.slice(head.length) : guideline.title;
}

/** The chapter with its pages, for messages. */
export function chapterWithPages(guideline: Guideline, line: GuidelineLineDefinition): string {
  const { pages } = guideline;
  const name = chapterName(guideline, line);
  return pages ? t('{0} (pages {1})', name, printPages([pages.range])) : name;
}

export function holdsRange(guideline: Guideline, [first, last]: PageRange): boolean {
  return guideline.pages?.windows.some(([from, to]) => from <= first && last <= to) ?? false;
}

/** The numbered chapters of a family that hold all of the pages, those for which there is proof first. */
export function chaptersWith(pages: readonly PageRange[], family: string, catalogue: Catalogue): Guideline[] {
  const chapters = catalogue.guidelines.filter(g => g.chapter !== null && g.family === family);
  const holding = chapters.filter(chapter => pages.every(range => holdsRange(chapter, range)));
  return holding.sort((a, b) => proofOf(b, pages) - proofOf(a, pages));
}

function proofOf({ topics, pages: own }: Guideline, pages: readonly PageRange[]): number {
  const proven = topics.flatMap(topic => (topic.certainty === 'published' ? topic.pages : topic.provenPages));
  const isProven = pages.some(([page]) => proven.some(([first, last]) => first <= page && page <= last));
  return isProven ? 2 : own?.checked ? 1 : 0;
}

/** Where the words that name the guideline of a citation end: head, chapter, title and year. */
export function subjectEnd({ span, head, chapterSpan, titleSpan, yearSpan }: Citation): number {
  return Math.max(span.start, head?.span.end ?? 0, chapterSpan?.end ?? 0, titleSpan.end, yearSpan?.end ?? 0);
}
