import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLetterService } from '../../server/src/core/letterService';
import { ClientText } from '../../server/src/lsp/clientText';
import { LetterDocument } from '../../server/src/lsp/letterDocument';
import { mostText } from '../../server/src/lsp/messages';
import { report } from '../../server/src/lsp/reports';
import { testSetup } from '../support/setup';
import { goodLetter } from './support/letters';

const setup = testSetup();
const service = createLetterService((rule, error) => {
  throw new Error(`${rule} failed`, { cause: error });
});

function opened(text: string): LetterDocument {
  return new LetterDocument(ClientText.create('untitled:a', 'x', 0, text, 'utf-16'), service);
}

/** A text with what splits, joins and closes things. */
const text = fc
  .array(
    fc.constantFrom(
      'x',
      '\n',
      '\r',
      '\r\n',
      '\f',
      ': Upheld',
      '## ',
      '# ',
      '<!--',
      '-->',
      '😀',
      ' ',
      'MAXIMUS guideline:',
    ),
    { maxLength: 5 },
  )
  .map(parts => parts.join(''));

const change = fc.record({ start: fc.nat(3000), length: fc.nat(60), text });

describe('an open letter', () => {
  it('is after any edits, read one by one or many at once, what it would be if it were opened', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 12 }), edits => {
        const document = opened(goodLetter);
        document.findings(setup);
        for (const [index, [edit, isRead]] of edits.entries()) {
          const start = document.text.positionAt(edit.start);
          const end = document.text.positionAt(edit.start + edit.length);
          document.change([{ range: { start, end }, text: edit.text }], index + 1);
          if (isRead) document.findings(setup);
        }
        const fresh = service.parse(document.text.getText(), setup);
        const letter = document.letter(setup);
        assert.equal(letter.source.text, fresh.source.text);
        assert.deepEqual(
          letter.parts.map(({ start, part }) => [start, part.kind, part.text]),
          fresh.parts.map(({ start, part }) => [start, part.kind, part.text]),
        );
        const told = (findings: ReturnType<typeof document.findings>) =>
          findings.map(({ rule, span, message }) => [rule, span, message]);
        assert.deepEqual(told(document.findings(setup)), told(service.check(fresh, setup)));
      }),
      { numRuns: 200 },
    );
  });

  it('tells the line that is edited, if it is one', () => {
    const document = opened('one\ntwo\nthree\n');
    const at = (line: number, character: number, to = character) => ({
      start: { line, character },
      end: { line, character: to },
    });
    assert.equal(document.change([{ range: at(1, 3), text: 's' }], 1), 1);
    assert.equal(document.change([{ range: at(1, 4), text: '\n' }], 2), 2, 'where the cursor goes');
    assert.equal(
      document.change(
        [
          { range: at(1, 0, 1), text: 'T' },
          { range: at(1, 1), text: '' },
        ],
        3,
      ),
      1,
    );
    assert.equal(
      document.change(
        [
          { range: at(3, 0), text: 'x' },
          { range: at(0, 0), text: 'x' },
        ],
        4,
      ),
      null,
    );
    assert.equal(document.change([{ text: 'new' }], 5), null);
    assert.equal(
      document.change([{ range: { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } }, text: '' }], 6),
      0,
    );
    assert.equal(document.text.getText(), '', 'a range that runs backwards is a range');
  });

  it('keeps its findings until it or its setup changes', () => {
    const document = opened(goodLetter);
    const found = document.findings(setup);
    assert.equal(document.findings(setup), found);
    const off = testSetup({ 'missing-decision': 'off' });
    assert.notEqual(document.findings(off), found);
    assert.equal(document.letter(off).profile, off.profile);
  });
});

describe('an open text that is too large to be a letter', () => {
  it('is not read, which is said, until it is smaller', () => {
    const large = 'x\n'.repeat(mostText / 2);
    const document = opened(goodLetter);
    const style = { relatedInformation: true, rulePages: null };
    const codes = () => report(document, setup, null, style, null).diagnostics.map(({ code }) => code);
    const expected = codes();
    const start = { line: 0, character: 0 };
    document.change([{ range: { start, end: start }, text: `${large}\n` }], 1);
    assert.deepEqual(codes(), ['too-large']);
    assert.equal(document.letter(setup).source.text, '');
    document.change([{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: 'y' }], 2);
    assert.deepEqual(codes(), ['too-large']);
    document.change([{ range: { start, end: { line: mostText / 2 + 1, character: 0 } }, text: '' }], 3);
    assert.equal(document.letter(setup).source.text, goodLetter);
    assert.deepEqual(codes(), expected);
  });
});
