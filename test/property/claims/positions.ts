import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/core/output/lineIndex';
import { ClientText } from '../../../server/src/lsp/clientText';
import type { Encoding } from '../../../server/src/lsp/encodedLine';

const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
/** So many offsets of a text are tried, evenly apart. */
const TRIED = 150;

/** Offsets become positions and offsets again, in every encoding that a client may count in. */
export function assertPositions(text: string): void {
  const step = Math.max(1, Math.floor(text.length / TRIED));
  const lines = new LineIndex(text);
  const texts = encodings.map(encoding => ({ encoding, counted: ClientText.create('a:b', 'x', 0, text, encoding) }));
  for (let offset = 0; offset <= text.length; offset += step) {
    if (isWithinCharacter(text, offset)) continue;
    const inUtf16 = lines.position(offset);
    for (const { encoding, counted } of texts) {
      const position = counted.positionAt(offset);
      assert.equal(counted.offsetAt(position), offset, `${offset} of ${encoding}`);
      assert.equal(position.line, inUtf16.line);
      if (encoding === 'utf-16') assert.deepEqual(position, inUtf16);
    }
  }
}

/** Within a pair of surrogates, or between CR and LF: not a place that a client has. */
function isWithinCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return (before === 13 && after === 10) || (before >> 10 === 0x36 && after >> 10 === 0x37);
}
