import type { Guideline } from '../../catalogue/model';
import type { PageRange } from '../../catalogue/schema';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { Citation, CitedPages } from '../../citations/model';
import { printCitation, printPages } from '../../citations/print';
import type { ItemPart } from '../../language/tree';
import { eitherOf } from '../../words/phrases';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule } from '../rule';
import { chapterName, chaptersWith, chapterWithPages, holdsRange, subjectEnd } from './chapters';
import { CHOICES, isProven, likelyParts, remarkOn } from './likely';
import { guidelineLines, type ItemLine, MOST } from './lines';

export const rule: ItemRule = {
  id: 'page-outside-chapter',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A page that the chapter cited does not have.',
  fix: 'offered',
  check(item, context, report) {
    const words = context.profile.profile.guidelineLine;
    if (!words) return;
    for (const line of guidelineLines(item, context)) {
      for (const found of outsidePages(line).slice(0, MOST)) {
        const holding = chaptersWith([found.range], found.chapter.family, context.catalogue);
        report({
          span: line.span(found.pages.span),
          message: messageFor(found, holding, words),
          fixes: () => [...otherChapters(found, line, words, context), ...otherPages(found, line, item, context)],
        });
      }
    }
  },
};

interface Outside {
  readonly citation: Citation;
  readonly chapter: Guideline;
  readonly pages: CitedPages;
  readonly range: PageRange;
}

/** Pages that no edition of the chapter has. Only where it is the chapter that was named, and its pages are certain. */
function outsidePages({ line }: ItemLine): Outside[] {
  return line.citations.flatMap(citation => {
    const chapter = citation.guideline;
    const isNamed = citation.chapter !== null || citation.nameKnown;
    if (!chapter || !isNamed || !citation.candidates.every(c => c.pages?.checked)) return [];
    return citation.pages.flatMap(pages => {
      const { range, problem } = pages;
      if (!range || problem === 'reversed' || citation.candidates.some(c => holdsRange(c, range))) return [];
      return [{ citation, chapter, pages, range }];
    });
  });
}

function messageFor(
  { chapter, range }: Outside,
  holding: readonly Guideline[],
  words: GuidelineLineDefinition,
): string {
  const isOne = range[0] === range[1];
  const isPartly = range.some(page => holdsRange(chapter, [page, page]));
  const [cited, own] = [printPages([range]), chapterWithPages(chapter, words)];
  const where = isOne
    ? t('Page {0} is not in {1}', cited, own)
    : isPartly
      ? t('Pages {0} are not all in {1}', cited, own)
      : t('Pages {0} are not in {1}', cited, own);
  const others = eitherOf(holding.slice(0, 2).map(other => chapterWithPages(other, words)));
  const isCertain = holding.length === 1 && holding[0]?.pages?.checked;
  const elsewhere = isOne
    ? isCertain
      ? t('{0}; it is in {1}', where, others)
      : t('{0}; it may be in {1}', where, others)
    : isCertain
      ? t('{0}; they are in {1}', where, others)
      : t('{0}; they may be in {1}', where, others);
  return t(
    '{0}. Readers who look it up find another subject. Correct the chapter or the page.',
    others === '' ? where : elsewhere,
  );
}

/** Chapters that have every page the citation gives. */
function otherChapters(
  { citation, chapter }: Outside,
  line: ItemLine,
  words: GuidelineLineDefinition,
  { catalogue }: ItemContext,
): Fix[] {
  const ranges = citation.pages.flatMap(({ range }) => (range ? [range] : []));
  const span = { start: citation.span.start, end: subjectEnd(citation) };
  return chaptersWith(ranges, chapter.family, catalogue)
    .slice(0, 2)
    .flatMap(other => {
      const text = printCitation(other, null, 'page', words)?.subject;
      return text ? line.fix(t('Cite {0}', chapterName(other, words)), [{ span, text }]) : [];
    });
}

/** Pages of the chapter's topics, those that a source proves first. */
function otherPages({ chapter, pages }: Outside, line: ItemLine, item: ItemPart, context: ItemContext): Fix[] {
  const topics = likelyParts(chapter, 'page', item, line.role, context);
  const proven = topics.filter(isProven);
  return [...proven, ...topics.filter(topic => !isProven(topic))].slice(0, CHOICES).flatMap(topic => {
    const text = 'pages' in topic ? printPages(topic.pages) : '';
    const remark = remarkOn(topic, text, 'page');
    const title = /\D/.test(text) ? t('Write pages {0}{1}', text, remark) : t('Write page {0}{1}', text, remark);
    return line.fix(title, [{ span: pages.span, text }]);
  });
}
