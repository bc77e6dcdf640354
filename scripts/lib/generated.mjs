import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** Generated files: path from the root to text. @typedef {Record<string, string>} Files */

/**
 * For a script that generates files and was itself called: writes them, or with `--check` only compares them with what
 * stands in the tree.
 *
 * @param {string} script its import.meta.url
 * @param {() => Files} generate
 */
export function runAsScript(script, generate) {
  if (script !== pathToFileURL(process.argv[1] ?? '').href) return;
  process.chdir(root);
  process.exitCode = writeOrCheck(generate(), process.argv.includes('--check'));
}

/**
 * @param {Files} files
 * @param {boolean} isCheck
 * @returns {number} exit code: 1 where the check finds a difference
 */
function writeOrCheck(files, isCheck) {
  const stale = Object.entries(files).filter(([path, text]) => readIfThere(path) !== text);
  for (const [path, text] of stale) {
    if (isCheck) {
      console.error(`${path} is not what its sources say: run "npm run generate"`);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  return isCheck && stale.length > 0 ? 1 : 0;
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * JSON as the formatter leaves it: on one line what fits into it.
 *
 * @param {unknown} value
 * @returns {string} ends with a newline
 */
export function formatJson(value) {
  return `${print(value, '', 0)}\n`;
}

const width = 120;

/**
 * @param {unknown} value
 * @param {string} indent of the line that the value begins on
 * @param {number} used characters of that line already used, the comma behind the value included
 * @returns {string}
 */
function print(value, indent, used) {
  const flat = printFlat(value);
  if (used + flat.length <= width || value === null || typeof value !== 'object') return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map(v => inner + print(v, inner, inner.length + 1)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, v]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(v, inner, start.length + 1);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function printFlat(value) {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${printFlat(v)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
