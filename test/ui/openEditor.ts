import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Editor, openTimeout } from './editor';
import { addressOf, stopServing } from './served';

const examplesFolder = 'examples';

/** Which letter is opened, and how the window looks. */
export interface EditorOptions {
  /** Name of the letter to open: one of the examples, or a new one with `text`. */
  letter: string;
  /** Written into the letter before the editor opens. */
  text?: string;
  /** Settings of the workspace, besides the usual ones. They, or a language, need a window of their own. */
  settings?: Record<string, unknown>;
  /** Size of the window in pixels. */
  size?: { width: number; height: number };
  /** Language of extensions, such as `es`; VS Code's own words stay English. */
  language?: string;
}

/** The window shows little but the letter, for the README's pictures. */
const usualSettings = {
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
const usualSize = { width: 1280, height: 800 };

/** A window on a folder of its own. */
interface EditorWindow {
  readonly page: Page;
  /** A copy of the examples. */
  readonly folder: string;
  close(): Promise<void>;
}

/** The window of all blocks that need none of their own: to open one takes longer than most of their tests. */
let usualWindow: EditorWindow | null = null;
after(async () => {
  await usualWindow?.close();
  await stopServing();
});

/**
 * Opens an editor for the tests of a `describe` block and closes it after them; a test that fails leaves a picture in
 * `.build/screenshots`.
 *
 * @returns the editor, to be called inside a test
 */
export function useEditor(options: EditorOptions): () => Editor {
  const isUsual = options.settings === undefined && options.language === undefined;
  let editor: Editor | undefined;
  let ownWindow: EditorWindow | null = null;
  const open = async () => {
    let window: EditorWindow;
    if (isUsual && usualWindow) {
      window = usualWindow;
      await showLetter(window, options);
    } else {
      window = await openWindow(options);
      if (isUsual) usualWindow = window;
      else ownWindow = window;
    }
    const opened = new Editor(window.page, window.folder, options.letter);
    editor = opened;
    await opened.waitUntilOpen().catch(async error => {
      await opened.screenshot('failure-to-open');
      throw error;
    });
  };
  const close = async () => {
    await ownWindow?.close();
    ownWindow = null;
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
    if (isUsual) {
      await usualWindow?.close();
      usualWindow = null;
    }
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

/** Opens a window on a copy of the examples, with the letter in it. */
async function openWindow({ letter, text, settings, size, language }: EditorOptions): Promise<EditorWindow> {
  const parent = await mkdtemp(join(tmpdir(), 'letters-'));
  // Named as in the repository, since the pictures show the name.
  const folder = join(parent, 'examples');
  await layOut(folder, letter, text);
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ ...usualSettings, ...settings }));
  const address = await addressOf(folder, letter);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: size ?? usualSize });
  // For the tests that paste.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // What a language pack would say.
  if (language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  await page.goto(address);
  return {
    page,
    folder,
    async close() {
      // A window that is left in order ends its extension host; unsaved text does not keep it.
      page.on('dialog', dialog => void dialog.accept());
      await page.goto('about:blank');
      await browser.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Makes a window as it was when it opened, but with this letter. */
async function showLetter({ page, folder }: EditorWindow, { letter, text, size }: EditorOptions): Promise<void> {
  await page.setViewportSize(size ?? usualSize);
  await new Editor(page, folder, letter).closeEverything();
  for (const name of await readdir(folder)) {
    if (name !== '.vscode') await rm(join(folder, name), { recursive: true });
  }
  await layOut(folder, letter, text);
  await new Editor(page, folder, letter).openByName();
}

async function layOut(folder: string, letter: string, text: string | undefined): Promise<void> {
  await cp(examplesFolder, folder, { recursive: true });
  if (text !== undefined) await writeFile(join(folder, letter), text);
}

/** The browser that the test runner found and names in the environment. */
function launchBrowser(): Promise<Browser> {
  const { CHROMIUM: executablePath, CHROMIUM_ARGUMENTS: args = '' } = process.env;
  if (executablePath === undefined) throw new Error('Run the tests of the editor through scripts/test.mjs');
  return chromium.launch({ executablePath, args: args.split(' ') });
}
