import assert from 'node:assert/strict';
import { type Letter, parseLetter } from '../../../server/src/core/language/letter';
import type { Setup } from '../../../server/src/core/setup';
import { shapeOf } from '../shape';

/** The parts tile the text, and the blocks of a part tile it. */
export function assertTiles(letter: Letter): void {
  const { text } = letter.source;
  let at = 0;
  for (const { part, start } of letter.parts) {
    assert.equal(start, at);
    assert.equal(text.slice(start, start + part.text.length), part.text);
    at += part.text.length;
    let inPart = 0;
    for (const { span } of part.blocks) {
      assert.ok(span.start === inPart && span.end >= inPart);
      inPart = span.end;
    }
    assert.equal(inPart, part.text.length);
  }
  assert.equal(at, text.length);
}

/** Lines that end in LF, CRLF or CR are read alike, and everything stands in the same lines. */
export function assertLinesAlike(text: string, { profile }: Setup): void {
  const lf = text.replace(/\r\n?/g, '\n');
  const expected = shapeOf(parseLetter(lf, profile), linePositions(lf));
  for (const lineEnd of ['\r\n', '\r']) {
    const other = lf.replaceAll('\n', lineEnd);
    assert.deepEqual(shapeOf(parseLetter(other, profile), linePositions(other)), expected);
  }
}

/** Line and character, both from 0, of every offset; CRLF, LF and CR end a line, as editors count. */
function linePositions(text: string): (offset: number) => string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return offset => {
    const line = starts.findLastIndex(start => start <= offset);
    return `${line}:${offset - (starts[line] ?? 0)}`;
  };
}
