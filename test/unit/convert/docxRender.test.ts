import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { renderDocx } from '../../../server/src/convert/docx/renderDocx';
import type { Printed } from '../../../server/src/core/printed/printed';
import { field, header, heading, house, letter, letterOf, list, paragraph, run, title } from './renderPdfLetters';

async function bytesOf(printed: Printed): Promise<Uint8Array> {
  const answer = await renderDocx(printed);
  assert.equal(answer.kind, 'rendered');
  return answer.bytes;
}

/** The parts of the file as text, by their names. */
async function partsOf(printed: Printed): Promise<Map<string, string>> {
  const files = unzipSync(await bytesOf(printed));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

const documentOf = async (...blocks: Parameters<typeof letterOf>[0]) =>
  (await partsOf(letterOf(blocks))).get('word/document.xml') ?? '';

/** The runs of a document: their text, and their properties in brackets. */
function runsOf(document: string): string[] {
  return [...document.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>(.*?)<\/w:t><\/w:r>/g)].map(
    ([, properties = '', text]) => `${text}${properties.replace(/<w:(\w+)(?: w:val="(\w+)")?\/>/g, '[$1 $2]')}`,
  );
}

describe('a letter as a Word file', () => {
  it('has headings of the first two levels that stay with what follows', async () => {
    const parts = await partsOf(letterOf([heading('SUMMARY'), title('MRI', 'Upheld'), paragraph(run('Text.'))]));
    const document = parts.get('word/document.xml') ?? '';
    assert.deepEqual(
      [...document.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(m => m[1]),
      ['Heading1', 'Heading2'],
    );
    for (const id of ['Heading1', 'Heading2']) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>(.*?)</w:style>`).exec(
        parts.get('word/styles.xml') ?? '',
      );
      assert.match(style?.[1] ?? '', /<w:keepNext\/><w:keepLines\/>/);
    }
    assert.match(document, /<w:widowControl\/>/);
  });

  it('sets off the decision, labels, emphasis and what is still to be filled in', async () => {
    assert.deepEqual(
      runsOf(
        await documentOf(
          title('MRI', 'Upheld'),
          title('Open', ''),
          field('Rationale', run('So '), run('it', { strong: true }), run('is', { emphasis: true, strong: true })),
          paragraph(run('[[day]]', { placeholder: true }), run('e', { emphasis: true })),
        ),
      ),
      [
        'MRI',
        ': ',
        'Upheld[rStyle Decision]',
        'Open',
        'Rationale:[rStyle FieldLabel]',
        ' ',
        'So ',
        'it[rStyle LetterStrong]',
        'is[rStyle LetterStrong][i ][iCs ]',
        '[[day]][highlight yellow]',
        'e[rStyle Emphasis]',
      ],
    );
  });

  it('has the header as a table whose first column heads its rows', async () => {
    const document = await documentOf(header(['Case Number', 'A1'], ['Priority', '']));
    assert.match(document, /<w:tblLook [^>]*w:firstColumn="true"/);
    const cells = [...document.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(m => m[0].replace(/<[^>]*>/g, ''));
    assert.deepEqual(cells, ['Case Number:', 'A1', 'Priority:', '']);
  });

  it('has lists as lists', async () => {
    const document = await documentOf(list('one', 'two'));
    assert.equal(document.match(/<w:numPr>/g)?.length, 2);
  });

  it('looks as the house has it', async () => {
    const margins = { top: 25.4, right: 12.7, bottom: 50.8, left: 38.1 };
    const parts = await partsOf(
      letterOf([], { house: { ...house, page: 'a4', margins, font: 'sans', size: 10.5 }, language: 'es' }),
    );
    const document = parts.get('word/document.xml') ?? '';
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(document, /<w:pgMar w:top="1440" w:right="720" w:bottom="2880" w:left="2160"/);
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(parts.get('word/styles.xml') ?? '')?.[0] ?? '';
    assert.match(defaults, /w:ascii="Arial"/);
    assert.match(defaults, /<w:sz w:val="21"\/>/);
    assert.match(defaults, /<w:lang w:val="es"\/>/);
    assert.match(await documentOf(), /<w:pgSz w:w="12240" w:h="15840"/);
  });

  it('has the letterhead on its first page, and the case and the pages counted on each', async () => {
    const parts = await partsOf(letter);
    assert.match(parts.get('word/document.xml') ?? '', /<w:titlePg\/>/);
    assert.match(parts.get('word/header1.xml') ?? '', /Example Review Services.*100 Review Street/);
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) {
      const footer = parts.get(name) ?? '';
      assert.match(footer, /CM16-0000001.*Page .*>PAGE<.* of .*>NUMPAGES</);
    }
    const bare = await partsOf(letterOf([], { house: { ...house, letterhead: [] }, caseNumber: '' }));
    assert.deepEqual(
      [...bare.keys()].filter(name => /header|footer/.test(name) && !name.includes('rels')),
      ['word/footer1.xml'],
    );
  });

  it('has no two styles of one name', async () => {
    const xml = (await partsOf(letter)).get('word/styles.xml') ?? '';
    for (const pattern of [/w:styleId="(\w+)"/g, /<w:name w:val="([^"]+)"/g]) {
      const names = [...xml.matchAll(pattern)].map(m => m[1]?.toLowerCase());
      assert.equal(new Set(names).size, names.length);
    }
  });

  it('says what it is called and in which language, and nothing else of itself', async () => {
    const parts = await partsOf(letterOf([], { title: 'A & <B>\u0000', language: 'en-US' }));
    const properties = (parts.get('docProps/core.xml') ?? '').replace(/^.*?<cp:coreProperties[^>]*>/, '');
    assert.equal(
      properties,
      '<dc:title>A &amp; &lt;B&gt;\uFFFD</dc:title><dc:language>en-US</dc:language></cp:coreProperties>',
    );
    const all = [...parts.values()].join('\n');
    assert.doesNotMatch(all, /Un-named|lastModifiedBy|dcterms:created|w:rsid|20\d\d-\d\d-\d\d/);
  });

  it('is the same, byte for byte, whenever it is made', async () => {
    const first = await bytesOf(letter);
    const { Date: realDate } = globalThis;
    class Later extends realDate {
      static override now() {
        return realDate.now() + 40_000_000;
      }
    }
    try {
      globalThis.Date = Later as DateConstructor;
      assert.deepEqual(await bytesOf(letter), first);
    } finally {
      globalThis.Date = realDate;
    }
    // The type of the file is told by its first entry.
    assert.equal(Buffer.from(first.subarray(30, 49)).toString(), '[Content_Types].xml');
  });

  it('holds no character that would keep it from opening', async () => {
    const document = await documentOf(
      field('La\u0000bel', run('a\u0001b\ud800c\udc00d\ufffe & <w:t> 😀')),
      header(['L\u0002', '\u0003']),
    );
    assert.doesNotMatch(document, /[\u0000-\u0008\ufffe]/);
    assert.ok(document.includes('a\uFFFDb\uFFFDc\uFFFDd\uFFFD &amp; &lt;w:t&gt; 😀'));
  });
});
