import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type PreviewState, previewChange } from '../../server/src/lsp/previewChange';
import type { PreviewBlock } from '../../server/src/lsp/previewMessages';

const block = (html: string, first: number, last = first): PreviewBlock => ({ html, first, last });

/** What a page makes of a change. */
function applied(before: PreviewState, after: PreviewState): PreviewBlock[] {
  const { start, deleted, blocks, lineShift } = previewChange(before, after);
  const behind = before.blocks.slice(start + deleted).map(({ html, first, last }) => ({
    html,
    first: first + lineShift,
    last: last + lineShift,
  }));
  return [...before.blocks.slice(0, start), ...blocks, ...behind];
}

describe('the change of a preview', () => {
  const before: PreviewState = { blocks: [block('a', 0), block('b', 2, 3), block('c', 5)], lines: 6 };

  it('is all of it where nothing was sent before', () => {
    const { isWhole, blocks } = previewChange(null, before);
    assert.ok(isWhole);
    assert.deepEqual(blocks, before.blocks);
  });

  it('is one block where one was edited, and none where none was', () => {
    const after = { blocks: [block('a', 0), block('B', 2, 3), block('c', 5)], lines: 6 };
    const { start, deleted, blocks, lineShift } = previewChange(before, after);
    assert.deepEqual(
      { start, deleted, blocks, lineShift },
      { start: 1, deleted: 1, blocks: [after.blocks[1]], lineShift: 0 },
    );
    const none = previewChange(before, before);
    assert.deepEqual([none.deleted, none.blocks], [0, []]);
  });

  it('tells how far the blocks behind have moved, not the blocks', () => {
    const after = { blocks: [block('a', 0), block('b', 3, 4), block('c', 6)], lines: 7 };
    const { start, deleted, blocks, lineShift } = previewChange(before, after);
    assert.deepEqual({ start, deleted, blocks, lineShift }, { start: 1, deleted: 0, blocks: [], lineShift: 1 });
  });

  it('makes the one of the other, whatever they are', () => {
    const state = fc
      .array(fc.record({ html: fc.constantFrom('a', 'b'), lines: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 })
      .map((given): PreviewState => {
        let lines = 0;
        const blocks = given.map(({ html, lines: count }) => {
          const first = lines;
          lines += count;
          return block(html, first, lines - 1);
        });
        return { blocks, lines };
      });
    fc.assert(fc.property(state, state, (a, b) => assert.deepEqual(applied(a, b), b.blocks)));
  });
});
