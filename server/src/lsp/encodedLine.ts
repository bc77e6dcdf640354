/** What the characters of a position count: bytes of UTF-8, units of UTF-16, or code points. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const encodings: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies Encoding[];

/** The encoding that the client likes best; UTF-16 where it does not say. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  const liked = offered?.find(each => encodings.includes(each)) as Encoding | undefined;
  return liked ?? 'utf-16';
}

/** So many units lie between two places whose lengths are kept: counting never goes further. */
const stride = 1024;

/** A line, counted in another encoding than that of its text. */
export class EncodedLine {
  /** The encoded lengths up to every `stride` units, as far as they were asked for. */
  private readonly lengths = [0];

  constructor(
    private readonly text: string,
    private readonly encoding: Exclude<Encoding, 'utf-16'>,
  ) {}

  /** The encoded length of the first so many units. */
  lengthTo(units: number): number {
    const stop = Math.min(units, this.text.length);
    const step = Math.floor(stop / stride);
    while (this.lengths.length <= step) this.advance();
    return this.counted(step * stride, stop, this.lengths[step] ?? 0);
  }

  /** How many units make up an encoded length; within a character, those before it. */
  unitsTo(length: number): number {
    while ((this.lengths.at(-1) ?? 0) <= length && this.lengths.length * stride <= this.text.length) this.advance();
    // Of lengths that are equal the last: the second half of a character has none.
    const step = Math.max(0, lastAtMost(this.lengths, length));
    let counted = this.lengths[step] ?? 0;
    for (let unit = step * stride; unit < this.text.length; unit++) {
      counted += this.lengthAt(unit);
      if (counted > length) return unit;
    }
    return this.text.length;
  }

  private advance(): void {
    const start = (this.lengths.length - 1) * stride;
    this.lengths.push(this.counted(start, start + stride, this.lengths.at(-1) ?? 0));
  }

  private counted(start: number, end: number, before: number): number {
    let length = before;
    for (let unit = start; unit < end; unit++) length += this.lengthAt(unit);
    return length;
  }

  /** The length of what begins with a unit: of a pair, all with the first. */
  private lengthAt(unit: number): number {
    const code = this.text.charCodeAt(unit);
    if (isLow(code) && isHigh(this.text.charCodeAt(unit - 1))) return 0;
    if (this.encoding === 'utf-32') return 1;
    if (isHigh(code) && isLow(this.text.charCodeAt(unit + 1))) return 4;
    if (code < 0x80) return 1;
    return code < 0x800 ? 2 : 3;
  }
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** The last place in an ascending list that holds no more than a value; -1 if there is none. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
