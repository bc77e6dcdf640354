import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../server/src/core/output/lineIndex';

describe('line index', () => {
  it('counts as editors do: LF, CRLF and CR end a line, a form feed does not', () => {
    const lines = new LineIndex('a\r\nb\rc\n\fd');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99].map(offset => lines.position(offset)),
      [
        [0, 0],
        [0, 1],
        // Inside a line end: its line's end.
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
        [3, 0],
        [3, 1],
        [3, 2],
        [3, 2],
      ].map(([line, character]) => ({ line, character })),
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(line => lines.line(line)),
      ['a', 'b', 'c', '\fd', ''],
    );
  });

  it('agrees with the language server', () => {
    const texts = fc.string({ unit: fc.constantFrom('\r', '\n', '\f', 'a', '😀', '\ud800'), maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        const document = TextDocument.create('', '', 0, text);
        assert.deepEqual(new LineIndex(text).position(offset), document.positionAt(offset));
      }),
    );
  });
});
