import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

/* The language server as a worker of a browser, which cannot read files: its client does. */

declare const self: DedicatedWorkerGlobalScope;

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  clock: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  soon: callback => setTimeout(() => setTimeout(callback)),
  readText: () => Promise.resolve(null),
  rulePages: null,
});
