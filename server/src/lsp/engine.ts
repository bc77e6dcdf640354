import { setFlagsFromString } from 'node:v8';

/* When Node's engine optimises code. An engine without one of these settings keeps its own way. */

/** Milliseconds; a program that does not say sooner that it has started has started then. */
const startingTime = 1000;

/**
 * Optimises nothing while the program starts: most of what runs then runs once, and its optimising takes as much of the
 * processor as the start itself. The timer keeps no process alive.
 *
 * @returns to be called when the program has started, however often
 */
export function optimizeAfterStart(): () => void {
  setFlagsFromString('--no-opt');
  const timer = setTimeout(started, startingTime).unref();
  let isStarting = true;
  function started(): void {
    if (!isStarting) return;
    isStarting = false;
    clearTimeout(timer);
    setFlagsFromString('--opt');
  }
  return started;
}

/**
 * A writer types a few hundred keys, not millions: the engine optimises what each key runs after a tenth of the calls it
 * would else wait for. Nearly halves the cost of a key at the start of a session.
 */
export function optimizeEarly(): void {
  const [major = '0'] = process.versions.v8.split('.', 1);
  // The engine of Node 20 counts the bytes it ran, later ones the calls.
  setFlagsFromString(Number(major) < 12 ? '--interrupt-budget=10000' : '--invocation-count-for-turbofan=300');
}
