import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { extractDocx } from '../../../server/src/convert/docx/extractDocx';
import { renderDocx } from '../../../server/src/convert/docx/renderDocx';
import { importLetter } from '../../../server/src/core/import/importLetter';
import { parseLetter } from '../../../server/src/core/language/letter';
import { parsedLetter } from '../../../server/src/core/output/parseOutput';
import type { Printed, Run } from '../../../server/src/core/printed/printed';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import type { Setup } from '../../../server/src/core/setup';
import { testSetup } from '../../support/setup';
import { letter as everyBlock } from './renderPdfLetters';

const examples = globSync('examples/**/*.letter').sort();

function setupFor(file: string): Setup {
  const [beside] = globSync('letters.config.json', { cwd: dirname(file), absolute: true });
  return testSetup({}, beside ? JSON.parse(readFileSync(beside, 'utf8')).profile : undefined);
}

async function wordFileOf(printed: Printed): Promise<Uint8Array> {
  const answer = await renderDocx(printed);
  assert.equal(answer.kind, 'rendered');
  return answer.bytes;
}

const parsed = (text: string, setup: Setup) => parsedLetter(parseLetter(text, setup.profile), setup, 'a.letter');

describe('a letter from Word and back', () => {
  for (const file of examples) {
    it(`is equal: ${file}`, async () => {
      const setup = setupFor(file);
      const source = readFileSync(file, 'utf8');
      const answer = await extractDocx(await wordFileOf(printLetter(parseLetter(source, setup.profile), setup)));
      assert.equal(answer.kind, 'extracted');
      const { text, beside } = answer.extracted;
      assert.deepEqual(parsed(text, setup), parsed(source, setup));
      assert.deepEqual(parsed(importLetter(text, setup).text, setup), parsed(source, setup));
      const foreign = beside.filter(({ what }) => what !== 'runningHead' && what !== 'runningFoot');
      assert.deepEqual(foreign, []);
    });
  }

  it('prints the same again, emphasis and placeholders too', async () => {
    const setup = testSetup();
    const source = readFileSync('examples/2016-section-style.letter', 'utf8').replace(
      /Decision rationale: /,
      'Decision rationale: **Strong** words, *soft* ones, ***both***, [[a gap]], 2*3 and\n\n- a list\n- of two\n\nand more. ',
    );
    const printed = printLetter(parseLetter(source, setup.profile), setup);
    const answer = await extractDocx(await wordFileOf(printed));
    assert.equal(answer.kind, 'extracted');
    const again = printLetter(parseLetter(answer.extracted.text, setup.profile), setup);
    const bare = ({ blocks }: Printed) =>
      JSON.stringify(blocks, (key, value) => (key === 'span' ? undefined : value), 1);
    assert.equal(bare(again), bare(printed));
  });
});

describe('a Word file in LibreOffice', function () {
  this.timeout(180_000);
  let folder = '';

  if (!isInstalled('soffice', '--version') || !isInstalled('pdftotext', '-v')) {
    it.skip('needs soffice and pdftotext, which are absent');
    return;
  }

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-word-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Has files of the folder converted, and puts the results into it, or into a folder there. */
  function soffice(format: string, ...names: readonly string[]): void {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        ...['--headless', '--convert-to', format, '--outdir', format === 'pdf' ? folder : join(folder, 'again')],
        ...names.map(name => join(folder, `${name}.docx`)),
      ],
      { stdio: 'ignore' },
    );
  }

  it('saved there again is read as the same letter', async () => {
    const setup = testSetup();
    const source = readFileSync('examples/2014-page-style.letter', 'utf8');
    const file = await wordFileOf(printLetter(parseLetter(source, setup.profile), setup));
    writeFileSync(join(folder, 'saved.docx'), file);
    soffice('docx', 'saved');
    const [answer, before] = [
      await extractDocx(readFileSync(join(folder, 'again', 'saved.docx'))),
      await extractDocx(file),
    ];
    assert.ok(answer.kind === 'extracted' && before.kind === 'extracted');
    assert.equal(answer.extracted.text, before.extracted.text);
  });

  it('becomes a PDF with the same words', async () => {
    const setup = testSetup();
    const source = readFileSync('examples/2016-section-style.letter', 'utf8');
    const files = { example: printLetter(parseLetter(source, setup.profile), setup), blocks: everyBlock };
    for (const [name, printed] of Object.entries(files)) {
      writeFileSync(join(folder, `${name}.docx`), await wordFileOf(printed));
    }
    soffice('pdf', ...Object.keys(files));
    for (const [name, printed] of Object.entries(files)) {
      const pages = execFileSync('pdftotext', ['-raw', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
        .split('\f')
        .filter(page => page !== '');
      const feet = pages.map((_, index) => bare(`Case ${printed.caseNumber} · Page ${index + 1} of ${pages.length}`));
      const words = pages.map((page, index) => {
        const text = bare(page);
        const foot = feet[index] ?? '';
        assert.ok(text.endsWith(foot), `the foot of page ${index + 1} of ${name}`);
        return text.slice(0, -foot.length);
      });
      assert.ok(pages.length > 1);
      assert.equal(words.join(''), bare(printed.house.letterhead.join('')) + wordsOf(printed));
    }
  });
});

function isInstalled(program: string, flag: string): boolean {
  return spawnSync(program, [flag], { stdio: 'ignore' }).status === 0;
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** What stands on paper, white space removed. */
function wordsOf({ blocks }: Printed): string {
  const text = (runs: readonly Run[]) => runs.map(r => r.text).join('');
  return bare(
    blocks
      .map(block => {
        switch (block.kind) {
          case 'header':
            return block.rows.map(({ label, value }) => `${label}:${text(value)}`).join('');
          case 'title':
            return text(block.runs) + (block.decision.length > 0 ? `:${text(block.decision)}` : '');
          case 'field':
            return `${block.label}:${text(block.runs)}`;
          case 'list':
            return block.items.map(runs => `•${text(runs)}`).join('');
          default:
            return text(block.runs);
        }
      })
      .join(''),
  );
}
