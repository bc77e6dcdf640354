import assert from 'node:assert/strict';
import { repeated } from './hostile';

/** What takes less processor time is not looked at twice, in milliseconds. */
const CHEAP = 15;
/** So little is spent by chance, collecting what was left over: a square takes more at these lengths. */
const BY_CHANCE = 60;
/** A time that grows with the text is four times as long for four times the text; one that grows with its square 16 times. */
const SUSPICIOUS = 6;
const TOO_MUCH = 9;
/** And for eight times the text: 8 times as long, or 64 times; that is twice the time for four times the text, or 4 times. */
const FAR_TOO_MUCH = 25;
const STILL_TOO_MUCH = 3;
const TRIES = 3;

/**
 * Why the time that some work takes grows faster than its text; null if it does not. `work` is given how long its text is
 * to be, does all that is not counted, and returns what is counted. What looks as if it did is measured again, several
 * times and with longer texts, in which a square stands out.
 */
export function growthProblem(length: number, work: (length: number) => () => void): string | null {
  const four = spent(work(length));
  if (four < CHEAP || four < SUSPICIOUS * spent(work(length / 4))) return null;
  const one = least(() => spent(work(length)));
  const most = least(() => spent(work(length * 4)));
  if (most < BY_CHANCE || most < TOO_MUCH * one) return null;
  // What the machine does besides counts too, collecting garbage above all: only a square stands out further.
  const far = least(() => spent(work(length * 8)));
  return far < FAR_TOO_MUCH * one || far < STILL_TOO_MUCH * most
    ? null
    : `${Math.round(one)} ms, ${Math.round(most)} ms for four times as much, and ${Math.round(far)} ms for eight times`;
}

/** Of a text that is made of a piece, in UTF-16 units: so long that a square takes seconds. */
const LENGTH = 50_000;

/** Fails where some work takes longer for each character of a longer text, whichever of the pieces the text repeats. */
export function assertLinear(pieces: readonly string[], work: (text: string) => unknown): void {
  let times = 0;
  assertGrowth(pieces, LENGTH, (piece, length) => {
    // Never the same text twice: what is known of a sentence is kept.
    const text = repeated(piece, length + piece.length * times++);
    return () => void work(text);
  });
}

/** The same where the work needs more than a text: `work` is that of `growthProblem`, for a piece. */
export function assertGrowth(
  pieces: readonly string[],
  length: number,
  work: (piece: string, length: number) => () => void,
  name = '',
): void {
  const problems = pieces.flatMap(piece => {
    const problem = growthProblem(length, n => work(piece, n));
    return problem === null ? [] : [`${name} ${JSON.stringify(piece)}: ${problem}`];
  });
  assert.deepEqual(problems, []);
}

/** The least of some times: what else the machine does only adds to them. */
function least(measure: () => number): number {
  return Math.min(...Array.from({ length: TRIES }, measure));
}

/** Processor time in milliseconds. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
