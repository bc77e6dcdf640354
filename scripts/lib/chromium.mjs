import { existsSync } from 'node:fs';
import { installWithApt } from './apt.mjs';
import { Failure, findOnPath } from './run.mjs';

/** Flags for a browser in a container: no sandbox of its own, no graphics card, nothing that calls out. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function findChromium() {
  return process.env['CHROMIUM'] ?? findOnPath(names) ?? usualPlaces.find(path => existsSync(path));
}

/**
 * Finds Chromium, or installs it where this user may.
 *
 * @returns {Promise<string>} the path of its executable
 * @throws {Failure} naming the command to run
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  await installWithApt('Chromium', ['chromium', 'fonts-liberation']);
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Failure(
    'The tests need Chromium, and there is none. Install it, then try again:\n\n' +
      '    sudo apt-get update && sudo apt-get install --yes chromium\n\n' +
      'or set CHROMIUM to the path of a Chromium or Chrome.',
  );
}
