import type { Guideline } from '../../catalogue/model';
import type { GuidelineGrammar, GuidelineLineDefinition } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { closestNames } from '../../citations/near';
import { printCitation, printPages } from '../../citations/print';
import type { ItemPart } from '../../language/tree';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule } from '../rule';
import { chapterName, chaptersWith, chapterWithPages, subjectEnd } from './chapters';
import { CHOICES, likelyGuidelines } from './likely';
import { guidelineLines, hasPlaceholder, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'missing-chapter',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A page or section of a guideline with chapters, and the chapter is not named.',
  fix: 'offered',
  check(item, context, report) {
    const words = context.profile.profile.guidelineLine;
    const { grammar } = context;
    const family = grammar?.chapterFamily ?? null;
    if (!words || !grammar || family === null) return;
    for (const line of guidelineLines(item, context)) {
      for (const citation of line.line.citations.slice(0, MOST).filter((_, at) => lacksChapter(line, at, grammar))) {
        const ranges = citation.pages.flatMap(({ range }) => (range ? [range] : []));
        const holding = ranges.length > 0 ? chaptersWith(ranges, family, context.catalogue) : [];
        report({
          span: line.span(citation.span),
          message: messageFor(citation, holding, words),
          fixes: () => {
            if (ranges.length > 0)
              return holding.slice(0, CHOICES).flatMap(c => insertChapter(c, citation, line, words));
            return likelyChapters(family, citation, line, words, item, context);
          },
        });
      }
    }
  },
};

/** Whether the family alone is named, or the family and a topic: words that are near the name of no guideline. */
function lacksChapter({ line, text }: ItemLine, at: number, grammar: GuidelineGrammar): boolean {
  const citation = line.citations[at];
  if (!citation?.head || citation.chapter !== null || citation.nameKnown) return false;
  // The edition may stand between the family and the chapter: "…, 2nd edition, Chapter 8".
  const next = line.citations[at + 1];
  const isHeadOfNext = citation.label === null && next?.head === null && next.chapter !== null;
  if (isHeadOfNext || hasPlaceholder(text.slice(citation.span.start, citation.span.end + 3))) return false;
  return citation.title === '' || closestNames(citation.title, grammar.printedNames, 1).length === 0;
}

function messageFor(citation: Citation, holding: readonly Guideline[], words: GuidelineLineDefinition): string {
  const what = t('{0} names no chapter. Readers find a passage by its chapter.', quoted(citation.text));
  const range = citation.pages[0]?.range;
  const [first, ...others] = holding;
  if (!first || !range) return t('{0} Name the chapter.', what);
  if (others.length > 0 || !first.pages?.checked) return t('{0} Name the chapter that has the page.', what);
  const place = chapterWithPages(first, words);
  return range[0] === range[1]
    ? t('{0} Page {1} is in {2}; name it.', what, range[0], place)
    : t('{0} Pages {1} are in {2}; name it.', what, printPages([range]), place);
}

function insertChapter(
  chapter: Guideline,
  { head, label, span, title }: Citation,
  line: ItemLine,
  words: GuidelineLineDefinition,
): Fix[] {
  const name = chapterName(chapter, words);
  const behindHead = head?.span.end ?? span.start;
  // Words such as "Guidelines" may stand behind the family's name; a topic comes behind the chapter.
  const filler = title === '' ? line.text.slice(behindHead, label?.span.start ?? span.end).trimEnd() : '';
  const at = behindHead + filler.replace(/,$/, '').length;
  return line.fix(t('Add {0}', name), [{ span: { start: at, end: at }, text: ` ${name}` }]);
}

/** Where no page tells the chapter, those that the item is likeliest about. */
function likelyChapters(
  family: string,
  citation: Citation,
  line: ItemLine,
  words: GuidelineLineDefinition,
  item: ItemPart,
  context: ItemContext,
): Fix[] {
  const span = { start: citation.span.start, end: subjectEnd(citation) };
  const chapters = likelyGuidelines(item, line.role, context).filter(
    ({ guideline }) => guideline.family === family && guideline.chapter !== null,
  );
  const style = citation.year !== null || context.facts.style === 'section' ? 'section' : 'page';
  const subjects = chapters.flatMap(({ guideline }) => printCitation(guideline, null, style, words)?.subject ?? []);
  return [...new Set(subjects)].slice(0, CHOICES).flatMap(text => line.fix(t('Write "{0}"', text), [{ span, text }]));
}
