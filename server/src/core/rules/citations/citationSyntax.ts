import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { GuidelineLineProblem } from '../../citations/model';
import { partName, printPages } from '../../citations/print';
import type { ItemPart } from '../../language/tree';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule } from '../rule';
import { CHOICES, likelyParts, remarkOn } from './likely';
import { guidelineLines, hasPlaceholder, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'citation-syntax',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A guideline line that has none of its forms, or a slip in the punctuation of its citations.',
  fix: 'safe',
  check(item, context, report) {
    const words = context.profile.profile.guidelineLine;
    if (!words) return;
    for (const line of guidelineLines(item, context)) {
      const problems = line.line.problems.filter(p => !hasPlaceholder(textOf(line, p.span)));
      for (const problem of problems.slice(0, MOST)) {
        report({
          span: line.span(shown(problem.span, line.text)),
          message: messageFor(problem, line, words),
          fixes: () => fixesFor(problem, line, words, item, context),
        });
      }
    }
  },
};

/** Where a problem is seen: one that stands between two characters is shown on the word before it, or else behind it. */
function shown({ start, end }: Span, text: string): Span {
  const first = start + text.slice(start, end).search(/\S|$/);
  if (first < end) return { start: first, end };
  const from = Math.max(text.lastIndexOf(' ', start - 1), text.lastIndexOf(',', start - 1)) + 1;
  if (start > from) return { start: from, end: start };
  const to = text.indexOf(' ', end);
  return { start: end, end: to < 0 ? text.length : to };
}

function textOf({ text }: ItemLine, { start, end }: Span): string {
  return text.slice(start, end);
}

function messageFor({ kind, span }: GuidelineLineProblem, line: ItemLine, words: GuidelineLineDefinition): string {
  const { opening, standard, other } = words;
  switch (kind) {
    case 'unknown-sentence':
      return t(
        '{0} has no place in a guideline line. Readers look here for the evidence alone, in a fixed form. Write "{1} {2} …", "{1} {3} …", or the sentence for a decision that cites nothing.',
        quoted(textOf(line, span)),
        opening,
        standard,
        other,
      );
    case 'mixed-forms':
      return saysNothing(line)
        ? t(
            'This line says that nothing was cited, and cites something. Readers cannot tell which is true. Take one of the two out.',
          )
        : t(
            'This line says that the decision rests outside the {0}, and cites the {0}. Readers cannot tell which is true. Take one of the two out.',
            standard,
          );
    case 'incomplete-other':
      return t(
        '{0} is incomplete here. The words that introduce other sources are fixed. Write "{1}".',
        quoted(textOf(line, span)),
        other,
      );
    case 'missing-standard':
      return t(
        'The line does not say whether this source belongs to the {0}. Its rank as evidence depends on that. Write "{1} {0} …" or "{1} {2} …".',
        standard,
        opening,
        other,
      );
    case 'missing-outside':
      return t(
        'Only sources outside the {0} are cited, and the line does not say so. The {0} comes first, and readers must see that the decision does not rest on it. Add the sentence.',
        standard,
      );
    case 'nothing-cited':
      return t(
        'Nothing is cited behind these words. A decision can only be followed by the evidence it rests on. Name the evidence, or write the sentence for a decision that cites nothing.',
      );
    case 'empty-label':
      return t(
        'Nothing stands behind {0}. Without it readers cannot find the passage. Name it, or take the label out.',
        quoted(textOf(line, span)),
      );
    case 'comma-without-space':
      return t('A space is missing here. Without it two citations or pages read as one. Put a space behind the mark.');
    case 'stray-comma':
      return t('A stray comma stands here. It looks as if a citation had been lost. Take it out.');
    case 'run-together':
      return t('Two citations run together here. Readers take them for one. Join them as other citations are joined.');
    case 'missing-full-stop':
      return t(
        'This sentence has no full stop. What follows it, now or after an edit, reads as part of it. End it with a full stop.',
      );
  }
}

function saysNothing({ line }: ItemLine): boolean {
  return line.sentences.some(sentence => sentence.kind === 'nothing');
}

function fixesFor(
  problem: GuidelineLineProblem,
  line: ItemLine,
  words: GuidelineLineDefinition,
  item: ItemPart,
  context: ItemContext,
): Fix[] {
  const { kind, span, replacement } = problem;
  if (replacement !== null) {
    // What says more than punctuation does is for the writer to decide, and so is a line of which nothing would be left.
    const rest = line.text.slice(0, span.start) + replacement + line.text.slice(span.end);
    const safe = kind !== 'missing-standard' && kind !== 'missing-outside' && rest.trim() !== '';
    return line.fix(titleFor(problem, replacement), [{ span, text: replacement }], safe);
  }
  if (kind === 'mixed-forms') return withoutContradiction(line, words.standard);
  if (kind === 'unknown-sentence') return openings(problem.span, line, words);
  if (kind === 'empty-label') return references(problem.span, line, item, context);
  return [];
}

function titleFor({ kind }: GuidelineLineProblem, replacement: string): string {
  const right = replacement.trim();
  if (kind === 'comma-without-space') return t('Put a space behind it');
  if (kind === 'run-together') return t('Join them with "{0}"', right);
  if (kind === 'missing-full-stop') return t('End the sentence with a full stop');
  return right === '' ? t('Take it out') : t('Write "{0}"', right);
}

/** Takes out the fixed sentence that the citations of the line contradict. */
function withoutContradiction(line: ItemLine, standard: string): Fix[] {
  const kind = saysNothing(line) ? 'nothing' : 'outside';
  const sentences = line.line.sentences.filter(sentence => sentence.kind === kind);
  const edits = sentences.map(({ span: { start, end } }) => {
    const isLast = end >= line.text.length;
    return { span: isLast ? { start: start - 1, end } : { start, end: end + 1 }, text: '' };
  });
  const title =
    kind === 'nothing'
      ? t('Take out the sentence that says that nothing was cited')
      : t('Take out the sentence that says that the decision rests outside the {0}', standard);
  return line.fix(title, edits);
}

/** Words that begin a line with citations, before text that stands alone or names what it is. */
function openings({ start, end }: Span, line: ItemLine, words: GuidelineLineDefinition): Fix[] {
  const { opening, standard, other } = words;
  const lower = line.text.slice(start, end).toLowerCase();
  const named = [other, standard].find(word => lower.startsWith(word.toLowerCase()));
  const isWhole = start === 0 && end === line.text.length;
  const choices = named ? [opening] : isWhole ? [`${opening} ${standard}`, `${opening} ${other}`] : [];
  return choices.flatMap(choice =>
    line.fix(t('Begin with "{0}"', choice), [{ span: { start, end: start }, text: `${choice} ` }]),
  );
}

/** What the citation of an empty label may refer to. */
function references(label: Span, line: ItemLine, item: ItemPart, context: ItemContext): Fix[] {
  const citation = line.line.citations.find(c => c.span.start <= label.start && label.end <= c.span.end);
  const style = citation?.label?.kind;
  if (!citation?.guideline || !style) return [];
  const gap = line.text.slice(label.end).search(/\S|$/);
  const span = { start: label.end, end: label.end + gap };
  return likelyParts(citation.guideline, style, item, line.role, context)
    .slice(0, CHOICES)
    .flatMap(part => {
      const text = style === 'page' && 'pages' in part ? printPages(part.pages) : partName(part);
      return line.fix(t('Write "{0}"{1}', text, remarkOn(part, text, style)), [{ span, text: ` ${text}` }]);
    });
}
