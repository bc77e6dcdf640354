import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClientText } from '../../server/src/lsp/clientText';
import { chooseEncoding, type Encoding } from '../../server/src/lsp/encodedLine';

/** How long a text is in each encoding, by another way than that of the code. */
const lengthIn: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': text => Buffer.byteLength(text),
  'utf-16': text => text.length,
  'utf-32': text => [...text].length,
};
const encodings = Object.keys(lengthIn) as Encoding[];

/** Whole characters of every length, line ends, and halves of characters. */
const piece = fc.constantFrom('a', ' ', 'é', 'ß', '—', '中', '😀', '👩‍⚕️', '\n', '\r\n', '\r', '\ud83d', '\ude00');
const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));
const longLine = fc
  .tuple(fc.nat(3000), piece, fc.nat(3000), text)
  .map(([before, middle, behind, end]) => 'é'.repeat(before) + middle + '😀'.repeat(behind) + end);

function textOf(content: string, encoding: Encoding): ClientText {
  return ClientText.create('untitled:a', 'x', 0, content, encoding);
}

function isInCharacter(content: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(content[offset - 1] ?? '') && /[\udc00-\udfff]/.test(content[offset] ?? '');
}

describe('the text of a client', () => {
  for (const encoding of encodings) {
    it(`counts characters in ${encoding}`, () => {
      fc.assert(
        fc.property(fc.oneof(text, longLine), fc.nat(), (content, random) => {
          const offset = content.length === 0 ? 0 : random % (content.length + 1);
          fc.pre(!isInCharacter(content, offset));
          const utf16 = textOf(content, 'utf-16').positionAt(offset);
          const lineStart = textOf(content, 'utf-16').offsetAt({ line: utf16.line, character: 0 });
          const before = content.slice(lineStart, lineStart + utf16.character);
          const counting = textOf(content, encoding);
          const position = counting.positionAt(offset);
          assert.deepEqual(position, { line: utf16.line, character: lengthIn[encoding](before) });
          // Between CR and LF a line's end and the offset differ.
          assert.equal(counting.offsetAt(position), lineStart + utf16.character);
        }),
      );
    });

    it(`takes what is no place of a line for its end or the character's start (${encoding})`, () => {
      const counting = textOf('a😀é\nb', encoding);
      const end = lengthIn[encoding]('a😀é');
      assert.equal(counting.offsetAt({ line: 0, character: end + 5 }), 4);
      assert.equal(counting.offsetAt({ line: 0, character: -1 }), 0);
      assert.equal(counting.offsetAt({ line: 5, character: 1 }), 6);
      assert.equal(counting.offsetAt({ line: -1, character: 1 }), 0);
      assert.deepEqual(counting.getLineRange(0), {
        start: { line: 0, character: 0 },
        end: { line: 0, character: end },
      });
      assert.equal(counting.getText({ start: { line: 0, character: 1 }, end: { line: 0, character: end } }), '😀é');
      if (encoding === 'utf-8') assert.equal(counting.offsetAt({ line: 0, character: 3 }), 1);
    });

    it(`takes over edits in ${encoding}`, () => {
      const edit = fc.record({ start: fc.nat(60), end: fc.nat(60), replacement: text });
      fc.assert(
        fc.property(text, fc.array(edit, { maxLength: 6 }), (content, edits) => {
          const counting = textOf(content, encoding);
          const plain = textOf(content, 'utf-16');
          for (const [index, each] of edits.entries()) {
            const [start = 0, end = 0] = [each.start, each.end]
              .map(offset => plain.offsetAt(plain.positionAt(offset)))
              .sort((a, b) => a - b);
            if (isInCharacter(plain.getText(), start) || isInCharacter(plain.getText(), end)) continue;
            const rangeIn = (text: ClientText) => ({ start: text.positionAt(start), end: text.positionAt(end) });
            const range = rangeIn(counting);
            plain.update({ range: rangeIn(plain), text: each.replacement }, index);
            counting.update({ range, text: each.replacement }, index);
            assert.equal(counting.getText(), plain.getText());
            assert.equal(counting.version, index);
          }
        }),
      );
    });
  }

  it('counts thousands of places in a line of a megabyte at once', () => {
    const counting = textOf('é'.repeat(1_000_000), 'utf-8');
    const start = performance.now();
    for (let offset = 0; offset < 1_000_000; offset += 200) {
      assert.equal(counting.offsetAt(counting.positionAt(offset)), offset);
    }
    assert.ok(performance.now() - start < 1500);
  });

  it('counts in what the client likes best of what is known', () => {
    assert.equal(chooseEncoding(undefined), 'utf-16');
    assert.equal(chooseEncoding([]), 'utf-16');
    assert.equal(chooseEncoding(['utf-7']), 'utf-16');
    assert.equal(chooseEncoding(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
    assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-8');
  });
});
