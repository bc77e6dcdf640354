import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Faults of a process of Node, brought in from outside: a script it runs before anything else. The product has no door
 * for them.
 */

/** Stands in letters of tests, and must stand nowhere else. */
export const mark = 'Zebulon';

/** Every hundredth time that an expression is looked for in a marked text, that fails with an error that quotes the text. */
const failingExpressions = `
  const { exec } = RegExp.prototype;
  let count = 0;
  RegExp.prototype.exec = function (text) {
    if (typeof text === 'string' && text.includes('${mark}') && ++count % 100 === 0) {
      throw new Error('Cannot read ' + text);
    }
    return exec.call(this, text);
  };
`;

/** An error that nobody handles, thrown or in a promise, as soon as the process looks after such, or after a while. */
const unhandled = (how: 'thrown' | 'rejected') => `
  const start = Date.now();
  const timer = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0 && Date.now() - start < 5000) return;
    clearInterval(timer);
    const error = new Error('Cannot read ${mark}');
    ${how === 'thrown' ? 'throw error;' : 'Promise.reject(error);'}
  }, 20);
`;

/** Tells at the end of the process, in its standard error output, whether objects have got a property from outside. */
const tellsPollution = `
  process.on('exit', () => process.stderr.write({}.polluted === undefined ? 'clean' : 'polluted'));
`;

/** The environment of a process with a fault. */
export function environmentWith(
  fault: 'failing expressions' | 'thrown' | 'rejected' | 'tells pollution',
): NodeJS.ProcessEnv {
  const scripts = {
    'failing expressions': failingExpressions,
    thrown: unhandled('thrown'),
    rejected: unhandled('rejected'),
    'tells pollution': tellsPollution,
  };
  const file = resolve('.build', 'test', 'faults', `${fault.replaceAll(' ', '-')}.cjs`);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, scripts[fault]);
  return { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(file)}` };
}
