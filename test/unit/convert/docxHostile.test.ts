import assert from 'node:assert/strict';
import { Inflate } from 'fflate';
import { extractDocx } from '../../../server/src/convert/docx/extractDocx';
import { namespaces, p, r, withEntries, wordFile, zipped } from '../../support/wordFile';

async function problemOf(bytes: Uint8Array): Promise<string> {
  const answer = await extractDocx(bytes);
  return answer.kind === 'refused' ? answer.problem : answer.kind;
}

const document = (inner: string, before = '') => ({
  files: { 'word/document.xml': `${before}<w:document ${namespaces}>${inner}</w:document>` },
});

/** A compound file, as far as it is told by: its signature, and the names in its directory. */
function compoundFile(name: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([...signature, ...new Array(600).fill(0), ...Buffer.from(name, 'utf16le'), 0, 0]);
}

describe('a Word file that is none, or means harm', () => {
  it('is told from other formats', async () => {
    assert.equal(await problemOf(new Uint8Array()), 'otherFormat');
    assert.equal(await problemOf(Buffer.from('%PDF-1.7 …')), 'otherFormat');
    assert.equal(await problemOf(Buffer.from('{\\rtf1 Letter}')), 'otherFormat');
    assert.equal(await problemOf(zipped({ 'photo.jpg': 'x' })), 'otherFormat');
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    assert.equal(await problemOf(wordFile(p('x'), { contentType: sheet })), 'otherFormat');
  });

  it('is told by name where it is older than 2007 or has a password', async () => {
    assert.equal(await problemOf(compoundFile('EncryptedPackage')), 'password');
    assert.equal(await problemOf(compoundFile('WordDocument')), 'oldWord');
    assert.equal(await problemOf(compoundFile('Workbook')), 'otherFormat');
    const locked = withEntries(wordFile(p('x')), entry => entry.setUint16(8, 1, true));
    assert.equal(await problemOf(locked), 'password');
  });

  it('is damaged wherever it is cut', async () => {
    const whole = wordFile(p('A letter.'));
    for (let length = 4; length < whole.length; length += 7) {
      assert.equal(await problemOf(whole.subarray(0, length)), 'damaged', `cut at ${length}`);
    }
  });

  it('is damaged where one byte of its text is another one', async () => {
    const words = 'Date of injury 03/14/2016. '.repeat(20);
    const whole = wordFile(p(words));
    let read = 0;
    for (let at = 0; at < whole.length; at++) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      const answer = await extractDocx(bytes);
      if (answer.kind !== 'extracted') continue;
      read++;
      // What is not looked at (times, names of parts that are not needed) may be changed; the text may not.
      assert.equal(answer.extracted.text, `${words.trim()}\n`, `byte ${at}`);
    }
    assert.ok(read > 0);
  });

  it('is damaged where it is no XML, or has no body', async () => {
    const broken = [
      '',
      '<w:document',
      'words',
      '<w:document xmlns:w="x"><w:body></w:document>',
      '<a/><b/>',
      '\ufffe\u0000',
    ];
    for (const text of broken)
      assert.equal(await problemOf(wordFile('', { files: { 'word/document.xml': text } })), 'damaged', text);
    const latin = Uint8Array.from([...Buffer.from('<a>'), 0xe9, ...Buffer.from('</a>')]);
    assert.equal(await problemOf(wordFile('', { files: { 'word/document.xml': latin } })), 'damaged');
    assert.equal(await problemOf(wordFile('', document(''))), 'damaged');
    assert.equal(await problemOf(wordFile(p('x'), { parts: { styles: '<w:style>' } })), 'damaged');
  });

  it('declares no entities and points to no files', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const outside = '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/hostname">]>';
    for (const type of [laughs, outside, '<!DOCTYPE a SYSTEM "https://example.invalid/a.dtd">']) {
      assert.equal(await problemOf(wordFile('', document(`<w:body>${p('x')}</w:body>`, type))), 'damaged');
    }
    assert.equal(await problemOf(wordFile(p('&c;'))), 'damaged');
  });

  it('is too large where it says that it unpacks to more than a letter can be', async () => {
    const bomb = withEntries(wordFile(p('x')), (entry, name) => {
      if (name === 'word/document.xml') entry.setUint32(24, 0x7fffffff, true);
    });
    assert.equal(await problemOf(bomb), 'tooLarge');
    const shared = withEntries(wordFile(p('x')), entry => entry.setUint32(24, 20_000_000, true));
    assert.equal(await problemOf(shared), 'tooLarge');
    assert.equal(
      await problemOf(wordFile(p('x'), { files: { 'word/media/a.bmp': new Uint8Array(51_000_000) } })),
      'tooLarge',
    );
    const long = new Uint8Array(50_000_001);
    long.set(wordFile(p('x')));
    assert.equal(await problemOf(long), 'tooLarge');
  });

  it('is found out while it unpacks to more, or to less, than it says', async () => {
    const zeros = wordFile('', { files: { 'word/document.xml': new Uint8Array(40_000_000) } });
    const { push } = Inflate.prototype;
    let steps = 0;
    Inflate.prototype.push = function (...args) {
      steps++;
      push.apply(this, args);
    };
    try {
      for (const size of [0, 1000, 41_000_000]) {
        const lies = withEntries(zeros, (entry, name) => {
          if (name === 'word/document.xml') entry.setUint32(24, size, true);
        });
        steps = 0;
        const before = process.memoryUsage().arrayBuffers;
        assert.equal(await problemOf(lies), 'damaged');
        if (size === 1000) assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
        if (size === 1000) assert.ok(steps < 5, `${steps} steps`);
      }
      assert.ok(steps > 15);
    } finally {
      Inflate.prototype.push = push;
    }
  });

  it('is too large with more files or elements in it than any letter has', async () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`f${i}`, new Uint8Array()]));
    assert.equal(await problemOf(wordFile(p('x'), { files })), 'tooLarge');
    assert.equal(await problemOf(wordFile('<w:p/>'.repeat(1_100_000))), 'tooLarge');
    const attributes = Array.from({ length: 1000 }, (_, i) => `a${i}=""`).join(' ');
    assert.equal(await problemOf(wordFile(`<w:p ${attributes}/>`.repeat(1100))), 'tooLarge');
  }).timeout(60_000);

  it('is damaged where elements stand in each other without end', async () => {
    assert.equal(await problemOf(wordFile('<w:sdt>'.repeat(100_000))), 'damaged');
    assert.equal(await problemOf(wordFile('<w:tbl><w:tr><w:tc>'.repeat(3000))), 'damaged');
  });

  it('is damaged where two files in it have one name', async () => {
    const twice = zipped({ 'word/document.xml': 'a', 'word/Document.xml': 'b' });
    assert.equal(await problemOf(twice), 'damaged');
  });

  it('names macros and files within it, and opens none of them', async () => {
    const contentType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    const answer = await extractDocx(
      wordFile(p('Text'), {
        contentType,
        parts: { vbaProject: Uint8Array.of(0), package: zipped({ 'inner.zip': zipped({ a: new Uint8Array(1000) }) }) },
        external: { attachedTemplate: 'https://example.invalid/evil.dotm', image: 'file:///etc/hostname' },
      }),
    );
    assert.equal(answer.kind, 'extracted');
    assert.equal(answer.extracted.text, 'Text\n');
    assert.deepEqual(
      answer.extracted.beside.map(({ what, text }) => `${what}: ${text}`),
      ['attachment: vbaProject.bin', 'attachment: package.xml'],
    );
  });

  it('reaches no file of the machine by its names, and changes no object of the program', async () => {
    const files = { '../../../etc/passwd': 'x', '/word/__proto__': 'x', 'C:\\evil': 'x' };
    const names = '<w:__proto__ w:constructor="x" __proto__="y" toString="z"><w:p/></w:__proto__>';
    const answer = await extractDocx(
      wordFile(
        `${names}<w:p><w:pPr><w:pStyle w:val="__proto__"/></w:pPr>${r('Text', '<w:rStyle w:val="constructor"/>')}</w:p>`,
        {
          files,
          parts: {
            styles:
              '<w:style w:styleId="__proto__"><w:name w:val="constructor"/><w:basedOn w:val="__proto__"/></w:style>',
            comments: '<w:comment w:id="__proto__"/>',
          },
        },
      ),
    );
    assert.equal(answer.kind === 'extracted' && answer.extracted.text, 'Text\n');
    assert.equal(({} as Record<string, unknown>)['w:constructor'], undefined);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  it('does not go in rings where notes refer to themselves or styles and lists to nothing', async () => {
    const reference = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const list = p('x', '<w:numPr><w:ilvl w:val="-1e9"/><w:numId w:val="1"/></w:numPr>');
    const answer = await extractDocx(
      wordFile(reference + list, {
        parts: {
          footnotes: `<w:footnote w:id="1">${p('note')}${reference}</w:footnote>`,
          numbering:
            '<w:abstractNum w:abstractNumId="1"><w:lvl><w:start w:val="1e99"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        },
      }),
    );
    assert.equal(answer.kind === 'extracted' && answer.extracted.text, 'x\n');
  });

  it('takes no more time or room for a small file than for its size', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const many = 25_000;
    const styles = Array.from(
      { length: many },
      (_, i) => `<w:style w:styleId="s${i}"><w:name w:val="s${i}"/><w:basedOn w:val="s${i + 1}"/></w:style>`,
    ).join('');
    const deletedEnd = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>';
    const level = `<w:lvl><w:lvlText w:val="${'x'.repeat(100_000)}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const files: Uint8Array[] = [
      wordFile(`<w:p>${`${mark('begin')}${mark('separate')}${r('x')}`.repeat(many)}</w:p>`),
      wordFile(`<w:p>${`${mark('begin')}${r('x')}`.repeat(many)}</w:p>`),
      wordFile(p('x', '<w:pStyle w:val="s0"/>').repeat(many), { parts: { styles } }),
      wordFile(deletedEnd.repeat(many)),
      wordFile(p('x', '<w:numPr><w:numId w:val="1"/></w:numPr>').repeat(many), { parts: { numbering } }),
    ];
    for (const [index, file] of files.entries()) {
      const started = performance.now();
      const answer = await extractDocx(file);
      assert.equal(answer.kind, 'extracted');
      assert.ok(answer.extracted.text.length < 3_000_000);
      assert.ok(performance.now() - started < 5000, `file ${index}`);
    }
  }).timeout(60_000);

  it('is called scanned where it holds pictures alone', async () => {
    assert.equal(await problemOf(wordFile('<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>')), 'scanned');
  });

  it('of a megabyte on one line is read in a moment', async () => {
    const started = performance.now();
    const runs = r('a*b: ', '<w:b/>').repeat(20_000);
    const answer = await extractDocx(
      wordFile(`<w:p>${runs}</w:p>${p('*a '.repeat(300_000))}<w:p>${r('a\f ', '').repeat(1)}</w:p>`),
    );
    assert.equal(answer.kind === 'refused' && answer.problem, 'damaged', 'a form feed is no XML');
    const good = await extractDocx(
      wordFile(
        `<w:p>${runs}</w:p>${p('*a '.repeat(300_000))}<w:p>${'<w:r><w:br/><w:br w:type="page"/></w:r>'.repeat(50_000)}</w:p>`,
      ),
    );
    assert.equal(good.kind, 'extracted');
    assert.ok(performance.now() - started < 10_000);
  }).timeout(30_000);
});
