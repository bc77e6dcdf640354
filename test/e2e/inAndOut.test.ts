import { assert } from 'chai';
import { commands, type Disposable, env, UIKind, Uri, window, workspace } from 'vscode';
import { type Answers, answering } from './harness/answers';
import { mountDisk } from './harness/disk';
import { closeEditors, openLetter, waitFor, writeLetter } from './harness/letters';
import { cleanLetter, letterWith, waitForText } from './harness/problems';

const title = '## MRI of the right knee without contrast: Overturned';

describe('export', () => {
  afterEach(closeEditors);

  for (const { format, name, start } of [
    { format: 'PDF', name: 'out.pdf', start: '%PDF-1.' },
    { format: 'Word', name: 'out.docx', start: 'PK\x03\x04' },
    { format: 'Web page', name: 'out.html', start: '<!DOCTYPE html>' },
    { format: 'Plain text', name: 'out.txt', start: '' },
  ]) {
    it(`writes a letter as ${format}, suggests a name, and leaves nothing else behind`, async () => {
      const folder = await newFolder(`export-${name.slice(4)}`);
      await openLetter(`${folder}/out.letter`, await cleanLetter());
      const heard = await exportActive({ pick: [format], save: at(`${folder}/${name}`) });
      assert.deepEqual(heard.suggested, [name]);
      assert.deepEqual(heard.confirmed, []);
      const [told] = heard.told;
      assert.equal(told?.how, 'information');
      assert.isTrue(told?.message.startsWith(`Exported "${name}".`));
      // What only another program can show, a browser cannot open.
      const isOpened = name.endsWith('.txt') || env.uiKind === UIKind.Desktop;
      assert.equal(told?.message.includes('download it'), !isOpened);
      assert.deepEqual(told?.answers, [...(isOpened ? ['Open'] : []), 'Show in Folder']);
      assert.isTrue((await bytesAt(`${folder}/${name}`)).startsWith(start));
      assert.deepEqual(await namesIn(folder), [name, 'out.letter'].sort());
    });
  }

  it('names what a letter lacks, and exports it only when told to', async () => {
    const folder = await newFolder('unfinished');
    const unfinished = (await letterWith('Priority: Standard', 'Priority: [[word]]')).replace(/: Upheld$/m, '');
    await openLetter(`${folder}/lacks.letter`, unfinished);
    const answers: Answers = { pick: ['Plain text'], save: at(`${folder}/lacks.txt`) };
    const [asked] = (await exportActive(answers)).confirmed;
    assert.match(asked?.message ?? '', /^"lacks\.letter" is not finished: 1 error, 1 placeholder\.$/);
    assert.match(asked?.detail ?? '', /^Line \d+: To be filled in: \[\[word\]\]$/m);
    assert.match(asked?.detail ?? '', /^Line \d+: \S.*$/m);
    assert.deepEqual(await namesIn(folder), ['lacks.letter']);
    await exportActive({ ...answers, confirm: ['Export Anyway'] });
    assert.deepEqual(await namesIn(folder), ['lacks.letter', 'lacks.txt']);
  });

  it('asks before it overwrites what the writer did not see', async () => {
    const folder = await newFolder('overwrite');
    await openLetter(`${folder}/mine.letter`, await cleanLetter());
    await workspace.fs.writeFile(at(`${folder}/mine.txt`), new TextEncoder().encode('dear to me'));
    const answers: Answers = { pick: ['Plain text'], save: at(`${folder}/mine`) };
    const [asked] = (await exportActive(answers)).confirmed;
    assert.equal(asked?.message, 'There is a file "mine.txt" already.');
    assert.equal(await bytesAt(`${folder}/mine.txt`), 'dear to me');
    await exportActive({ ...answers, confirm: ['Overwrite'] });
    assert.notEqual(await bytesAt(`${folder}/mine.txt`), 'dear to me');
  });

  it('leaves nothing behind when it is cancelled, or cannot write', async () => {
    const folder = await newFolder('nothing');
    await openLetter(`${folder}/mine.letter`, await cleanLetter());
    const cancelled = await exportActive({ pick: ['PDF'], save: at(`${folder}/mine.pdf`), cancels: true });
    assert.deepEqual(cancelled.told, []);
    const late = await exportActive({ pick: ['Plain text'], save: at(`${folder}/mine.txt`), cancels: true });
    assert.deepEqual(late.told, []);
    const impossible = await exportActive({ pick: ['Plain text'], save: at(`${folder}/mine.letter/mine.txt`) });
    assert.match(impossible.told[0]?.message ?? '', /^"mine\.txt" could not be written\. Choose another folder/);
    assert.equal(impossible.told[0]?.how, 'error');
    assert.deepEqual(await namesIn(folder), ['mine.letter']);
  });

  for (const { state, expected } of [
    { state: 'full', expected: /^There is no space left to write "mine\.txt"\. Make some, or choose another folder/ },
    { state: 'readonly', expected: /^"mine\.txt" may not be written\. Choose another folder/ },
  ] as const) {
    it(`says what to do where a disk is ${state}`, async () => {
      const { files, unmount }: { files: Set<string>; unmount: Disposable } = mountDisk(`disk-${state}`, state);
      try {
        await openLetter(`${state}-disk.letter`, await cleanLetter());
        const save = Uri.from({ scheme: `disk-${state}`, path: '/mine.txt' });
        const heard = await exportActive({ pick: ['Plain text'], save });
        assert.match(heard.told[0]?.message ?? '', expected);
        assert.deepEqual([...files], []);
      } finally {
        unmount.dispose();
      }
    });
  }

  it('says which characters the font lacks', async () => {
    const folder = await newFolder('characters');
    await openLetter(`${folder}/mine.letter`, await letterWith('The injured worker', 'The \u{10330} injured worker'));
    const [told] = (await exportActive({ pick: ['PDF'], save: at(`${folder}/mine.pdf`) })).told;
    assert.equal(told?.how, 'warning');
    assert.match(
      told?.message ?? '',
      /The font has no such characters, look for them in the file: \u{10330} \(U\+10330\)/u,
    );
  });

  it('makes a redacted copy by policy, and says how much was removed but not what', async () => {
    const folder = await newFolder('redacted');
    const text = await letterWith('The injured worker', 'The injured worker (telephone 555-010-1234)');
    await openLetter(`${folder}/mine.letter`, text);
    const answers = { pick: ['Safe harbor', 'Letter'], save: at(`${folder}/mine.redacted.letter`) };
    const heard = await answering(answers, () => commands.executeCommand('determinationLetters.exportRedacted'));
    assert.deepEqual(heard.suggested, ['mine.redacted.letter']);
    const [told] = heard.told;
    assert.match(told?.message ?? '', /\d+ places were removed \(what identifies a person: \d+\)\. Read the copy/);
    assert.notInclude(told?.message ?? '', '555');
    const copy = await bytesAt(`${folder}/mine.redacted.letter`);
    assert.notMatch(copy, /555-010|\d\d\/\d\d\/\d{4}/);
    assert.include(await bytesAt(`${folder}/mine.letter`), '555-010-1234');
  });

  it('takes several letters, asks once about each kind of question, and reports', async () => {
    const folder = await newFolder('several');
    const text = await cleanLetter();
    const letters = [
      await writeLetter(`${folder}/a.letter`, text),
      await writeLetter(`${folder}/b.letter`, text.replace(/: Upheld$/m, '')),
      await writeLetter(`${folder}/c.letter`, text),
      at(`${folder}/gone.letter`),
    ];
    await workspace.fs.writeFile(at(`${folder}/c.txt`), new TextEncoder().encode('dear to me'));
    const answers: Answers = {
      pick: ['Plain text'],
      open: [at(folder)],
      confirm: ['Leave Them Out', 'Keep Both'],
      tell: 'Show Report',
    };
    const heard = await answering(answers, () =>
      commands.executeCommand('determinationLetters.exportLetters', letters[0], letters),
    );
    assert.deepEqual(
      heard.confirmed.map(({ message }) => message),
      ['1 of 4 letters are not finished.', 'There is a file "c.txt" already.'],
    );
    assert.equal(heard.told.at(-1)?.message, 'Exported 2 of 4 letters.');
    assert.deepEqual(await namesIn(folder), ['a.letter', 'a.txt', 'b.letter', 'c 2.txt', 'c.letter', 'c.txt']);
    assert.equal(await bytesAt(`${folder}/c.txt`), 'dear to me');
    const report = await waitFor('the report', () => window.activeTextEditor?.document);
    assert.match(report.getText(), /^- "gone\.letter" cannot be read\./m);
    assert.match(report.getText(), /^- "b\.letter" is not finished: 1 error\.$/m);
  });

  it('takes the letters of a folder, and stops when it is cancelled', async () => {
    const folder = await newFolder('below');
    await writeLetter(`${folder}/inside/a.letter`, await cleanLetter());
    const run = (answers: Answers) =>
      answering({ pick: ['Web page'], open: [at(folder)], ...answers }, () =>
        commands.executeCommand('determinationLetters.exportLetters', at(folder)),
      );
    assert.deepEqual((await run({ cancels: true })).told, []);
    assert.equal((await run({})).told[0]?.message, 'Exported 1 of 1 letters.');
    assert.deepEqual(await namesIn(folder), ['a.html', 'inside']);
  });
});

describe('import', () => {
  afterEach(closeEditors);

  for (const { format, ending } of [
    { format: 'Plain text', ending: 'txt' },
    { format: 'Word', ending: 'docx' },
    { format: 'PDF', ending: 'pdf' },
  ]) {
    it(`makes a new letter of ${format}, and writes nothing`, async () => {
      const folder = await newFolder(`import-${ending}`);
      const { file, letter } = await exported(folder, format, ending);
      const heard = await importing(file);
      const made = await newLetter(title);
      assert.isTrue(made.isUntitled);
      assert.equal(made.languageId, 'determination-letter');
      assert.match(heard.told[0]?.message ?? '', new RegExp(`^"posted\\.${ending}" was imported as a new letter\\.`));
      const titles = (text: string) => [...text.matchAll(/^## .*$/gm)].map(String);
      assert.deepEqual(titles(made.getText()), titles(letter));
      assert.deepEqual(await namesIn(folder), [`posted.${ending}`, 'posted.letter'].sort());
    });
  }

  it('opens a file with "Open With…", and closes that editor', async () => {
    const folder = await newFolder('open-with');
    const { file } = await exported(folder, 'Word', 'docx');
    await commands.executeCommand('vscode.openWith', file, 'determinationLetters.import');
    const made = await newLetter(title);
    assert.isTrue(made.isUntitled);
    await waitFor('the end of the other editor', () => {
      const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      return labels.includes('posted.docx') ? undefined : true;
    });
  });

  it('reports what needs a look, in a document that can be kept', async () => {
    const folder = await newFolder('look');
    const file = at(`${folder}/old.txt`);
    const text = (await cleanLetter()).replace(/^# CLINICAL/m, '# SOMETHING ELSE\n\nStray words.\n\n# CLINICAL');
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const heard = await importing(file, { tell: 'Show Report' });
    assert.deepEqual(heard.told[0]?.answers, ['Show Report']);
    const report = await waitFor('the report', () =>
      workspace.textDocuments.find(({ uri }) => uri.path === '/Import of letters.txt'),
    );
    assert.match(report.getText(), /^- Line \d+: a heading that .*: SOMETHING ELSE$/m);
    const links = await waitFor('its links', async () => {
      const found = await commands.executeCommand<unknown[]>('vscode.executeLinkProvider', report.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.lengthOf(links, 1);
  });

  for (const { name, bytes, expected } of [
    { name: 'broken.pdf', bytes: '%PDF-1.7\nnothing more', expected: /^"broken\.pdf" is damaged/ },
    { name: 'page.pdf', bytes: '<html>', expected: /^"page\.pdf" is not what its name says/ },
    { name: 'broken.docx', bytes: 'PK\x03\x04 and no more', expected: /^"broken\.docx" is damaged/ },
    { name: 'locked.docx', bytes: oldFile('EncryptedPackage'), expected: /^"locked\.docx" is protected by a password/ },
    { name: 'old.doc', bytes: oldFile('WordDocument'), expected: /^"old\.doc" is of an old version of Word/ },
    { name: 'picture.txt', bytes: 'GIF\0\0\0', expected: /^"picture\.txt" is not what its name says/ },
    { name: 'scan.pdf', bytes: emptyPdf(), expected: /^"scan\.pdf" holds pictures of pages and no text/ },
  ]) {
    it(`says what is wrong with ${name}`, async () => {
      const folder = await newFolder(`bad-${name}`);
      const file = at(`${folder}/${name}`);
      await workspace.fs.writeFile(
        file,
        Uint8Array.from(bytes, character => character.charCodeAt(0)),
      );
      const heard = await importing(file);
      assert.match(heard.told[0]?.message ?? '', expected);
      assert.equal(heard.told[0]?.how, 'error');
      assert.isUndefined(window.activeTextEditor);
    });
  }

  it('says nothing and opens nothing when it is cancelled', async () => {
    const folder = await newFolder('cancelled');
    const file = await writeLetter(`${folder}/old.txt`, await cleanLetter());
    assert.deepEqual((await importing(file, { cancels: true })).told, []);
    assert.isUndefined(window.activeTextEditor);
  });
});

function at(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suites need a workspace folder');
  return Uri.joinPath(folder.uri, path);
}

/** A folder of the workspace, new in this run. */
async function newFolder(name: string): Promise<string> {
  await workspace.fs.createDirectory(at(`in-and-out/${name}`));
  return `in-and-out/${name}`;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await workspace.fs.readDirectory(at(folder))).map(([name]) => name).sort();
}

/** The bytes of a file, one a character. */
async function bytesAt(path: string): Promise<string> {
  const bytes = await workspace.fs.readFile(at(path));
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}

function exportActive(answers: Answers) {
  return answering(answers, () => commands.executeCommand('determinationLetters.exportLetter'));
}

function importing(file: Uri, answers: Answers = {}) {
  return answering(answers, () => commands.executeCommand('determinationLetters.importLetter', file));
}

/** The clean letter, and what it was exported to. */
async function exported(folder: string, format: string, ending: string): Promise<{ file: Uri; letter: string }> {
  const letter = await cleanLetter();
  const source = await writeLetter(`${folder}/posted.letter`, letter);
  const file = at(`${folder}/posted.${ending}`);
  const answers: Answers = { pick: [format], save: file };
  await answering(answers, () => commands.executeCommand('determinationLetters.exportLetter', source));
  return { file, letter };
}

async function newLetter(words: string) {
  const editor = await waitFor('the new letter', () =>
    window.activeTextEditor?.document.isUntitled ? window.activeTextEditor : undefined,
  );
  await waitForText(editor.document, words);
  return editor.document;
}

/** The beginning of a file as Word wrote them before 2007, and still writes those with a password. */
function oldFile(content: string): string {
  return `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...content].map(letter => `${letter}\0`).join('')}`;
}

/** A PDF of one page on which nothing stands. */
function emptyPdf(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return `%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n`;
}
