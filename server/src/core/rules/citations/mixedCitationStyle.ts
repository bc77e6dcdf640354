import type { Citation } from '../../citations/model';
import type { CitationStyleName } from '../../language/facts';
import type { Letter } from '../../language/letter';
import { type Span, shift } from '../../text/span';
import type { LetterContext } from '../context';
import type { LetterRule } from '../rule';
import { guidelineLines } from './lines';

export const rule: LetterRule = {
  id: 'mixed-citation-style',
  group: 'citations',
  scope: 'letter',
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
    const forms = pageIsOdd ? ['by page', 'by edition and section'] : ['by edition and section', 'by page'];
    report({
      span: odd.first,
      message: `This citation is ${forms[0]}, others in this letter are ${forms[1]}. Each form belongs to its years, so one of them may be left from another letter. Use one form throughout.`,
      related: [{ span: usual.first, message: `This one is ${forms[1]}.` }],
    });
  },
};

interface Uses {
  readonly first: Span;
  count: number;
}

function usesOf(letter: Letter, context: LetterContext): Partial<Record<CitationStyleName, Uses>> {
  const uses: Partial<Record<CitationStyleName, Uses>> = {};
  for (const item of letter.items) {
    for (const line of guidelineLines(item.part, context.item(item))) {
      for (const citation of line.line.citations) {
        const style = clearStyle(citation);
        const known = style && uses[style];
        if (known) known.count++;
        else if (style) uses[style] = { first: shift(line.span(citation.span), item.start), count: 1 };
      }
    }
  }
  return uses;
}

/** The style of a citation that shows it: by its label, by a year, by a chapter number. */
function clearStyle({ style, label, year, chapter }: Citation): CitationStyleName | null {
  return style !== 'none' && (label ?? year ?? chapter) !== null ? style : null;
}
