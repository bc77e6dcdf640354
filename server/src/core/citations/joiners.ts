import { isWordCharacter } from '../text/words';
import type { GuidelineLineProblem } from './model';
import { type Reading, skipSpaces, wordsAt } from './scan';

/** What stands between two citations or two sections. */
export interface Joiner {
  readonly kind: 'none' | 'space' | 'mark';
  /** Where the next part begins. */
  readonly end: number;
  readonly hasAnd: boolean;
  /** Records what is wrong with it, once it is known to join two parts. */
  report(): void;
}

/** Reads commas, semicolons, spaces, `and` and `&` from `from` on. */
export function readJoiner(reading: Reading, from: number, to: number): Joiner {
  const { text, lower, problems } = reading;
  const found: GuidelineLineProblem[] = [];
  let at = from;
  let marks = 0;
  let hasAnd = false;
  let lastMark = -1;
  for (;;) {
    const next = skipSpaces(text, at, to);
    const char = text.charAt(next);
    if (next >= to) {
      at = next;
      break;
    }
    if (char === ',' || char === ';') {
      marks++;
      if (marks > 1) found.push({ kind: 'stray-comma', span: { start: lastMark + 1, end: next + 1 }, replacement: '' });
      lastMark = next;
      at = next + 1;
    } else if (!hasAnd && (wordsAt(lower, next, 'and') || (char === '&' && marks > 0))) {
      hasAnd = true;
      at = next + (char === '&' ? 1 : 3);
    } else {
      at = next;
      break;
    }
  }
  if (lastMark >= 0 && lastMark + 1 < to && isWordCharacter(text.charCodeAt(lastMark + 1))) {
    const mark = text.charAt(lastMark);
    found.push({ kind: 'comma-without-space', span: { start: lastMark, end: lastMark + 1 }, replacement: `${mark} ` });
  }
  return {
    kind: marks > 0 || hasAnd ? 'mark' : at > from ? 'space' : 'none',
    end: at,
    hasAnd,
    report: () => {
      for (const problem of found) problems.push(problem);
    },
  };
}
