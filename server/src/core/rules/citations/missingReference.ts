import type { Guideline } from '../../catalogue/model';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { printCitation } from '../../citations/print';
import type { CitationStyleName } from '../../language/facts';
import type { ItemPart } from '../../language/tree';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule } from '../rule';
import { CHOICES, hasParts, likelyParts, remarkOn } from './likely';
import { guidelineLines, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'missing-reference',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A citation that gives neither page nor section of a guideline that has them.',
  fix: 'offered',
  check(item, context, report) {
    const words = context.profile.profile.guidelineLine;
    if (!words) return;
    for (const line of guidelineLines(item, context)) {
      for (const citation of line.line.citations.slice(0, MOST)) {
        const { guideline } = citation;
        const style = citation.style === 'none' ? (context.facts.style ?? 'section') : citation.style;
        if (!guideline || hasReference(citation) || !hasParts(guideline, style)) continue;
        report({
          span: line.span(citation.span),
          message: messageFor(citation, style, line),
          ...line.limit,
          fixes: () => references(guideline, citation, style, line, words, item, context),
        });
      }
    }
  },
};

function messageFor({ text }: Citation, style: CitationStyleName, { role }: ItemLine): string {
  const reference = style === 'page' ? t('page') : t('section');
  // The line of the other side says no more than the refusal did.
  return role === 'claimsGuideline'
    ? t(
        '{0} is cited without a {1}. Readers cannot find the passage that is meant. If the refusal names the {1}, add it.',
        quoted(text),
        reference,
      )
    : t(
        '{0} is cited without a {1}. Readers cannot find the passage that is meant. Name the {1}.',
        quoted(text),
        reference,
      );
}

/** A label with nothing behind it is a slip of its own. */
function hasReference({ pages, sections, label }: Citation): boolean {
  return pages.length > 0 || sections.length > 0 || label !== null;
}

function references(
  guideline: Guideline,
  citation: Citation,
  style: CitationStyleName,
  line: ItemLine,
  words: GuidelineLineDefinition,
  item: ItemPart,
  context: ItemContext,
): Fix[] {
  const { end } = citation.span;
  return likelyParts(guideline, style, item, line.role, context)
    .slice(0, CHOICES)
    .flatMap(part => {
      const text = printCitation(guideline, part, style, words)?.reference ?? '';
      const shown = text.replace(/^,? /, '');
      return text === ''
        ? []
        : line.fix(t('Add "{0}"{1}', shown, remarkOn(part, shown, style)), [{ span: { start: end, end }, text }]);
    });
}
