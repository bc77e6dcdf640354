import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { builtInData } from '../core/builtInData';
import { optimizeAfterStart, optimizeEarly } from './engine';
import { describeError } from './guard';
import { lettersOnDisk } from './lettersOnDisk';
import { serve } from './server';
import { textOnDisk } from './textOnDisk';

/* The language server as a process of Node: started with --stdio or --node-ipc. */

const started = optimizeAfterStart();
optimizeEarly();

// An error that nobody handles ends the process. Node would print its message, which may quote the letter.
process.on('uncaughtException', error => {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
});

serve(createConnection(), {
  clock: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  // Messages are taken one in a turn of the event loop: a second turn lets the next one in.
  soon: callback => setImmediate(() => setImmediate(callback)),
  checked: started,
  builtIn: () => Promise.resolve(builtInData),
  readText: textOnDisk,
  listLetters: lettersOnDisk,
  rulePages: `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`,
});
