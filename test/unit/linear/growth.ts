/** What takes less processor time is not looked at twice, in milliseconds: a square of these lengths takes more. */
const CHEAP = 60;
/** A time that grows with the text is four times as long for four times the text; one that grows with its square 16 times. */
const MOST_TIMES = 9;
const TRIES = 3;

/**
 * Why the time that some work takes grows faster than its text; null if it does not. `work` is given how long its text is
 * to be, does all that is not counted, and returns what is counted.
 */
export function growthProblem(length: number, work: (length: number) => () => void): string | null {
  if (spent(work(length)) < CHEAP) return null;
  const four = least(() => spent(work(length)));
  if (four < CHEAP) return null;
  const one = least(() => spent(work(length / 4)));
  return four < one * MOST_TIMES ? null : `${Math.round(one)} ms, and ${Math.round(four)} ms for four times as much`;
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
