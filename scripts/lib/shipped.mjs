import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A package that is in what is shipped.
 *
 * @typedef {object} ShippedPackage
 * @property {string} path from the root, such as `node_modules/zod`
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX names it
 */

/** Installed with what is shipped, but in none of the bundles: types, and code that others need to build or for the web. */
const notShipped = new Set(['@types/node', 'undici-types', 'brotli', 'pako']);

/** Licences of packages that only their texts name. @type {Readonly<Record<string, string>>} */
const named = { 'png-js': 'MIT' };

/**
 * What is shipped of what others wrote, in order. To be asked in the root of the repository, as everything here. That it
 * is what the bundles hold is tested in test/cli/package.test.ts.
 *
 * @returns {ShippedPackage[]}
 */
export function shippedPackages() {
  /** @type {Record<string, { version?: string, license?: string, dev?: boolean }>} */
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(locked)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, licence: license ?? named[name] ?? 'not named' };
    })
    .filter(({ name }) => !notShipped.has(name))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/**
 * The texts of a package's licence and notices, as it brings them.
 *
 * @param {string} path of the package, from the root
 * @returns {string[]}
 */
export function licenceTexts(path) {
  if (!existsSync(path)) throw new Error(`${path} is not installed: run npm ci`);
  return readdirSync(path)
    .filter(name => /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i.test(name))
    .sort()
    .map(name => readFileSync(join(path, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
