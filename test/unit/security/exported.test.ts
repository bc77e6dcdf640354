import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { renderDocx } from '../../../server/src/convert/docx/renderDocx';
import { renderPdf } from '../../../server/src/convert/pdf/renderPdf';
import { parseLetter } from '../../../server/src/core/language/letter';
import { printedHtml } from '../../../server/src/core/printed/document';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import { testSetup } from '../../support/setup';
import { fontsOf } from '../convert/renderPdfLetters';

const setup = testSetup();
const hostile = [
  'https://example.com/x www.example.com file:///etc/passwd javascript:alert(1)',
  '<script src="https://example.com/x.js"></script><img src="//example.com/x.png">',
  '/JavaScript /JS (app.alert(1)) /Launch /URI (https://example.com) endobj stream',
  '{ HYPERLINK "https://example.com" } INCLUDEPICTURE "https://example.com/x" DDEAUTO cmd',
  '=cmd|\' /C calc\'!A0 \\\\host\\share\\x <?xml-stylesheet href="x"?> ]]> &xxe;',
].join(' ');
const letter = parseLetter(
  `Case Number: ${hostile}\n\n# CLINICAL CASE SUMMARY\n\n${hostile}\n\n- ${hostile}\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## ${hostile}: Upheld\n\nDecision rationale: ${hostile}\n`,
  setup.profile,
);
const printed = printLetter(letter, setup);

describe('an exported letter, whatever it says', () => {
  it('does nothing and loads nothing as a PDF file', async () => {
    const answer = await renderPdf(printed, fontsOf('tinos'));
    assert.ok(answer.kind === 'rendered');
    const raw = Buffer.from(answer.bytes).toString('latin1');
    // What is said stands in streams; what the file does, outside of them.
    const structure = raw.replace(/stream\r?\n[\s\S]*?endstream/g, '').replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
    assert.match(structure, /\/Type \/Catalog/);
    assert.doesNotMatch(
      structure,
      /\/(?:JavaScript|JS|Launch|URI|GoToR|GoToE|SubmitForm|ImportData|OpenAction|AA|EmbeddedFiles?|RichMedia|XFA|AcroForm)\b/,
    );
  });

  it('does nothing and loads nothing as a Word file', async () => {
    const answer = await renderDocx(printed);
    assert.ok(answer.kind === 'rendered');
    const parts = Object.entries(unzipSync(answer.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    assert.ok(parts.some(([name]) => name === 'word/document.xml'));
    for (const [name = '', text = ''] of parts) {
      assert.match(name, /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|word)\/[\w./]*\.(?:xml|rels))$/);
      assert.doesNotMatch(
        text,
        /TargetMode="External"|<!DOCTYPE|<!ENTITY|<\?(?!xml version)|altChunk|<w:object|vbaProject|fldSimple/,
      );
      const fields = [...text.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, field = '']) => field.trim());
      for (const field of fields) assert.match(field, /^(?:PAGE|NUMPAGES)$/);
    }
  });

  it('does nothing and loads nothing as a page', () => {
    const page = printedHtml(printed);
    assert.ok(page.includes(`default-src 'none'`));
    assert.doesNotMatch(
      page,
      /<(?:script|img|iframe|object|embed|link|base|form|a|svg|video|audio)\b|\s(?:on\w+|src|href)=["']/i,
    );
  });
});
