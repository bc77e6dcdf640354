import type { Citation } from '../../citations/model';
import type { CitationStyleName } from '../../language/facts';
import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import { type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import type { LetterContext } from '../context';
import type { LetterRule } from '../rule';
import { guidelineLines } from './lines';

export const rule: LetterRule = {
  id: 'mixed-citation-style',
  group: 'citations',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'information',
  summary: 'Citations by page, and others by edition and section, in one letter.',
  fix: 'none',
  check(letter, context, report) {
    const { page, section } = usesOf(letter, context);
    if (!page || !section) return;
    // Where there are as many of both, the form used first is the letter's.
    const pageIsOdd =
      page.count === section.count ? page.first.start > section.first.start : page.count < section.count;
    const [odd, usual] = pageIsOdd ? [page, section] : [section, page];
    report({
      span: odd.first,
      message: pageIsOdd
        ? t(
            'This citation is by page, others in this letter are by edition and section. Each form belongs to its years, so one of them may be left from another letter. Use one form throughout.',
          )
        : t(
            'This citation is by edition and section, others in this letter are by page. Each form belongs to its years, so one of them may be left from another letter. Use one form throughout.',
          ),
      related: [
        {
          span: usual.first,
          message: pageIsOdd ? t('This one is by edition and section.') : t('This one is by page.'),
        },
      ],
    });
  },
};

interface Uses {
  readonly first: Span;
  count: number;
}

type UsesByStyle = Partial<Record<CitationStyleName, Uses>>;

const known = new WeakMap<ItemPart, { readonly grammar: object | null; readonly uses: UsesByStyle }>();

function usesOf(letter: Letter, context: LetterContext): UsesByStyle {
  const uses: UsesByStyle = {};
  for (const item of letter.items) {
    const own = usesIn(item, context);
    for (const style of ['page', 'section'] as const) {
      const here = own[style];
      if (!here) continue;
      const before = uses[style];
      if (before) before.count += here.count;
      else uses[style] = { first: shift(here.first, item.start), count: here.count };
    }
  }
  return uses;
}

/** The same of one item, relative to it; worked out once. */
function usesIn(item: Placed<ItemPart>, context: LetterContext): UsesByStyle {
  const kept = known.get(item.part);
  if (kept?.grammar === context.grammar) return kept.uses;
  const uses: UsesByStyle = {};
  for (const line of guidelineLines(item.part, context.item(item))) {
    for (const citation of line.line.citations) {
      const style = clearStyle(citation);
      const before = style && uses[style];
      if (before) before.count++;
      else if (style) uses[style] = { first: line.span(citation.span), count: 1 };
    }
  }
  known.set(item.part, { grammar: context.grammar, uses });
  return uses;
}

/** The style of a citation that shows it: by its label, by a year, by a chapter number. */
function clearStyle({ style, label, year, chapter }: Citation): CitationStyleName | null {
  return style !== 'none' && (label ?? year ?? chapter) !== null ? style : null;
}
