/** Which version of the letter the page shows, and who waits for one. */
export class Shown {
  private version = -1;
  private waiting: { readonly version: number; readonly done: () => void }[] = [];

  /** Resolves when the page shows this version, or never will. */
  async is(version: number): Promise<void> {
    if (this.version >= version) return;
    await new Promise<void>(done => this.waiting.push({ version, done }));
  }

  now(version: number): void {
    this.version = version;
    this.release(version);
  }

  nothing(): void {
    this.version = -1;
  }

  /** Nobody is to wait any longer. */
  giveUp(): void {
    this.release(Number.POSITIVE_INFINITY);
  }

  private release(version: number): void {
    const done = this.waiting.filter(each => each.version <= version);
    this.waiting = this.waiting.filter(each => each.version > version);
    for (const each of done) each.done();
  }
}
