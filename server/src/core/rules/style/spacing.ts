import type { Passage, Place } from '../../facts/passages';
import type { Part } from '../../language/tree';
import type { Span } from '../../text/span';
import { isSpace } from '../../text/words';
import { t } from '../../words/translate';
import type { PartRule, Report } from '../rule';
import { doubleSpacesIn, noBreakSpacesIn } from './spaceRuns';
import { type Slip, spacingSlipsIn } from './spacingSlips';

export const rule: PartRule = {
  id: 'spacing',
  group: 'style',
  scope: 'part',
  severity: 'hint',
  summary: 'A space too many or too few between words and marks.',
  fix: 'safe',
  check(part, context, report) {
    for (const passage of context.passages(part)) {
      if (!PLACES.has(passage.place)) continue;
      for (const { start, sentence } of passage.sentences) {
        for (const slip of sentence.of(spacingSlipsIn)) reportSlip(slip, start, passage, part, report);
      }
    }
    if (part.kind === 'header') return;
    reportAll(doubleSpacesIn(part), () => t('Two spaces stand between two words'), ' ', report);
    reportAll(noBreakSpacesIn(part.text), () => t('A no-break space stands between two words'), ' ', report);
  },
};

/** Where what the writer wrote stands; the other places are copied, or have rules of their own. */
const PLACES: ReadonlySet<Place> = new Set(['summary', 'section', 'rationale']);

function reportSlip(
  { span, message, fix, text }: Slip,
  start: number,
  passage: Passage,
  part: Part,
  report: (found: Report) => void,
): void {
  const found = passage.text.source(start + span.start, start + span.end);
  // All the white space that the text has for the one space of the sentence.
  const at = text === '' ? { ...found, end: endOfSpaces(part.text, found.start) } : found;
  // Where a line ends, the space is the work of a program that broke the lines.
  if (/[\r\n\f]/.test(part.text.slice(at.start, at.end)) || part.text.startsWith('<!--', at.end)) return;
  report({
    span: at,
    message: message(),
    fixes: () => [{ title: fix(), safe: true, edits: [{ span: at, text }] }],
  });
}

function endOfSpaces(text: string, start: number): number {
  let end = start;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** So many of one kind are reported one by one in a part; more are reported once, at the first. */
const MOST = 3;

function reportAll(spans: readonly Span[], what: () => string, text: string, report: (found: Report) => void): void {
  const [first] = spans;
  if (!first) return;
  const more = spans.length - 1;
  if (spans.length > MOST) {
    report({
      span: first,
      message: t(
        '{0}, here and {1} more times below. They print unevenly, and a search for the words misses them. Make each one space.',
        what(),
        more,
      ),
      fixes: () => [
        { title: t('Make all {0} one space', spans.length), safe: true, edits: spans.map(span => ({ span, text })) },
      ],
    });
    return;
  }
  for (const span of spans) {
    report({
      span,
      message: t('{0}. They print unevenly, and a search for the words misses them. Make it one space.', what()),
      fixes: () => [{ title: t('Make it one space'), safe: true, edits: [{ span, text }] }],
    });
  }
}
