import assert from 'node:assert/strict';
import { extractDocx } from '../../../server/src/convert/docx/extractDocx';
import type { Extracted } from '../../../server/src/convert/messages';
import { p, r, table, type WordFileOptions, wordFile } from '../../support/wordFile';

async function extract(body: string, options?: WordFileOptions): Promise<Extracted> {
  const answer = await extractDocx(wordFile(body, options));
  assert.equal(answer.kind, 'extracted');
  return answer.extracted;
}

const textOf = async (body: string, options?: WordFileOptions) => (await extract(body, options)).text;
const besideOf = async (body: string, options?: WordFileOptions) =>
  (await extract(body, options)).beside.map(({ what, text }) => `${what}: ${text}`);

const styles = `
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Heading 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>
  <w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
  <w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/></w:style>
  <w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/></w:style>`;

const numbering = `
  <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;

const inList = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('the text of a Word file', () => {
  it('has paragraphs apart by empty lines, and line breaks and tabs in them', async () => {
    const body = `${p('One.')}<w:p/>${p('  ')}<w:p><w:r><w:t>Two</w:t><w:br/><w:t>lines</w:t><w:tab/><w:t>tab</w:t></w:r></w:p>`;
    assert.equal(await textOf(body), 'One.\n\nTwo\nlines\ttab\n');
  });

  it('is empty for an empty file', async () => {
    assert.deepEqual(await extract(''), { text: '', pages: [0], beside: [] });
  });

  it('marks headings of the first two levels by their styles, in any language of Word, on one line', async () => {
    const two = `<w:p><w:pPr>${style('H2')}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>MRI:</w:t><w:br/><w:t>Upheld</w:t></w:r></w:p>`;
    const body = `${p('FIRST', style('berschrift1'))}${p('OWN', style('Mine'))}${two}${p('Third', style('H3'))}${p('Ring', style('Ring'))}${p('None', style('Gone'))}`;
    assert.equal(
      await textOf(body, { parts: { styles } }),
      '# FIRST\n\n# OWN\n\n## MRI: Upheld\n\nThird\n\nRing\n\nNone\n',
    );
  });

  it('keeps emphasis by its marks, but not of labels, of decisions and of what is bold throughout', async () => {
    const bold = '<w:b/>';
    const body = [
      `<w:p>${r('Label:', bold)}${r(' of ')}${r('great ', bold)}${r('import', bold)}${r('ance, ')}${r('said', '<w:i/>')}${r('.')}</w:p>`,
      `<w:p>${r('A title', bold)}${r(': Upheld')}</w:p>`,
      `<w:p>${r('A title: ')}${r('Upheld', bold)}</w:p>`,
      `<w:p>${r('ALL ', bold)}${r('BOLD', bold)}</w:p>`,
      `<w:p>${r('meant', '<w:rStyle w:val="S"/>')}</w:p>`,
      `<w:p>${r('Is ')}${r('both', `${bold}<w:i/>`)}${r(' and not', '<w:b w:val="0"/>')}${r(' styled', '<w:rStyle w:val="E"/>')}</w:p>`,
    ].join('');
    assert.equal(
      await textOf(body, { parts: { styles } }),
      [
        'Label: of great importance, *said*.',
        'A title: Upheld',
        'A title: Upheld',
        'ALL BOLD',
        '**meant**',
        'Is ***both*** and not *styled*\n',
      ].join('\n\n'),
    );
  });

  it('writes lists as lists, and the numbers that Word counts', async () => {
    const body = `${p('Before')}${p('one', inList(1))}${p('two', inList(1))}${p('a', inList(2))}${p('b', inList(2, 1))}${p('c', inList(2, 1))}${p('d', inList(2))}${p('e', inList(3))}${p('gone', inList(9))}`;
    assert.equal(
      await textOf(body, { parts: { numbering } }),
      'Before\n\n- one\n- two\n\n2. a\n\n2.a) b\n\n2.b) c\n\n3. d\n\n7. e\n\ngone\n',
    );
  });

  it('reads tables of labels and values as lines, and drops nothing of others', async () => {
    const header = table(['Case Number:', 'A1', 'Date:', '2016'], ['Priority:', 'Standard', '', '']);
    const other = table(['Drug', 'Dose', 'Days'], ['Tramadol', '50 mg', '']);
    const nested = table([`${p('Long')}${p('cell')}`, table(['In', 'ner'])]);
    const values = table(['Findings:', `${p('First.')}${p('Second.')}`], ['Empty:', '']);
    assert.equal(await textOf(header), 'Case Number: A1\nDate: 2016\nPriority: Standard\n');
    assert.equal(await textOf(p('T') + other), 'T\n\nDrug\tDose\tDays\nTramadol\t50 mg\n');
    assert.equal(await textOf(nested), 'Long\n\ncell\n\nIn\tner\n');
    assert.equal(await textOf(values), 'Findings: First.\n\nSecond.\n\nEmpty:\n');
  });

  it('takes a bold cell before a plain one for a label', async () => {
    const bold = (text: string) => `<w:p>${r(text, '<w:b/>')}</w:p>`;
    const rows = table([bold('Case Number'), 'A1'], [bold('Drug'), bold('Dose')], ['plain', 'B2'], [bold('Empty'), '']);
    assert.equal(await textOf(rows), 'Case Number: A1\nDrug\tDose\nplain\tB2\nEmpty\n');
  });

  it('has text as it looks: in capitals, or not at all, by hand or by a style', async () => {
    const looks = `
      <w:style w:styleId="C"><w:name w:val="C"/><w:rPr><w:caps/></w:rPr></w:style>
      <w:style w:styleId="D"><w:name w:val="D"/><w:basedOn w:val="C"/></w:style>
      <w:style w:styleId="V"><w:name w:val="V"/><w:rPr><w:vanish/></w:rPr></w:style>`;
    const body = `<w:p><w:pPr>${style('D')}</w:pPr>${r('loud ')}${r('quiet', '<w:caps w:val="false"/>')}</w:p>
      <w:p>${r('by hand', '<w:caps/>')}${r('gone', '<w:rStyle w:val="V"/>')}</w:p>`;
    const { text, beside } = await extract(body, { parts: { styles: looks } });
    assert.equal(text, 'LOUD quiet\n\nBY HAND\n');
    assert.deepEqual(beside, [{ what: 'hidden', page: null, text: 'gone' }]);
  });

  it('tells pages where the file breaks them', async () => {
    const section = '<w:sectPr/>';
    const continuous = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>';
    const body = `${p('A', section)}${p('B', continuous)}${p('C')}<w:p><w:r><w:br w:type="page"/><w:t>D</w:t></w:r></w:p>${p('E', '<w:pageBreakBefore/>')}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:sectPr/>`;
    const { text, pages } = await extract(body);
    assert.equal(text, 'A\n\n\fB\n\nC\n\n\fD\n\n\fE\n');
    assert.deepEqual(
      pages.map(at => text[at]),
      ['A', 'B', 'D', 'E'],
    );
  });

  it('keeps what tracked changes insert and tells what they delete', async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="2">${r('quite ')}</w:ins>`;
    const row =
      '<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:tc></w:tr></w:tbl>';
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${r('It is ')}</w:p><w:p>${deleted}${inserted}${r('so.')}</w:p>`;
    assert.equal(await textOf(joined + row), 'It is quite so.\n');
    assert.deepEqual(await besideOf(joined + row), ['deleted: not', 'deleted: gone']);
    assert.equal(await textOf(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Last')}</w:p>`), 'Last\n');
  });

  it('tells notes, comments, heads, feet, pictures, text boxes and hidden text beside the letter', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = `<w:p>${r('Text')}<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>
      <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Boxed')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Boxed')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>
      <w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A logo"/><pic:pic/></wp:inline></w:drawing></w:r>
      <w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>${r(' unseen', '<w:vanish/>')}${r(' ends.')}</w:p>`;
    const parts = {
      footnotes: `<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="1">${p('A note')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p('An end')}</w:endnote>`,
      comments: `<w:comment w:id="1" w:author="Somebody">${p('Check this')}</w:comment>`,
      header: p('House'),
      footer: p('Page'),
    };
    assert.equal(await textOf(body, { parts }), 'Text ends.\n');
    assert.deepEqual(await besideOf(body, { parts }), [
      'runningHead: House',
      'note: A note',
      'note: An end',
      'comment: Check this',
      'textBox: Boxed',
      'picture: A logo',
      'picture: ',
      'hidden: unseen',
      'runningFoot: Page',
    ]);
  });

  it('reads the results of fields and links, and what is around text', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const field = (what: string, result: string) =>
      `${mark('begin')}${code(what)}${result === '' ? '' : mark('separate') + r(result)}${mark('end')}`;
    const box =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' +
      code('FORMCHECKBOX') +
      mark('end');
    const body = `<w:p>${field('MERGEFIELD name', 'Name')}${field('DATE', '')}${box}<w:hyperlink r:id="x">${r(' link')}</w:hyperlink><w:fldSimple w:instr="SEQ">${r(' 1')}</w:fldSimple><w:sdt><w:sdtPr/><w:sdtContent>${r(' kept')}</w:sdtContent></w:sdt><w:smartTag>${r(' tag')}</w:smartTag></w:p>
      <w:sdt><w:sdtContent>${p('Block')}</w:sdtContent></w:sdt>`;
    assert.equal(await textOf(body), 'Name☒ link 1 kept tag\n\nBlock\n');
    assert.deepEqual(await besideOf(body), ['field: DATE']);
    // A field that never ends hides what follows from paper: it is told.
    assert.deepEqual(await besideOf(`<w:p>${mark('begin')}${code('IF')}${r('lost')}</w:p>`), ['field: IF lost']);
  });

  it('reads signs, hyphens and formulas', async () => {
    const body = `<w:p>${r('5')}<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Other" w:char="0041"/></w:r><w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>ray</w:t><w:softHyphen/><w:t>s</w:t></w:r>
      <m:oMath><m:f><m:num><m:r><m:t> 1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>`;
    assert.equal(await textOf(body), '5°✓Ax-rays 1/2\n');
  });

  it('reads other prefixes, the strict edition and UTF-16', async () => {
    const strict =
      '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Strict</d:t></d:r></d:p></d:body></d:document>';
    assert.equal(await textOf('', { files: { 'word/document.xml': strict } }), 'Strict\n');
    const wide = Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?>${strict.replace('Strict', 'Wide é')}`,
      'utf16le',
    );
    assert.equal(await textOf('', { files: { 'word/document.xml': new Uint8Array(wide) } }), 'Wide é\n');
  });
});
