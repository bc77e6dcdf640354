import type { Decision, Title } from '../../language/tree';
import type { Span, TextEdit } from '../../text/span';
import { isSpace } from '../../text/words';
import { t } from '../../words/translate';
import { insertion } from '../edits';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'title-punctuation',
  group: 'structure',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: "Stray punctuation around the colon of an item's decision, or behind the decision.",
  fix: 'safe',
  check({ title, text }, _context, report) {
    const { decision, colon } = title;
    if (!decision || colon === null || title.text.text === '') return;
    const slip = slipAtColon(title, colon, decision, text);
    if (slip) {
      report({
        span: slip.span,
        message: t(
          '{0} The title is printed as it stands. Write the service, a colon, a space and the decision.',
          slip.what,
        ),
        fixes: () => [{ title: t('Write ": {0}"', decision.word), safe: true, edits: slip.edits }],
      });
    }
    const stops = /\.{1,9}$/.exec(decision.word)?.[0].length ?? 0;
    if (stops > 0) {
      const span = { start: decision.span.end - stops, end: decision.span.end };
      report({
        span,
        message: t(
          'A full stop stands behind the decision. A title is no sentence and ends with its decision. Take it out.',
        ),
        fixes: () => [{ title: t('Take out the full stop'), safe: true, edits: [{ span, text: '' }] }],
      });
    }
  },
};

interface Slip {
  readonly what: string;
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

function slipAtColon(title: Title, colon: number, decision: Decision, text: string): Slip | null {
  /** Runs of characters that do not belong there, the last one first. */
  const stray: Span[] = [];
  let marks = '';
  let wrapped = false;
  for (let at = colon - 1; at > title.name.start; at--) {
    const character = text.charAt(at);
    if (',;:'.includes(character)) marks = character + marks.slice(0, 9);
    else if (isSpace(text.charCodeAt(at))) wrapped ||= '\n\r\f'.includes(character);
    // An emphasis mark may close between them.
    else if ('*_'.includes(character)) continue;
    else break;
    const next = stray.at(-1);
    if (next?.start === at + 1) stray[stray.length - 1] = { start: at, end: next.end };
    else stray.push({ start: at, end: at + 1 });
  }
  const tight = !/\s/.test(text.slice(colon, decision.span.start));
  const what =
    marks !== ''
      ? t('A stray "{0}" stands before the colon of the decision.', marks)
      : stray.length > 0 && !wrapped
        ? t('A space stands before the colon of the decision.')
        : tight
          ? t('No space stands behind the colon of the decision.')
          : null;
  if (what === null) return null;
  const removed = stray.map(span => ({ span, text: '' }));
  return {
    what,
    span: { start: stray.at(-1)?.start ?? colon, end: colon + 1 },
    edits: tight ? [...removed, insertion(decision.span.start, ' ')] : removed,
  };
}
