import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server';

/* The language server as a process of Node: started with --stdio or --node-ipc. */

serve(createConnection(), {
  clock: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  // Messages are taken one in a turn of the event loop: a second turn lets the next one in.
  soon: callback => setImmediate(() => setImmediate(callback)),
  readText: uri =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8').catch(() => null) : Promise.resolve(null),
  rulePages: `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`,
});
