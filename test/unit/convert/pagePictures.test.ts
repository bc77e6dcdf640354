import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderDocx } from '../../../server/src/convert/docx/renderDocx';
import { renderPdf } from '../../../server/src/convert/pdf/renderPdf';
import { parseLetter } from '../../../server/src/core/language/letter';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import { testSetup } from '../../support/setup';
import { bytesOf, fontsOf } from './renderPdfLetters';

const isInstalled = (program: string, flag: string) => spawnSync(program, [flag], { stdio: 'ignore' }).status === 0;

/**
 * Pictures of finished letters, of 100 dots an inch. The documentation shows them: taken anew where the environment says
 * UPDATE_PICTURES=1.
 */
describe('the pages of a finished letter', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'letters-pages-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const setup = testSetup();
  const letter = parseLetter(readFileSync('examples/2016-section-style.letter', 'utf8'), setup.profile);
  const printed = printLetter(letter, setup);

  function pictures(name: string): string[] {
    execFileSync('pdftoppm', ['-r', '100', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
    const made = readdirSync(folder).filter(file => file.startsWith(`${name}-`));
    if (process.env['UPDATE_PICTURES'] !== undefined) {
      copyFileSync(join(folder, `${name}-1.png`), join('docs', 'images', `${name}.png`));
    }
    return made;
  }

  it('can be drawn from the PDF file', async function () {
    if (!isInstalled('pdftoppm', '-v')) return this.skip();
    writeFileSync(join(folder, 'letter-pdf.pdf'), bytesOf(await renderPdf(printed, fontsOf('tinos'))));
    const made = pictures('letter-pdf');
    assert.ok(made.length > 1);
    for (const page of made) assert.ok(statSync(join(folder, page)).size > 20_000, `${page} is empty`);
  });

  it('can be drawn from the Word file', async function () {
    if (!isInstalled('pdftoppm', '-v') || !isInstalled('soffice', '--version')) return this.skip();
    writeFileSync(join(folder, 'letter-word.docx'), bytesOf(await renderDocx(printed)));
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    const file = join(folder, 'letter-word.docx');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    const made = pictures('letter-word');
    assert.ok(made.length > 1);
    for (const page of made) assert.ok(statSync(join(folder, page)).size > 20_000, `${page} is empty`);
  });
});
