/**
 * Does something with each item, no more than `most` at a time, and gives the results in the order of the items: what is
 * done early waits for those before it, so that what is kept is bounded. `run` must not throw.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  most: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    if (running.length >= most) yield await (running.shift() as Promise<Result>);
    running.push(run(item));
  }
  for (const result of running) yield await result;
}
