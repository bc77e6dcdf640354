import { assertCase, type Case } from '../property/claims/case';
import { applied, type CaseEdit, textAfter, within } from '../property/claims/edits';

/** Why the case fails: what tells failures apart, without words or numbers of the letter; null if it does not fail. */
export function failureOf(one: Case): Failure | null {
  try {
    assertCase(one);
    return null;
  } catch (error) {
    const message = error instanceof Error ? `${error.message} ${causeOf(error)}` : String(error);
    const where = (error instanceof Error ? (error.stack ?? '') : '').match(
      /at (?:Object\.)?(assert\w+|\w+In|check\w*)/,
    );
    const kind = (message.split('\n')[0] ?? '').replace(/"[^"]*"|'[^']*'|\d+/g, '_').slice(0, 100);
    return { kind: `${one.claim}: ${where?.[1] ?? ''} ${kind}`, message };
  }
}

export interface Failure {
  readonly kind: string;
  readonly message: string;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : '';
}

/** A smaller case that fails in the same way: fewer edits, then fewer lines, words and characters. Ends within `seconds`. */
export function shrunk(one: Case, kind: string, seconds: number): Case {
  const until = performance.now() + seconds * 1000;
  const fails = (candidate: Case) => performance.now() < until && failureOf(candidate)?.kind === kind;
  let best = fewerEdits(one, fails);
  for (let before = -1; before !== sizeOf(best); ) {
    before = sizeOf(best);
    for (const split of [/(?<=\n)/, /(?<=[ \n])/, /(?:)/]) {
      best = shorterTexts(best, split, fails);
    }
  }
  return best;
}

function sizeOf({ text, edits }: Case): number {
  return edits.reduce((sum, edit) => sum + 1 + edit.text.length, text.length);
}

function fewerEdits(one: Case, fails: (candidate: Case) => boolean): Case {
  if (one.edits.length === 0) return one;
  const whole = { ...one, text: textAfter(one.text, one.edits), edits: [] };
  if (fails(whole)) return whole;
  let best = one;
  // What led there first.
  for (let count = 1; count < best.edits.length; count *= 2) {
    const kept = best.edits.slice(-count);
    const candidate = { ...best, text: textAfter(best.text, best.edits.slice(0, -count)), edits: kept };
    if (fails(candidate)) {
      best = candidate;
      break;
    }
  }
  for (let size = best.edits.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.edits.length; ) {
      const edits = [...best.edits.slice(0, at), ...best.edits.slice(at + size)];
      if (fails({ ...best, edits })) best = { ...best, edits };
      else at += size;
    }
  }
  // The first edits, made once and for all.
  while (best.edits.length > 1) {
    const [first, ...edits] = best.edits;
    const candidate = { ...best, text: applied(best.text, within(first as CaseEdit, best.text.length)), edits };
    if (!fails(candidate)) break;
    best = candidate;
  }
  return best;
}

/** Takes pieces out of the text and of what the edits insert, many at a time at first. */
function shorterTexts(one: Case, split: RegExp, fails: (candidate: Case) => boolean): Case {
  let best = one;
  const pieces = best.text.split(split);
  for (let size = Math.max(1, pieces.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < pieces.length; ) {
      const start = pieces.slice(0, at).join('').length;
      const gone = pieces.slice(at, at + size).join('').length;
      const candidate = withoutText(best, start, gone);
      if (fails(candidate)) {
        best = candidate;
        pieces.splice(at, size);
      } else at += size;
    }
  }
  for (let index = 0; index < best.edits.length; index++) {
    let parts = (best.edits[index] as CaseEdit).text.split(split);
    for (let size = Math.max(1, parts.length >> 1); size >= 1; size >>= 1) {
      for (let at = 0; at < parts.length; ) {
        const rest = [...parts.slice(0, at), ...parts.slice(at + size)];
        const edits = best.edits.map((edit, k) => (k === index ? { ...edit, text: rest.join('') } : edit));
        if (fails({ ...best, edits })) {
          best = { ...best, edits };
          parts = rest;
        } else at += size;
      }
    }
  }
  return best;
}

function withoutText(one: Case, start: number, length: number): Case {
  const moved = (offset: number) => (offset <= start ? offset : Math.max(start, offset - length));
  return {
    ...one,
    text: one.text.slice(0, start) + one.text.slice(start + length),
    edits: one.edits.map(edit => ({ ...edit, start: moved(edit.start), end: moved(edit.end) })),
  };
}
