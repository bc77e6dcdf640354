import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layPages, type PagedBlock, type Unit } from '../../client/src/preview/webview/paging';

const page = { height: 100, gap: 50 };
const lines = (count: number, space = 0): Unit => ({ space, height: count * 10, lineHeight: 10 });
const solid = (height: number, space = 0): Unit => ({ space, height, lineHeight: null });
const block = (...units: Unit[]): PagedBlock => ({ units, keepsWithNext: false });
const heading = (space = 0): PagedBlock => ({ units: [solid(20, space)], keepsWithNext: true });
const above = (blocks: readonly PagedBlock[]) =>
  layPages(blocks, page)
    .blocks.flat()
    .map(unit => unit.before);
const breaks = (blocks: readonly PagedBlock[]) =>
  layPages(blocks, page)
    .blocks.flat()
    .map(unit => unit.breaks);

describe('the pages of a preview', () => {
  it('hold what fits, without space at the head of the first', () => {
    const blocks = [block(solid(40, 8)), block(solid(50, 10))];
    assert.deepEqual(above(blocks), [-8, 0]);
    assert.equal(layPages(blocks, page).pages, 1);
  });

  it('begin with what has no room on the one before', () => {
    const blocks = [block(solid(40)), block(solid(50, 20))];
    // To the end of the page, to the next one, without the space.
    assert.deepEqual(above(blocks), [0, 60 + 50 - 20]);
    assert.equal(layPages(blocks, page).pages, 2);
  });

  it('part a paragraph between two lines', () => {
    assert.deepEqual(breaks([block(solid(65)), block(lines(6))]), [[], [{ at: 30, gap: 5 + 50 }]]);
  });

  it('leave no line alone, neither at the end of a page nor at the head of the next', () => {
    assert.deepEqual(breaks([block(solid(85)), block(lines(6))]), [[], []]);
    assert.deepEqual(above([block(solid(85)), block(lines(6))]), [0, 15 + 50]);
    assert.deepEqual(breaks([block(solid(50)), block(lines(6))]), [[], [{ at: 40, gap: 10 + 50 }]]);
    assert.deepEqual(above([block(solid(75)), block(lines(3))]), [0, 25 + 50]);
  });

  it('part a paragraph that is longer than pages as often as needed', () => {
    const [found] = breaks([block(lines(25))]);
    assert.deepEqual(found, [
      { at: 100, gap: 50 },
      { at: 200, gap: 50 },
    ]);
    assert.equal(layPages([block(lines(25))], page).pages, 3);
  });

  it('keep a heading with what follows', () => {
    assert.deepEqual(above([block(solid(70)), heading(), block(lines(5))]), [0, 30 + 50, 0]);
    assert.deepEqual(above([block(solid(60)), heading(), block(lines(5))]), [0, 0, 0]);
    assert.deepEqual(above([block(solid(50)), heading(), heading(), block(lines(5))]), [0, 50 + 50, 0, 0]);
  });

  it('let what nothing can part go over the edge, and go on behind it', () => {
    const blocks = [block(solid(320)), block(solid(30))];
    const layout = layPages(blocks, page);
    assert.equal(layout.pages, 3);
    assert.deepEqual(above(blocks), [0, 0]);
  });

  it('never put a line on the edge of a page, whatever comes', () => {
    const unit = fc.record({ count: fc.integer({ min: 1, max: 40 }), space: fc.integer({ min: 0, max: 15 }) });
    const blocks = fc.array(fc.record({ unit, keepsWithNext: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(blocks, given => {
        const all = given.map(({ unit: { count, space }, keepsWithNext }) => ({
          units: [lines(count, space)],
          keepsWithNext,
        }));
        const layout = layPages(all, page);
        for (const top of lineTops(all, layout.blocks.flat())) {
          const onPage = top % (page.height + page.gap);
          assert.ok(onPage >= 0 && onPage + 10 <= page.height + 0.5, `a line at ${top}`);
          assert.ok(Math.floor(top / (page.height + page.gap)) < layout.pages);
        }
      }),
    );
  });
});

/** Where each line of blocks of one unit is, as a browser would put it. */
function lineTops(blocks: readonly PagedBlock[], laid: ReturnType<typeof layPages>['blocks'][number]): number[] {
  const tops: number[] = [];
  let y = 0;
  for (const [index, { units }] of blocks.entries()) {
    const [unit] = units;
    const layout = laid[index];
    if (!unit || !layout) continue;
    y += unit.space + layout.before;
    for (let at = 0; at < unit.height; at += 10) {
      y += layout.breaks.find(found => found.at === at)?.gap ?? 0;
      tops.push(y);
      y += 10;
    }
  }
  return tops;
}
