import { once } from 'node:events';
import picocolors from 'picocolors';
import { tracesOf } from './errors';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Writes to standard output, and waits where the reader is slower than we are, so that output never piles up. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return;
  if (process.stdout.isTTY) clearStatus();
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Says something about the run itself: on standard error, so that it never mixes with the result. */
export function say(message: string): void {
  clearStatus();
  process.stderr.write(`letters: ${visible(message)}\n`);
}

/** Says that something failed that never should. */
export function sayUnexpected(error: unknown, where = 'Something'): void {
  saySomethingWrong(where, tracesOf(error));
}

/** The same of an error of another thread. */
export function saySomethingWrong(where: string, traces: string): void {
  clearStatus();
  process.stderr.write(`letters: ${visible(where)} went wrong in a way that it never should. Please report this:\n`);
  process.stderr.write(`${traces}\n`);
}

let hasStatus = false;

/** Shows how far the run is, on a terminal alone: one line, which gives way to whatever else is said. */
export function showStatus(text: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${visible(text).slice(0, (process.stderr.columns || 80) - 1)}\u001b[K`);
  hasStatus = true;
}

export function clearStatus(): void {
  if (hasStatus) process.stderr.write('\r\u001b[K');
  hasStatus = false;
}

/** Colours for a stream: only on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function colorsFor(stream: NodeJS.WriteStream): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return picocolors.createColors(false);
  if (FORCE_COLOR) return picocolors.createColors(FORCE_COLOR !== '0' && FORCE_COLOR !== 'false');
  return picocolors.createColors(stream.isTTY === true && TERM !== 'dumb');
}

/**
 * Text of a letter or a path, safe to show: a control character could move the cursor or change what the terminal
 * shows. One character stands for one, so that columns stay.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** The same of a path, which holds no line of its own: a name could else feign another line. */
export function visiblePath(path: string): string {
  return visible(path).replace(/[\t\n\u2028\u2029]/g, '\ufffd');
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}
