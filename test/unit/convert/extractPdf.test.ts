import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { extractPdf } from '../../../server/src/convert/pdf/extractPdf';
import { drawLines, extractDrawn, extractedOf, pdfOf } from './extractPdfFiles';

const prose = [
  'The worker went back to the treating physician, who saw ',
  'that the left knee was swollen and warm, and asked for ',
  'another study of it before the next visit.',
];

describe('the text of a PDF', () => {
  it('has its lines, and its paragraphs by the gaps between them', async () => {
    const { text, pages, beside } = await extractDrawn(document => drawLines(document, [...prose, '', 'He slept.']));
    assert.equal(text, `${prose.map(line => line.trim()).join('\n')}\n\nHe slept.\n`);
    assert.deepEqual(pages, [0]);
    assert.deepEqual(beside, []);
  });

  it('puts what stands on one line together, in the order of the page, words apart', async () => {
    const { text } = await extractDrawn(document => {
      document.fontSize(12);
      document.text('10/13/2016', 420, 100, { lineBreak: false });
      document.text('Date of Injury:', 320, 100, { lineBreak: false });
      document.text('Case', 72, 100, { lineBreak: false });
      document.text('Number:', 72 + document.widthOfString('Case '), 100, { lineBreak: false });
      document.text('not', 72, 130, { lineBreak: false });
      document.text('ably', 72 + document.widthOfString('not'), 130, { lineBreak: false });
      document.text('a 3', 72, 160, { lineBreak: false });
      const raised = document.widthOfString('a 3');
      document.fontSize(7).text('rd', 72 + raised, 160, { lineBreak: false });
    });
    assert.match(text, /^Case Number: {2,}Date of Injury: {2,}10\/13\/2016\nnotably\na 3rd\n$/);
  });

  it('reads text in two columns one after the other, and a table by its rows', async () => {
    const column = (name: string) =>
      Array.from({ length: 6 }, (_, index) => `${name} ${index} goes on for a while here`);
    const { text } = await extractDrawn(document => {
      drawLines(document, ['Name:', 'Place:'], 72, 60);
      drawLines(document, ['Ann', 'Rome'], 300, 60);
      drawLines(document, column('left'), 72, 120);
      drawLines(document, column('right'), 330, 120);
    });
    const lines = text.split('\n').filter(Boolean);
    assert.match(lines[0] ?? '', /^Name: {2,}Ann$/);
    assert.deepEqual(lines.slice(2), [...column('left'), ...column('right')]);
  });

  it('keeps the pages', async () => {
    const { text, pages } = await extractDrawn(document => {
      drawLines(document, ['One.']);
      document.addPage().addPage();
      drawLines(document, ['Three.']);
    });
    assert.equal(text, 'One.\n\f\fThree.\n');
    assert.deepEqual(pages, [0, 6, 7]);
    assert.equal(text.slice(pages[2]), 'Three.\n');
  });

  it('puts words together that a line broke, as the file tells', async () => {
    const { text } = await extractDrawn(document =>
      drawLines(document, [
        ...prose.slice(0, 2),
        'The visit was a follow-',
        'up, between pre- ',
        'and post-operative care. ',
        '',
        'Norco 10/325mg -',
        'declined',
      ]),
    );
    assert.deepEqual(text.split('\n').slice(2), [
      'The visit was a follow-up,',
      'between pre- and',
      'post-operative care.',
      '',
      'Norco 10/325mg -',
      'declined',
      '',
    ]);
  });

  it('leaves hyphens where they are if the file does not tell', async () => {
    const { text } = await extractDrawn(document =>
      drawLines(document, ['The injured worker has an insta-', 'bility of the knee and was', 'sent home.']),
    );
    assert.equal(text, 'The injured worker has an insta-\nbility of the knee and was\nsent home.\n');
  });

  it('puts addresses together that a line broke', async () => {
    const { text } = await extractDrawn(document =>
      drawLines(document, [
        'Read all that the page of the library has to say of it, ',
        'and more of it at https://www.example.org/medicine/knee/',
        'meniscus.html, a page with other words. ',
      ]),
    );
    assert.match(text, /knee\/meniscus\.html,\na page/);
  });

  it('reads ligatures and the signs of lists', async () => {
    const map = '2 beginbfchar <41> <F0B7> <42> <FB01> endbfchar';
    const cmap = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${map} endcmap`;
    const content = 'BT /F 12 Tf 72 700 Td <41> Tj 18 0 Td <42> Tj 7 0 Td <6e65> Tj ET';
    const file = [
      '%PDF-1.4',
      '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
      '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
      '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj',
      `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
      '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>> endobj',
      `6 0 obj <</Length ${cmap.length}>> stream\n${cmap}\nendstream endobj`,
      'trailer <</Root 1 0 R>>',
    ].join('\n');
    const { text } = extractedOf(await extractPdf(new TextEncoder().encode(file)));
    assert.match(text, /^• +fine\n$/);
  });

  it('reads a page that is turned, and tells what runs another way', async () => {
    const { text, beside } = await extractDrawn(document => {
      Object.assign(document.page.dictionary.data, { Rotate: 90 });
      document.rotate(-90, { origin: [300, 300] });
      drawLines(document, prose, 0, 0);
      document.rotate(45, { origin: [0, 0] });
      document.text('DRAFT', 40, 40, { lineBreak: false });
    });
    assert.equal(text.replace(/\n$/, ''), prose.map(line => line.trim()).join('\n'));
    assert.deepEqual(beside, [{ what: 'textBox', page: 1, text: 'DRAFT' }]);
  });
});

describe('what stands in a PDF beside its text', () => {
  const body = (page: number) =>
    ['one', 'two', 'three'].map(word => `Line ${word} of the text on leaf ${'x'.repeat(page)}`);

  it('has running feet and counted heads; the first of other heads stays', async () => {
    const { text, beside } = await extractDrawn(document => {
      for (const page of [1, 2, 3]) {
        if (page > 1) document.addPage();
        drawLines(document, ['Example Review Services'], 72, 30);
        drawLines(document, [`Page ${page} of 3`], 300, 50);
        drawLines(document, body(page));
        drawLines(document, ['Confidential'], 72, 700);
      }
    });
    assert.equal(
      text.replace(/\n+/g, '\n'),
      [
        'Example Review Services',
        ...body(1),
        '\fLine one of the text on leaf xx',
        ...body(2).slice(1),
        `\f${body(3)[0]}`,
        ...body(3).slice(1),
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      beside.map(({ what, page, text: words }) => [what, page, words]),
      [
        ['runningHead', 1, 'Page 1 of 3'],
        ['runningFoot', 1, 'Confidential'],
        ['runningHead', 2, 'Example Review Services'],
        ['runningHead', 2, 'Page 2 of 3'],
        ['runningFoot', 2, 'Confidential'],
        ['runningHead', 3, 'Example Review Services'],
        ['runningHead', 3, 'Page 3 of 3'],
        ['runningFoot', 3, 'Confidential'],
      ],
    );
  });

  it('takes no line for a running head that stands where other pages have text', async () => {
    const same = 'The doctor cited no evidence for';
    const { text, beside } = await extractDrawn(document => {
      drawLines(document, ['First page', 'and its text.']);
      for (const words of ['this.', 'that.']) {
        document.addPage();
        drawLines(document, [same, words]);
      }
    });
    assert.equal(text.split(same).length, 3);
    assert.deepEqual(beside, []);
  });

  it('has what the file marks as no part of its text', async () => {
    const { text, beside } = await extractDrawn(
      document => {
        document.addStructure(document.struct('P', {}, () => drawLines(document, prose)));
        document.markContent('Artifact', { type: 'Pagination' });
        drawLines(document, ['Case 42'], 72, 700);
        document.endMarkedContent();
      },
      { tagged: true, pdfVersion: '1.7' },
    );
    assert.ok(!text.includes('Case 42'));
    assert.deepEqual(beside, [{ what: 'runningFoot', page: 1, text: 'Case 42' }]);
  });

  it('has notes, filled fields and the names of attached files', async () => {
    const { beside } = await extractDrawn(document => {
      drawLines(document, prose);
      document.note(72, 300, 20, 20, 'Ask again');
      document.link(72, 100, 50, 14, 'https://example.org');
      document.font('Helvetica').initForm();
      document.formText('weight', 72, 400, 100, 20, { value: '80 kg' });
      document.file(Buffer.from('a,b'), { name: 'table.csv' });
    });
    assert.deepEqual(beside, [
      { what: 'comment', page: 1, text: 'Ask again' },
      { what: 'field', page: 1, text: 'weight: 80 kg' },
      { what: 'attachment', page: null, text: 'table.csv' },
    ]);
  });

  it('has pages that nothing is written on', async () => {
    const { beside } = await extractDrawn(document => {
      drawLines(document, prose);
      document.addPage().rect(72, 72, 100, 100).fill();
    });
    assert.deepEqual(beside, [{ what: 'picture', page: 2, text: '' }]);
  });
});

describe('PDF files that are not read', () => {
  const problemOf = async (bytes: Uint8Array) => {
    const answer = await extractPdf(bytes);
    return answer.kind === 'refused' ? answer.problem : answer.kind;
  };
  const letter = () => pdfOf(document => drawLines(document, prose));

  it('pictures of pages', async () => {
    const bytes = await pdfOf(document => {
      document.rect(72, 72, 400, 500).fill('#eee');
    });
    assert.equal(await problemOf(bytes), 'scanned');
  });

  it('a password; but none is needed where only copying is forbidden', async () => {
    const draw = (document: PDFKit.PDFDocument) => drawLines(document, prose);
    for (const pdfVersion of ['1.3', '1.6', '1.7ext3'] as const) {
      assert.equal(await problemOf(await pdfOf(draw, { userPassword: 'secret', pdfVersion })), 'password');
      const open = await pdfOf(draw, { ownerPassword: 'secret', permissions: { copying: false }, pdfVersion });
      assert.match(extractedOf(await extractPdf(open)).text, /^The worker went back/);
    }
  });

  it('damaged files', async () => {
    const whole = await letter();
    assert.equal(await problemOf(new TextEncoder().encode('%PDF-1.7\nand nothing else')), 'damaged');
    assert.equal(await problemOf(whole.subarray(0, 200)), 'damaged');
    const overwritten = new Uint8Array(whole).fill(120, 30);
    assert.equal(await problemOf(overwritten), 'damaged');
  });

  it('files of other formats', async () => {
    for (const bytes of ['', 'Dear Sir', 'PK\u0003\u0004', '{"a": 1}'].map(text => new TextEncoder().encode(text))) {
      assert.equal(await problemOf(bytes), 'otherFormat');
    }
  });

  it('more than a letter can be', async () => {
    assert.equal(await problemOf(new Uint8Array(50_000_001)), 'tooLarge');
    const numbers = Array.from({ length: 2001 }, (_, index) => index + 3);
    const pages = [
      '%PDF-1.4',
      '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
      `2 0 obj <</Type /Pages /Kids [${numbers.map(number => `${number} 0 R`).join(' ')}] /Count 2001>> endobj`,
      ...numbers.map(number => `${number} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]>> endobj`),
      'trailer <</Root 1 0 R>>',
    ].join('\n');
    assert.equal(await problemOf(new TextEncoder().encode(pages)), 'tooLarge');
  });

  it('a small file that unpacks to more than memory holds', async function () {
    this.timeout(20_000);
    const packed = deflateSync(Buffer.alloc(210_000_000, 32), { level: 9 });
    const file = (content: Uint8Array, filter: string) =>
      Buffer.concat([
        Buffer.from(`%PDF-1.4\n1 0 obj <</Length ${content.length} /Filter ${filter}>>\nstream\n`),
        content,
        Buffer.from('\nendstream endobj\n'),
      ]);
    assert.equal(await problemOf(file(packed, '/FlateDecode')), 'tooLarge');
    assert.equal(await problemOf(file(deflateSync(packed), '[/FlateDecode /FlateDecode]')), 'tooLarge');
    assert.equal(await problemOf(file(deflateSync('BT ET'), '/FlateDecode')), 'damaged');
  });

  it('does not take the bytes away, and asks no network', async () => {
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = () => {
      asked++;
      throw new Error('There is no network');
    };
    try {
      const bytes = await letter();
      const { length } = bytes;
      await extractPdf(bytes);
      assert.equal(bytes.length, length);
      assert.equal(asked, 0);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('reads 500 pages', async function () {
    this.timeout(120_000);
    const bytes = await pdfOf(document => {
      for (let page = 1; page <= 500; page++) {
        if (page > 1) document.addPage();
        drawLines(document, [`Leaf ${'i'.repeat(page % 7)}`, ...prose, ...prose, `End ${page * 7}`]);
      }
    });
    const { pages, text } = extractedOf(await extractPdf(bytes));
    assert.equal(pages.length, 500);
    assert.match(text.slice(pages[499]), /^Leaf iii\n[\s\S]*End 3500\n$/);
  });
});
