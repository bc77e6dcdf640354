import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { goodLetter, undecided } from '../protocol/support/letters';

/** The configuration as docs/editors.md gives it, to the letter. */
function documented(): string {
  const page = readFileSync(join('docs', 'editors.md'), 'utf8');
  const start = '<!-- tested by test/editors/neovim.test.ts -->\n```lua\n';
  const at = page.indexOf(start);
  assert.ok(at >= 0, 'docs/editors.md has no configuration to test');
  return page.slice(at + start.length, page.indexOf('```', at + start.length));
}

interface Report {
  readonly failure?: string;
  readonly filetype: string;
  readonly diagnostics: readonly string[];
  readonly messages: readonly string[];
  readonly cursor: readonly [line: number, column: number];
  readonly hover: readonly string[];
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly completions: readonly string[];
  readonly later: readonly string[];
}

/** Opens a letter in a Neovim that knows nothing but the documented configuration, and has it driven. */
async function drive(neovim: string, folder: string, letter: string): Promise<Report> {
  const [home, bin, letters] = ['home', 'bin', 'letters'].map(name => join(folder, name));
  assert.ok(home && bin && letters);
  for (const each of [home, bin, letters]) mkdirSync(each);
  symlinkSync(resolve('dist', 'cli.js'), join(bin, 'letters'));
  const configuration = join(home, 'init.lua');
  writeFileSync(configuration, documented());
  writeFileSync(join(letters, 'one.letter'), letter);
  const report = join(folder, 'report.json');
  const child = spawn(
    neovim,
    ['--headless', '-u', configuration, 'one.letter', '-c', `luafile ${resolve('test', 'editors', 'drive.lua')}`],
    {
      cwd: letters,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env['PATH']}`,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        LETTERS_REPORT: report,
      },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      said += String(chunk);
    });
  }
  await new Promise(ended => child.once('exit', ended));
  assert.ok(existsSync(report), `Neovim ended without a report: ${said}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

describe('Neovim with the documented configuration', function () {
  this.timeout(90_000);
  let folder: string | undefined;
  let report: Report;

  before(async function () {
    const neovim = process.env['NEOVIM'];
    if (!neovim) {
      console.log('    skipped: there is no Neovim here, and it could not be installed (apt-get install neovim)');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'letters-neovim-'));
    report = await drive(neovim, folder, undecided);
    assert.equal(report.failure, undefined);
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('takes the file for a letter', () => {
    assert.equal(report.filetype, 'determination-letter');
  });

  it('shows its problem, in its place', () => {
    assert.deepEqual(report.diagnostics, ['missing-decision']);
    assert.match(report.messages[0] ?? '', /decision/);
    const [line] = report.cursor;
    assert.match(undecided.split('\n')[line - 1] ?? '', /^## Physical therapy/);
  });

  it('tells more about it', () => {
    assert.match(report.hover.join('\n'), /missing-decision/);
  });

  it('fixes it by a code action', () => {
    assert.match(report.actions.join('\n'), /Upheld/);
    assert.equal(report.fixed, goodLetter);
  });

  it('completes a label', () => {
    assert.deepEqual(report.completions, ['Claims Administrator guideline: ']);
  });

  it('checks again what is typed', () => {
    assert.ok(report.later.length > 0);
    assert.ok(!report.later.includes('missing-decision'), report.later.join(', '));
  });
});
