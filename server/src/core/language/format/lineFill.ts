/** Fills lines with words up to a column, counted in UTF-16 units. */
export class LineFill {
  constructor(
    private readonly words: readonly string[],
    /** Words that stand right behind the one before them. */
    private readonly glued: readonly boolean[],
    private readonly mayBreak: readonly boolean[],
    private readonly column: number,
    /** Whether a line must not begin so: the line is given as far as it would reach. */
    private readonly misread: (line: string) => boolean,
  ) {}

  /** The indexes of the words that begin a line, but for the first. */
  breaks(): ReadonlySet<number> {
    const breaks = new Set<number>();
    let width = this.groupWidth(0);
    for (let i = this.nextGroup(0); i < this.words.length; i = this.nextGroup(i)) {
      const group = this.groupWidth(i);
      if (width + 1 + group > this.column && this.mayBreak[i] && !this.misread(this.lineFrom(i))) {
        breaks.add(i);
        width = group;
      } else width += 1 + group;
    }
    return breaks;
  }

  /** The line that begins with word `first`, if nothing kept it from being broken. */
  private lineFrom(first: number): string {
    let line = this.group(first);
    for (let i = this.nextGroup(first); i < this.words.length; i = this.nextGroup(i)) {
      const group = this.group(i);
      if (line.length + 1 + group.length > this.column) break;
      line += ` ${group}`;
    }
    return line;
  }

  private nextGroup(first: number): number {
    let i = first + 1;
    while (this.glued[i]) i++;
    return i;
  }

  private group(first: number): string {
    return this.words.slice(first, this.nextGroup(first)).join('');
  }

  private groupWidth(first: number): number {
    return this.group(first).length;
  }
}
