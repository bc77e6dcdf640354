import { LineIndex } from '../../core/output/lineIndex';
import type { Finding } from '../../core/rules/rule';
import { ofPrivacy } from '../ofPrivacy';

/**
 * The lines as they may be shown: what identifies a person is hidden behind asterisks, character for character, so that
 * it reaches no log, also where another finding stands on its line.
 */
export function withIdentifiersHidden(lines: LineIndex, findings: readonly Finding[]): LineIndex {
  const hidden = findings.filter(({ rule }) => ofPrivacy(rule));
  if (hidden.length === 0) return lines;
  const { text } = lines;
  const pieces: string[] = [];
  let at = 0;
  for (const { span } of [...hidden].sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(at, span.start);
    if (start >= span.end) continue;
    pieces.push(text.slice(at, start), text.slice(start, span.end).replace(/\S/g, '*'));
    at = span.end;
  }
  return new LineIndex(pieces.join('') + text.slice(at));
}
