#!/usr/bin/env node
// Takes the flags of `code` and runs an extension's suites in the served VS Code and Chromium, as the desktop does
// in its own window. What the suites print goes to standard output; the exit code is theirs.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, ensureChromium } from '../../scripts/lib/chromium.mjs';
import { Failure, runMain } from '../../scripts/lib/run.mjs';
import { ensureServedVSCode } from './install.mjs';
import { startProxy } from './proxy.mjs';
import { startServer } from './server.mjs';

/** A run that says nothing for so long hangs. */
const silenceTimeout = 90_000;

runMain(async () => {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  /** @param {keyof typeof values} name */
  const folder = name => {
    const value = values[name];
    if (typeof value !== 'string') throw new Failure(`--${String(name)} is needed`);
    return resolve(value);
  };
  const executablePath = await ensureChromium();
  const profile = { user: folder('user-data-dir'), extensions: folder('extensions-dir') };
  const server = await startServer(await ensureServedVSCode(), profile);
  const proxy = await startProxy(server.port, {
    host: values['extensionDevelopmentKind'] === 'web' ? 'web' : 'node',
    path: folder('extensionDevelopmentPath'),
    testsPath: folder('extensionTestsPath'),
  });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    const url = new URL(`http://127.0.0.1:${proxy.port}/`);
    if (positionals[0] !== undefined) url.searchParams.set('folder', resolve(positionals[0]));
    return await runSuites(page, url.href, server.ended);
  } catch (error) {
    console.error(`${error}\nThe server said:\n${server.log()}`);
    return 1;
  } finally {
    await browser.close();
    proxy.close();
    await server.stop();
  }
});

/**
 * Opens the workbench, which runs the suites, and waits for their end.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {Promise<void>} serverEnded
 * @returns {Promise<number>} the exit code the workbench tells
 */
function runSuites(page, url, serverEnded) {
  return new Promise((resolveCode, reject) => {
    const hang = () => reject(new Error(`Nothing was said for ${silenceTimeout / 1000} s`));
    let timer = setTimeout(hang, silenceTimeout);
    /** @param {string} text */
    const print = text => {
      clearTimeout(timer);
      timer = setTimeout(hang, silenceTimeout);
      console.log(text);
    };
    /** @param {number} code */
    const end = code => {
      clearTimeout(timer);
      resolveCode(code);
    };
    serverEnded.then(() => reject(new Error('VS Code ended')));
    page.on('crash', () => reject(new Error('The page crashed')));
    page.on('pageerror', error => print(`page: ${error.message}`));
    page
      .exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ parts) =>
        print(parts.join(' ')),
      )
      .then(() => page.exposeFunction('codeAutomationExit', end))
      .then(() => page.goto(url))
      .catch(reject);
  });
}
