import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { Editor, openTimeout } from './editor';
import { addressOf } from './served';

const examplesFolder = 'examples';

/** Which letter is opened, and how the window looks. */
export interface EditorOptions {
  /** Name of the letter to open: one of the examples, or a new one with `text`. */
  letter: string;
  /** Written into the letter before the editor opens. */
  text?: string;
  /** Settings of the workspace. */
  settings?: Record<string, unknown>;
  /** Size of the window in pixels. */
  size?: { width: number; height: number };
  /** Language of extensions, such as `es`; VS Code's own words stay English. */
  language?: string;
}

/** Settings with which the window shows little but the letter, for the README's pictures. */
export const forPictures = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.suggestFontSize': 12,
  'files.exclude': { '.vscode': true },
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** What is to be undone, in the order it was done. */
type Cleanup = (() => Promise<void>)[];

/**
 * Opens an editor for the tests of a `describe` block and closes it after them; a test that fails leaves a picture in
 * `.build/screenshots`.
 *
 * @returns the editor, to be called inside a test
 */
export function useEditor(options: EditorOptions): () => Editor {
  let editor: Editor | undefined;
  let cleanup: Cleanup = [];
  const close = async () => {
    for (const undo of cleanup.reverse()) await undo();
    cleanup = [];
  };
  const open = async () => {
    const opened = await openEditor(options, cleanup);
    editor = opened;
    await opened.waitUntilOpen().catch(async error => {
      await opened.screenshot('failure-to-open');
      throw error;
    });
  };
  before(async function () {
    this.timeout(openTimeout * 3);
    await open();
  });
  beforeEach(async function () {
    const test = this.currentTest;
    // The tests of a block go on from each other; what the first one left is no beginning for its second try.
    if (test === undefined || currentRetry(test) === 0 || test.title !== test.parent?.tests[0]?.title) return;
    this.timeout(openTimeout * 3);
    await close();
    await open();
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test !== undefined && test.state !== 'passed') {
      await editor?.screenshot(`failure of ${test.title}, try ${currentRetry(test)}`.replace(/\W+/g, '-'));
    }
  });
  after(close);
  return () => {
    if (editor === undefined) throw new Error('The editor is open only inside a test');
    return editor;
  };
}

/** Which try of the test runs: 0 for the first. Mocha's types leave it out. */
function currentRetry(test: Mocha.Test): number {
  return (test as Mocha.Test & { currentRetry(): number }).currentRetry();
}

/** Serves a copy of the examples and opens it in a browser. */
async function openEditor(
  { letter, text, settings, size, language }: EditorOptions,
  cleanup: Cleanup,
): Promise<Editor> {
  const parent = await mkdtemp(join(tmpdir(), 'letters-'));
  cleanup.push(() => rm(parent, { recursive: true, force: true }));
  // Named as in the repository, since the pictures show the name.
  const folder = join(parent, 'examples');
  await cp(examplesFolder, folder, { recursive: true });
  if (text !== undefined) await writeFile(join(folder, letter), text);
  if (settings !== undefined) {
    await mkdir(join(folder, '.vscode'));
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  }
  const address = await addressOf(folder, letter);
  const browser = await launchBrowser();
  cleanup.push(() => browser.close());
  const page = await browser.newPage({ viewport: size ?? { width: 1280, height: 800 } });
  // For the tests that paste.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // What a language pack would say.
  if (language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  const editor = new Editor(page, folder, letter);
  await page.goto(address);
  // A window that is left in order ends its extension host; unsaved text does not keep it.
  cleanup.push(async () => {
    page.on('dialog', dialog => void dialog.accept());
    await page.goto('about:blank');
  });
  return editor;
}

/** The browser that the test runner found and names in the environment. */
function launchBrowser(): Promise<Browser> {
  const { CHROMIUM: executablePath, CHROMIUM_ARGUMENTS: args = '' } = process.env;
  if (executablePath === undefined) throw new Error('Run the tests of the editor through scripts/test.mjs');
  return chromium.launch({ executablePath, args: args.split(' ') });
}
