import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { readBuiltIn } from './builtIn';
import { serve } from './server';

/* The language server as a worker of a browser, which cannot read files: its client does. */

declare const self: DedicatedWorkerGlobalScope;

/** Messages to itself come behind those of the client that wait already, and without the delay of a timer. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  clock: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  soon(callback) {
    waiting.push(callback);
    turns.port2.postMessage(null);
  },
  // For clients that hand them over not: beside this script, wherever that is.
  async builtIn() {
    const file = await fetch(new URL('built-in.json', self.location.href));
    return readBuiltIn(await file.text());
  },
  readText: () => Promise.resolve(null),
  listLetters: () => Promise.resolve([]),
  rulePages: null,
});
