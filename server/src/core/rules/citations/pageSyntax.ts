import { nameKey } from '../../catalogue/nameIndex';
import type { Citation, CitedPages, CitedSection } from '../../citations/model';
import { partName, printPages } from '../../citations/print';
import type { CitationStyleName } from '../../language/facts';
import type { ItemPart } from '../../language/tree';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule, Report, Severity } from '../rule';
import { CHOICES, likelyParts, type Part, remarkOn } from './likely';
import { guidelineLines, hasPlaceholder, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'page-syntax',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'error',
  summary:
    'A page that is no page: a range that runs backwards or is one page, a page given twice, words for a page, a number for a section.',
  fix: 'offered',
  check(item, context, report) {
    for (const line of guidelineLines(item, context)) {
      for (const slip of slipsOf(line).slice(0, MOST)) {
        report({
          span: line.span(slip.span),
          message: slip.message,
          ...(slip.atMost && { atMost: slip.atMost }),
          fixes: () => slip.fixes(item, context),
        });
      }
    }
  },
};

interface Slip extends Pick<Report, 'message' | 'atMost'> {
  /** In the folded text of the line. */
  readonly span: Span;
  readonly atMost?: Severity;
  fixes(item: ItemPart, context: ItemContext): Fix[];
}

function slipsOf(line: ItemLine): Slip[] {
  return line.line.citations.flatMap(citation => [
    ...citation.pages.flatMap((pages, index) => pageSlip(citation, pages, index, line) ?? []),
    ...citation.sections.flatMap(section => (section.number ? numberForSection(citation, section, line) : [])),
  ]);
}

function pageSlip(citation: Citation, pages: CitedPages, index: number, line: ItemLine): Slip | null {
  const { span, text, range, problem } = pages;
  if (problem === 'reversed' && range) return reversed(span, range, line);
  if (range && range[0] === range[1] && ONE_PAGE.test(text)) return onePage(span, range[0], line);
  if (problem === 'repeated') {
    const before = citation.pages[index - 1];
    const fixes = () =>
      line.fix(t('Take it out'), before ? [{ span: { start: before.span.end, end: span.end }, text: '' }] : []);
    return {
      span,
      message: t(
        'Page {0} is cited twice. One of the two may have been meant for another page. Correct it, or take it out.',
        text,
      ),
      fixes,
    };
  }
  if (problem !== 'not-a-number' || hasPlaceholder(text)) return null;
  return noPage(citation, pages, line);
}

/** A range, whatever its dash: its first and last page are compared as numbers. */
const ONE_PAGE = /^\d+ ?(?:[-\u2010-\u2014]|to|through) ?\d+/;

function onePage(span: Span, page: number, line: ItemLine): Slip {
  return {
    span,
    message: t(
      'This range begins and ends on page {0}. Readers cannot tell whether more pages are meant. Write the page once, or correct the range.',
      page,
    ),
    // Where that page is meant, it can be understood.
    atMost: 'warning',
    fixes: () => line.fix(t('Write "{0}"', page), [{ span, text: `${page}` }]),
  };
}

/** A range that runs backwards, or one whose last page is cut short: 173-4. */
function reversed(span: Span, [first, last]: readonly [number, number], line: ItemLine): Slip {
  const digits = `${first}`;
  const completed = Number(digits.slice(0, digits.length - `${last}`.length) + last);
  const isShort = last < 100 && `${last}`.length < digits.length && completed > first;
  const right = printPages([isShort ? [first, completed] : [last, first]]);
  return {
    span,
    message: isShort
      ? t(
          'The last page of {0}-{1} is cut short, so that the range seems to run backwards. Write both pages in full.',
          first,
          last,
        )
      : t('Pages {0}-{1} run backwards. Readers cannot tell which pages are meant. Correct the range.', first, last),
    // A range cut short can be understood.
    ...(isShort && { atMost: 'warning' }),
    fixes: () => line.fix(t('Write "{0}"', right), [{ span, text: right }]),
  };
}

function noPage(citation: Citation, { span, text }: CitedPages, line: ItemLine): Slip {
  const isNumeric = /\d/.test(text);
  return {
    span,
    message: isNumeric
      ? t(
          '{0} is no plain page number, and cannot be checked as one. Write the number of the page, or of the first and the last page.',
          quoted(text),
        )
      : t(
          '{0} stands where a page belongs. Readers cannot look it up as one. Write the number of the page.',
          quoted(text),
        ),
    // "98 of 127" or "Table 8-8" tells a reader where to look.
    ...(isNumeric && /[A-Za-z]/.test(text) && { atMost: 'information' }),
    fixes: (item, context) => {
      const { guideline } = citation;
      if (!guideline || isNumeric) return [];
      const isNamed = (part: Part) => nameKey(partName(part)) === nameKey(text);
      const topics = likelyParts(guideline, 'page', item, line.role, context);
      const named = topics.filter(isNamed);
      const isSection = likelyParts(guideline, 'section', item, line.role, context).some(isNamed);
      return [
        ...(isSection ? sectionLabel(citation, line, context) : []),
        ...offered(named.length > 0 ? named : topics, span, line, 'page'),
      ];
    },
  };
}

/** The label for sections in the place of that for pages, where no page stands behind it. */
function sectionLabel({ label, pages }: Citation, line: ItemLine, { profile }: ItemContext): Fix[] {
  const text = profile.profile.guidelineLine?.sectionStyle?.label;
  if (!text || !label || pages.some(({ range }) => range)) return [];
  return line.fix(t('Write "{0}" before it', text), [{ span: label.span, text }]);
}

function numberForSection({ guideline }: Citation, { span, name }: CitedSection, line: ItemLine): Slip {
  return {
    span,
    message: t(
      '{0} stands where the name of a section belongs. Readers cannot find a section by a number alone. Write the name of the section.',
      name,
    ),
    fixes: (item, context) => {
      if (!guideline) return [];
      const sections = likelyParts(guideline, 'section', item, line.role, context);
      const numbered = sections.filter(section => partName(section).startsWith(`${name}.`));
      const onPage = likelyParts(guideline, 'page', item, line.role, context).filter(
        topic => 'pages' in topic && topic.pages.some(([from, to]) => from <= Number(name) && Number(name) <= to),
      );
      return offered([...numbered, ...onPage, ...sections], span, line, 'section');
    },
  };
}

function offered(parts: readonly Part[], span: Span, line: ItemLine, style: CitationStyleName): Fix[] {
  const textOf = (part: Part) => (style === 'page' && 'pages' in part ? printPages(part.pages) : partName(part));
  const choices = new Map(parts.map(part => [textOf(part), part]));
  return [...choices].slice(0, CHOICES).flatMap(([text, part]) => {
    return line.fix(t('Write "{0}"{1}', text, remarkOn(part, text, style)), [{ span, text }]);
  });
}
