import type { Letter } from '../../language/letter';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import { commentsOf, type LetterComment } from '../comments';
import { insertion } from '../edits';
import { endOfLine } from '../lineEdges';
import type { Fix, LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'unclosed-comment',
  group: 'structure',
  scope: 'letter',
  severity: 'warning',
  summary: 'A comment that never closes, or only where the next one does.',
  fix: 'safe',
  check(letter, _context, report) {
    for (const comment of commentsOf(letter)) {
      const next = comment.closed ? nextOpening(letter, comment) : -1;
      if (comment.closed && next < 0) continue;
      const span = firstLine(letter, comment);
      report({
        span,
        message: comment.closed
          ? t(
              'Another comment opens before this one closes. Comments do not nest: all that stands between is left out of the letter. Close this one with "-->".',
            )
          : t(
              'This comment never closes, so it ends with its line and what follows is part of the letter. Close it with "-->".',
            ),
        related: comment.closed
          ? [{ span: { start: next, end: next + 4 }, message: t('The next comment opens here.') }]
          : [],
        fixes: () => [closing(span, !comment.closed)],
      });
    }
  },
};

/** Where, on a later line than it begins, the comment holds another opening mark; -1 if it holds none. */
function nextOpening(letter: Letter, { inner }: LetterComment): number {
  const words = letter.source.text.slice(inner.start, inner.end);
  const next = words.indexOf('<!--', endOfLine(words, 0));
  return next < 0 ? -1 : inner.start + next;
}

function firstLine(letter: Letter, { span }: LetterComment): Span {
  const end = endOfLine(letter.source.text, span.start);
  return { start: span.start, end: span.start + letter.source.text.slice(span.start, end).trimEnd().length };
}

/** Where the comment ends with its line anyway, its mark changes nothing. */
function closing({ end }: Span, safe: boolean): Fix {
  return { title: t('Close the comment at the end of its line'), safe, edits: [insertion(end, ' -->')] };
}
