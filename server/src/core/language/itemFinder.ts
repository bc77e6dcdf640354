import type { CompiledProfile } from '../profile/compiled';
import { hasText, type LetterLine } from './letterLine';
import { LONGEST_TITLE, type TitlePlace, TitleSearch } from './titleSearch';

/** Where an item begins, and how many lines its title has (none where the writer forgot it). */
export interface ItemStart {
  readonly first: number;
  readonly lines: number;
  /** The last line that had to be looked at to know this. */
  readonly seenTo: number;
  /** The line from which to read on. */
  readonly next: number;
}

/**
 * Finds where items begin, reading the lines of a section one after the other: at a line marked as a title, or, in the
 * plain form, at the paragraph before an item's label that ends in a decision or stands before the item's first label.
 */
export class ItemFinder {
  private floor = 0;
  private inField = false;
  private itemStarted = false;
  /** The places, in the profile's order, of the labels read since the item began. */
  private readonly seen = new Set<number>();
  private readonly titles: TitleSearch;

  constructor(
    private readonly lines: readonly LetterLine[],
    private readonly profile: CompiledProfile,
    doubleSpaced: boolean,
  ) {
    this.titles = new TitleSearch(lines, profile, doubleSpaced);
  }

  /** A section's text begins on line `line`. */
  enterSection(line: number): void {
    this.reset(line);
    this.itemStarted = false;
  }

  /** The text behind an item's title begins on line `line`. What comes before it no longer matters. */
  enterItem(line: number): void {
    this.reset(line);
    this.itemStarted = true;
  }

  private reset(floor: number): void {
    this.floor = floor;
    this.inField = false;
    this.seen.clear();
  }

  /** The item that line `index` makes known, if any. */
  read(index: number): ItemStart | null {
    const line = this.lines[index] as LetterLine;
    if (line.itemMark >= 0) {
      const item = this.markedItem(index);
      this.enterItem(item.next);
      return item;
    }
    const label = line.itemLabel;
    if (!label) return null;
    const field = this.profile.profile.items.fields.indexOf(label.definition);
    // A rationale may begin a line with words like those of another label.
    if (label.spelling !== 'exact' && this.seen.has(field)) return null;
    const item = this.itemAbove(index, field);
    if (item) this.enterItem(item.first + item.lines);
    this.floor = index + 1;
    this.inField = true;
    this.seen.add(field);
    return item;
  }

  /** The item to which the label on line `index` is the first. */
  private itemAbove(index: number, field: number): ItemStart | null {
    const place: TitlePlace = { floor: this.floor, inField: this.inField, itemStarted: this.itemStarted };
    const item = (first: number, last: number) => ({ first, lines: last - first, seenTo: index, next: index });
    const title = this.titles.above(index, place);
    const mayStart = field === 0 && (!this.itemStarted || this.seen.size > 0);
    if (title && (title.decided || mayStart)) return item(title.first, title.last);
    if (field === 0) return this.itemStarted && this.isComplete() ? item(index, index) : null;
    if (this.itemStarted && ![...this.seen].some(each => each >= field)) return null;
    // The label between this one and the title may be missing.
    const decided = this.titles.decidedAbove(index, place);
    return decided && item(decided.first, decided.last);
  }

  /** All fields of an item stand: if the first of them comes again, the next item has no title. */
  private isComplete(): boolean {
    const { fields } = this.profile.profile.items;
    return this.seen.has(0) && fields.every((field, index) => !field.required || this.seen.has(index));
  }

  /** A marked title runs on over the lines below it only where they end in a decision. */
  private markedItem(first: number): ItemStart {
    const item = (last: number, seenTo: number) => ({ first, lines: last - first, seenTo, next: last });
    let at = first;
    let last = first;
    for (; at < this.lines.length && at - first < LONGEST_TITLE; at++) {
      const line = this.lines[at] as LetterLine;
      if (line.blank || (at > first && this.begins(line))) break;
      if (!hasText(line)) continue;
      last = at;
      const isLast = line.decision !== null || this.titles.isBrokenDecision(at, first);
      if (isLast || (at > first && line.decisionAlone)) return item(at + 1, at);
    }
    if (!this.lines[last]?.endsInColon) return item(first + 1, at);
    // The decision may stand alone below the title.
    while (at < this.lines.length && at - first < LONGEST_TITLE && !hasText(this.lines[at])) at++;
    const below = this.lines[at];
    return below?.decisionAlone && !this.begins(below) ? item(at + 1, at) : item(first + 1, at);
  }

  private begins(line: LetterLine): boolean {
    return line.itemLabel !== null || line.heading !== null || line.itemMark >= 0;
  }
}
