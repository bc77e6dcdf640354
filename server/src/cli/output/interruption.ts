import { rmSync } from 'node:fs';

/*
 * What is to be done before the run ends by a signal, such as Ctrl-C: files that are half written are removed.
 */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const unfinished = new Set<string>();
const lastWords = new Set<() => void>();

/** The file is removed should the run be interrupted before it is released. */
export function holdFile(file: string): void {
  unfinished.add(file);
  listen();
}

export function releaseFile(file: string): void {
  unfinished.delete(file);
  listen();
}

/** `say` is called should the run be interrupted before the function that is returned is called. */
export function whenInterrupted(say: () => void): () => void {
  lastWords.add(say);
  listen();
  return () => {
    lastWords.delete(say);
    listen();
  };
}

let isListening = false;

/** Without anything to do the signal ends the run as it does any program. */
function listen(): void {
  const isNeeded = unfinished.size > 0 || lastWords.size > 0;
  if (isNeeded === isListening) return;
  for (const signal of signals) {
    if (isNeeded) process.on(signal, end);
    else process.off(signal, end);
  }
  isListening = isNeeded;
}

/** Ends the run by the signal itself, so that a shell sees what ended it. */
function end(signal: NodeJS.Signals): void {
  for (const file of unfinished) rmSync(file, { force: true });
  for (const say of lastWords) say();
  unfinished.clear();
  lastWords.clear();
  listen();
  process.kill(process.pid, signal);
}
