import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateLetter } from '../bench/letterGenerator';
import { lockedPdf, oldWord, pdfOf, scannedPdf, zipBomb } from './badFiles';
import { folderWith, item, letters, letterWith } from './command';

const good = letterWith(item('MRI of the left knee'), item('Knee brace'));
const federal = '# FINDINGS\n\n## Home oxygen: Upheld\n\nReviewer rationale: The records show low oxygen at rest.\n';

function parsed(path: string, cwd: string) {
  const { path: _, ...letter } = JSON.parse(letters(['parse', path], { cwd }).stdout);
  return letter;
}

describe('letters import', function () {
  this.timeout(60_000);

  it('makes markup of what was exported in every format, that says the same', () => {
    const cwd = folderWith({ 'a.letter': good });
    for (const format of ['txt', 'docx', 'pdf']) {
      assert.equal(letters(['export', 'a.letter', '--to', format, '-o', `${format}/b.${format}`], { cwd }).code, 0);
      const { code, stdout } = letters(['import', `${format}/b.${format}`], { cwd });
      assert.deepEqual(
        { code, stdout },
        { code: 0, stdout: `${format}/b.${format} -> ${format}/b.letter\n1 of 1 letter imported\n` },
      );
      assert.deepEqual(parsed(`${format}/b.letter`, cwd), parsed('a.letter', cwd), format);
    }
  });

  it('takes folders, one letter a file, and refuses what would be written to one place', () => {
    const cwd = folderWith({
      'in/a.txt': good,
      'in/sub/b.TXT': good,
      'in/c.letter': good,
      'in/d.md': good,
      'twice/e.txt': good,
    });
    assert.equal(letters(['export', 'in/a.txt', '--to', 'pdf', '-o', 'twice/e.pdf'], { cwd }).code, 0);
    const { code, stdout } = letters(['import', 'in', '-o', 'out'], { cwd });
    assert.equal(code, 0);
    assert.equal(stdout, 'in/a.txt -> out/a.letter\nin/sub/b.TXT -> out/sub/b.letter\n2 of 2 letters imported\n');
    const twice = letters(['import', 'twice'], { cwd });
    assert.equal(twice.code, 2);
    assert.match(twice.stderr, /twice\/e\.txt: It would be written to twice\/e\.letter, and so would twice\/e\.pdf\./);
    assert.match(letters(['import', 'in/sub/*.md'], { cwd }).stderr, /No file matches this pattern/);
    assert.match(
      letters(['import', 'out'], { cwd }).stderr,
      /There is no \*\.txt, \*\.pdf or \*\.docx file in this folder/,
    );
  });

  it('takes OUT for a folder where several are named, also if all but one are missing', () => {
    const cwd = folderWith({ 'a.txt': good });
    const { code, stdout } = letters(['import', 'a.txt', 'missing.txt', '-o', 'out'], { cwd });
    assert.deepEqual({ code, stdout }, { code: 2, stdout: 'a.txt -> out/a.letter\n1 of 2 letters imported\n' });
  });

  it('reads text from standard input and writes markup to standard output', () => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = letters(['import', '-', '-o', '-'], { cwd, input: good });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^## MRI of the left knee: Upheld$/m);
  });

  it('keeps what it cannot place, and says where it stands without its words', () => {
    const stray = good
      .replace('\n\nMAXIMUS', '\n\nQuist was here.\n\nMAXIMUS')
      .replace('## MRI of the left knee: Upheld\n', '## MRI of the left knee: Upheld\n\nA remark of Wilhelmina.\n');
    const cwd = folderWith({ 'a.txt': stray });
    const { code, stderr } = letters(['import', 'a.txt'], { cwd });
    assert.equal(code, 0);
    const text = readFileSync(join(cwd, 'a.letter'), 'utf8');
    const line = text.split('\n').findIndex(each => each.includes('Wilhelmina')) + 1;
    assert.ok(line > 0 && text.includes('Quist was here'), text);
    assert.ok(
      stderr.includes(`letters: a.txt: line ${line}: Text in an item that stands under none of its labels.\n`),
      stderr,
    );
    assert.doesNotMatch(stderr, /Wilhelmina|Quist/);
  });

  it('says of each file that it cannot read why, writes nothing of it, and goes on', async () => {
    const good1 = await pdfOf(document => document.text('A letter'));
    const cwd = folderWith({
      'scanned.pdf': await scannedPdf(),
      'locked.pdf': await lockedPdf(),
      'cut.pdf': good1.subarray(0, 300),
      'empty.pdf': '',
      'text.pdf': good,
      'word.docx': good1,
      'bomb.docx': zipBomb(),
      'cutWord.docx': Buffer.from('PK\u0003\u0004 cut off', 'latin1'),
      'old.doc': oldWord,
      'spanish.txt': 'Estimado señor:\n\nLe escribimos para informarle de la decisión sobre su tratamiento.\n',
      'federal.txt': federal,
      'note.pdf': good1,
      'latin1.txt': Buffer.from('Señor', 'latin1'),
      'good.txt': good,
    });
    const expected: Record<string, RegExp> = {
      'scanned.pdf': /pictures of pages and no text\. Run text recognition/,
      'locked.pdf': /protected by a password\. Save a copy without one/,
      'cut.pdf': /damaged/,
      'empty.pdf': /damaged|not what its name says/,
      'text.pdf': /not what its name says/,
      'word.docx': /not what its name says/,
      'bomb.docx': /larger than a letter can be, or would unpack to more/,
      'cutWord.docx': /damaged|not what its name says/,
      'old.doc': /Word file from before 2007\. .* save it as \.docx/,
      'spanish.txt': /Nothing in it reads like a letter of the profile ca-imr\. Leave it out/,
      'federal.txt': /It looks like one of the profile federal-external-review: name that with --profile/,
      'note.pdf': /Nothing in it reads like a letter/,
      'latin1.txt': /It is not UTF-8 text/,
    };
    for (const threads of ['1', '2']) {
      const { code, stdout, stderr } = letters(
        ['import', ...Object.keys(expected), 'good.txt', '-o', `out${threads}`, '--threads', threads],
        { cwd },
      );
      assert.equal(code, 2);
      assert.equal(stdout, `good.txt -> out${threads}/good.letter\n1 of 14 letters imported\n`);
      const said = new Map(
        stderr
          .trimEnd()
          .split('\n')
          .map(each => /^letters: (\S+): (.+)$/.exec(each)?.slice(1) as [string, string]),
      );
      assert.deepEqual([...said.keys()], Object.keys(expected), stderr);
      for (const [name, words] of Object.entries(expected)) assert.match(said.get(name) ?? '', words, name);
      assert.deepEqual(readdirSync(join(cwd, `out${threads}`)), ['good.letter']);
    }
    const checked = letters(['check', '--format', 'json', ...Object.keys(expected), 'good.txt'], { cwd });
    assert.equal(checked.code, 2);
    assert.match(checked.stderr, /locked\.pdf: It is protected by a password/);
  });

  it('takes the profile that is named, and none that there is not', () => {
    const cwd = folderWith({ 'a.txt': federal });
    const { code, stderr } = letters(['import', 'a.txt', '--profile', 'federal-external-review'], { cwd });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    const wrong = letters(['import', 'a.txt', '--profile', 'state', '--overwrite'], { cwd });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /a\.txt: --profile: There is no profile "state"\. There are: "ca-imr"/);
  });

  it('reads a PDF of 500 pages', async function () {
    this.timeout(120_000);
    const [first = '', ...items] = generateLetter(700_000).split(/^(?=## )/m);
    const pages = [first, ...items.slice(0, 499)].map(text => text.replace(/^#+ /gm, ''));
    assert.equal(pages.length, 500);
    const long = await pdfOf(document => {
      document.fontSize(10);
      for (const [index, text] of pages.entries()) (index === 0 ? document : document.addPage()).text(text);
    });
    const cwd = folderWith({ 'long.pdf': long });
    const { code, stdout, stderr } = letters(['import', 'long.pdf'], { cwd });
    assert.equal(code, 0, stderr);
    assert.equal(stdout, 'long.pdf -> long.letter\n1 of 1 letter imported\n');
    const { items: read } = parsed('long.letter', cwd);
    assert.equal(read.length, 499);
    assert.ok(read.every(({ rationale }: { rationale: string | null }) => (rationale ?? '').length > 800));
  });
});
