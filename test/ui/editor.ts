import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { selectors } from './selectors';

const screenshotFolder = '.build/screenshots';
/** The README's pictures, taken anew where the environment says UPDATE_PICTURES=1. */
const pictureFolder = 'docs/images';

/** How long the editor may take to show what it was asked for. */
const timeout = 30_000;
/** How long the window may take to open. */
export const openTimeout = 60_000;

/** How many problems the editor shows. Information counts as VS Code counts it, in neither. */
export interface ProblemCounts {
  errors: number;
  warnings: number;
}

/**
 * The served editor in a browser, on a copy of the examples, used as a writer uses it: by keyboard and sight.
 * Every method waits for what it names and fails with a timeout if that does not come.
 */
export class Editor {
  constructor(
    /** For what no method here does. */
    readonly page: Page,
    /** The folder that is open, made for this editor. */
    readonly folder: string,
    private readonly letter: string,
  ) {
    page.setDefaultTimeout(timeout);
  }

  /** Waits until the letter is shown in its language. */
  async waitUntilOpen(): Promise<void> {
    await this.page.locator(selectors.activeTab, { hasText: this.letter }).waitFor({ timeout: openTimeout });
    await this.page.locator(selectors.lines).waitFor();
    await this.page.locator(selectors.languageInStatusBar, { hasText: 'Determination Letter' }).waitFor();
  }

  /** Puts a letter into the folder and opens it there. */
  async openLetter(letter: string, text: string): Promise<Editor> {
    await writeFile(join(this.folder, letter), text);
    const other = new Editor(this.page, this.folder, letter);
    await other.openByName();
    await other.waitUntilOpen();
    return other;
  }

  /** Opens the letter from the folder, by its name. */
  async openByName(): Promise<void> {
    const input = this.page.locator(selectors.quickInput);
    const row = this.page.locator(selectors.quickInputRow, { hasText: this.letter }).first();
    const opened = this.page.locator(selectors.activeTab, { hasText: this.letter });
    // Asked again: a window that is busy may lose a key, and a file that was made a moment ago may not be known yet.
    await this.poll(`the file ${this.letter}`, async () => {
      if (await opened.isVisible()) return true;
      if (!(await input.isVisible())) await this.press('ControlOrMeta+P');
      const isAsked = await succeeds(input.fill(this.letter, { timeout: 2000 }));
      if (isAsked && (await succeeds(row.click({ timeout: 1000 })))) return succeeds(opened.waitFor({ timeout: 3000 }));
      await succeeds(input.fill('', { timeout: 500 }));
      return undefined;
    });
  }

  /** Leaves the window as it opens: the files of the folder beside an empty place, all that was not saved thrown away. */
  async closeEverything(): Promise<void> {
    for (const _ of ['a list', 'what it covered']) await this.press('Escape');
    const tabs = this.page.locator(selectors.tab);
    await this.poll('the last editor to close', async () => {
      if ((await tabs.count()) === 0) return true;
      await this.runCommand('View: Revert and Close Editor');
      return undefined;
    });
    if (await this.page.locator(selectors.panel).isVisible()) await this.press('ControlOrMeta+J');
    if ((await this.page.locator(selectors.notification).count()) > 0) {
      await this.runCommand('Notifications: Clear All Notifications');
    }
    await this.runCommand('View: Show Explorer');
  }

  // The cursor and the keyboard

  /** Puts the cursor at a place of the letter, both counted from 1, as the editor shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.runCommand('Go to Line/Column...', `:${line}:${column}`);
  }

  /** Puts the cursor behind the first occurrence of a text in the letter as it was saved last. */
  async goToText(text: string): Promise<void> {
    const [before] = (await this.savedText()).split(text, 1);
    const lines = `${before}${text}`.split('\n');
    await this.goTo(lines.length, (lines.at(-1) ?? '').length + 1);
  }

  /** Puts the cursor behind the last character. */
  async goToEnd(): Promise<void> {
    await this.focus();
    await this.press('ControlOrMeta+End');
  }

  /** Types key by key, so that completions, closing brackets and lists react. A line break is the Enter key. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.type(text);
  }

  /** Puts in a text at once, as if pasted: nothing reacts to single keys. */
  async insert(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.insertText(text);
  }

  /** Presses a key by Playwright's name, `Enter` or `ControlOrMeta+Period`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Runs a command of the palette by its title, then answers its question if it has one. */
  async runCommand(title: string, answer?: string): Promise<void> {
    const input = this.page.locator(selectors.quickInput);
    // Pressed again until it is heard: a window that opens, or a page in it that has the focus, may lose a key.
    await this.poll('the commands', async () => {
      await this.press('F1');
      return succeeds(input.waitFor({ timeout: 5000 }));
    });
    await input.fill(`>${title}`);
    // By its whole title: the first in the list may be another that was used before.
    const name = JSON.stringify(title);
    const row = this.page.locator(
      `${selectors.quickInputRow}:is([aria-label=${name}], [aria-label^=${name.slice(0, -1)},"])`,
    );
    await row.first().click();
    if (answer === undefined) return;
    await row.first().waitFor({ state: 'hidden' });
    await input.waitFor();
    await input.fill(answer);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  // Problems

  /** Waits for a squiggle in the part of the letter that is on the screen. */
  async waitForSquiggle(severity: keyof typeof selectors.squiggle): Promise<void> {
    await this.page.locator(selectors.squiggle[severity]).first().waitFor({ state: 'attached' });
  }

  /** Waits until the light bulb shows that there are fixes at the cursor. */
  async waitForLightBulb(): Promise<void> {
    await this.page.locator(selectors.lightBulb).first().waitFor();
  }

  /** Waits until the status bar counts the problems so. */
  async waitForProblems(isExpected: (counts: ProblemCounts) => boolean): Promise<ProblemCounts> {
    return this.poll('the number of problems', async () => {
      const label = (await this.page.locator(selectors.problemsInStatusBar).getAttribute('aria-label')) ?? '';
      const counts = { errors: count(label, /Errors: (\d+)/), warnings: count(label, /Warnings: (\d+)/) };
      return isExpected(counts) ? counts : undefined;
    });
  }

  /** Opens the Problems panel and reads its rows: `message source rule [Ln 1, Col 1]`. */
  async problems(): Promise<string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator(selectors.problemRow, { hasText: '[Ln ' });
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(row => row.replaceAll('\n', ' '));
  }

  /** Waits until the Problems panel has nothing to show, of any severity. */
  async waitUntilClean(): Promise<void> {
    await this.runCommand('Problems: Focus on Problems View');
    await this.page.locator(selectors.problemsMessage, { hasText: 'No problems have been detected' }).waitFor();
  }

  /** Applies a quick fix at the cursor. `title` is a part of its title. */
  async quickFix(title: string): Promise<void> {
    await this.openQuickFixes();
    await this.page.locator(selectors.codeAction, { hasText: title }).first().click();
    await this.page.locator(selectors.codeAction).first().waitFor({ state: 'hidden' });
  }

  /** Shows the quick fixes at the cursor and gives their titles. Escape closes them. */
  async openQuickFixes(): Promise<string[]> {
    const actions = this.page.locator(selectors.codeAction);
    // Asked again until there is one: the fixes of a problem come a moment after the problem.
    await this.poll('a quick fix', async () => {
      await this.focus();
      await this.press('ControlOrMeta+Period');
      const isShown = await succeeds(actions.first().waitFor({ timeout: 2000 }));
      if (!isShown) await this.press('Escape');
      return isShown;
    });
    return actions.allInnerTexts();
  }

  // Completion and hover

  /** Asks for completions at the cursor and gives what is shown of them, best first. */
  async suggestions(): Promise<string[]> {
    await this.focus();
    await this.press('ControlOrMeta+Space');
    const rows = this.page.locator(selectors.suggestion);
    await rows.first().waitFor();
    return rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
  }

  /**
   * Waits until completions are shown by themselves and the selected one begins with this label, then takes it by
   * Enter. The next completions may follow at once.
   */
  async takeFirst(label: string): Promise<void> {
    await this.waitForFirst(label);
    await this.press('Enter');
    await this.suggestion(selectors.focusedSuggestion, label).waitFor({ state: 'hidden' });
  }

  /** Waits until completions are shown by themselves and the selected one begins with this label. */
  async waitForFirst(label: string): Promise<void> {
    await this.suggestion(selectors.focusedSuggestion, label).waitFor();
  }

  /** Takes the completion whose label begins with this by the mouse. Asks for completions if none are shown. */
  async complete(label: string): Promise<void> {
    const wanted = this.suggestion(selectors.suggestion, label).first();
    // Asked again where the list was closed meanwhile: the editor does so when its window is busy.
    await this.poll(`the completion ${label}`, async () => {
      if (!(await this.page.locator(selectors.suggestions).isVisible())) await this.suggestions();
      return succeeds(wanted.click({ timeout: 2000 }));
    });
    await wanted.waitFor({ state: 'hidden' });
  }

  /** Shows what is known of the completion that is selected, until it contains this text. */
  async showDetails(text: string): Promise<void> {
    await this.press('ControlOrMeta+Space');
    await this.page.locator(selectors.suggestionDetails, { hasText: text }).waitFor();
  }

  /** Shows the hover at the cursor, waits until it contains this text and gives all of it. */
  async hover(text: string): Promise<string> {
    await this.runCommand('Show or Focus Hover');
    const hover = this.page.locator(selectors.hover, { hasText: text }).first();
    await hover.waitFor();
    return hover.innerText();
  }

  // The letter

  /** Saves, and waits until the bytes are on the disk. */
  async save(): Promise<string> {
    await this.focus();
    await this.press('ControlOrMeta+S');
    await this.page.locator(selectors.dirtyTab).waitFor({ state: 'hidden' });
    return this.savedText();
  }

  /** The letter as it is on the disk. */
  savedText(): Promise<string> {
    return readFile(join(this.folder, this.letter), 'utf8');
  }

  /** Waits until the part of the letter that is on the screen contains this text. */
  async waitForText(text: string): Promise<void> {
    await this.poll(`the text ${text}`, async () => ((await this.shownText()).includes(text) ? true : undefined));
  }

  /** The part of the letter that is on the screen, as it is drawn. */
  async shownText(): Promise<string> {
    // The editor draws every space as a no-break space.
    return (await this.page.locator(selectors.lines).first().innerText()).replaceAll('\u00a0', ' ');
  }

  /** Rows of the Outline view, opened if it is not: the sections of the letter, and what is in the last one. */
  async outline(): Promise<string[]> {
    await this.runCommand('Explorer: Focus on Outline View');
    const rows = this.page.locator(selectors.outlineRow);
    await rows.first().waitFor();
    // Collapses all of it.
    await this.press('ControlOrMeta+ArrowLeft');
    await this.press('End');
    const sections = await rows.count();
    await this.press('ArrowRight');
    await rows.nth(sections).waitFor();
    return rows.allInnerTexts();
  }

  /** The page inside a webview, a preview for example. */
  webview(): FrameLocator {
    return this.page.frameLocator(selectors.webviewOuter).frameLocator(selectors.webviewInner);
  }

  /** Takes a picture of the window into `.build/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(screenshotFolder, { recursive: true });
    await this.page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
  }

  /** Takes a picture of the window for the README, kept there if the environment asks for it. */
  async picture(name: string): Promise<void> {
    await this.screenshot(name);
    if (process.env['UPDATE_PICTURES'] === undefined) return;
    await mkdir(pictureFolder, { recursive: true });
    await copyFile(join(screenshotFolder, `${name}.png`), join(pictureFolder, `${name}.png`));
  }

  /** The rows of a list of completions that begin with this label. */
  private suggestion(rows: string, label: string): Locator {
    return this.page.locator(rows, { hasText: new RegExp(`^${label.replace(/[^\w ]/g, '\\$&')}`) });
  }

  private async focus(): Promise<void> {
    const focused = this.page.locator(`${selectors.editor}.focused`);
    if ((await focused.count()) > 0) return;
    await this.runCommand('View: Focus Active Editor Group');
    await focused.first().waitFor();
  }

  /** Asks until there is an answer. */
  async poll<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + timeout;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > end) throw new Error(`In vain waited for ${what}`);
      await this.page.waitForTimeout(50);
    }
  }
}

/** For `poll`: true, or nothing if it fails. */
export function succeeds(trying: Promise<unknown>): Promise<true | undefined> {
  return trying.then(
    () => true,
    () => undefined,
  );
}

function count(label: string, pattern: RegExp): number {
  return Number(pattern.exec(label)?.[1] ?? 0);
}
