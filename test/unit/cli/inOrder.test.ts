import assert from 'node:assert/strict';
import { inOrder } from '../../../server/src/cli/tasks/inOrder';

/** Work that ends when it is told to. */
class Work {
  readonly started: number[] = [];
  private readonly ends = new Map<number, () => void>();

  readonly run = (item: number): Promise<string> => {
    this.started.push(item);
    return new Promise(resolve => this.ends.set(item, () => resolve(`result ${item}`)));
  };

  end(item: number): void {
    this.ends.get(item)?.();
  }
}

/** Lets all go on that can. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('inOrder', () => {
  it('gives results in the order of the items, however they end, with a bounded number under way', async () => {
    const work = new Work();
    const given: string[] = [];
    const all = (async () => {
      for await (const result of inOrder([1, 2, 3, 4, 5], 2, work.run)) given.push(result);
    })();
    await settle();
    assert.deepEqual(work.started, [1, 2]);
    work.end(2);
    await settle();
    assert.deepEqual({ started: work.started, given }, { started: [1, 2], given: [] });
    work.end(1);
    await settle();
    assert.deepEqual(work.started, [1, 2, 3, 4]);
    assert.deepEqual(given, ['result 1', 'result 2']);
    for (const item of [4, 3]) work.end(item);
    await settle();
    work.end(5);
    await all;
    assert.deepEqual(
      given,
      [1, 2, 3, 4, 5].map(item => `result ${item}`),
    );
  });

  it('takes one after the other where only one may be under way', async () => {
    const work = new Work();
    const results = inOrder([1, 2], 1, work.run);
    const first = results.next();
    await settle();
    assert.deepEqual(work.started, [1]);
    work.end(1);
    assert.deepEqual(await first, { done: false, value: 'result 1' });
    assert.deepEqual(work.started, [1]);
  });

  it('ends at once without items', async () => {
    assert.deepEqual(await inOrder([], 3, new Work().run).next(), { done: true, value: undefined });
  });
});
