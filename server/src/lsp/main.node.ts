import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { builtInData } from '../core/builtInData';
import { lettersOnDisk } from './lettersOnDisk';
import { serve } from './server';

/* The language server as a process of Node: started with --stdio or --node-ipc. */

/*
 * A writer types a few hundred keys, not millions: the engine compiles what each key runs after a tenth of the calls it
 * would else wait for. Halves the cost of a key at the start of a session; an engine without this setting ignores it.
 */
setFlagsFromString('--interrupt-budget=10000');

serve(createConnection(), {
  clock: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  // Messages are taken one in a turn of the event loop: a second turn lets the next one in.
  soon: callback => setImmediate(() => setImmediate(callback)),
  builtIn: () => Promise.resolve(builtInData),
  readText: uri =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8').catch(() => null) : Promise.resolve(null),
  listLetters: lettersOnDisk,
  rulePages: `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`,
});
