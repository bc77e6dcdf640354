import type { CompiledProfile } from '../profile/compiled';
import { findTemplate } from '../profile/template';
import { foldSpaces } from '../text/words';
import type { LetterLine } from './letterLine';
import { matchDecision } from './names';

/** Where an item begins, and how many lines its title has (none where the writer forgot it). */
export interface ItemStart {
  readonly first: number;
  readonly lines: number;
  /** The last line that had to be looked at to know this. */
  readonly seenTo: number;
  /** The line from which to read on. */
  readonly next: number;
}

/** The longest title that is looked for, in lines; the longest one seen in a posted letter has 7. */
const LONGEST_TITLE = 40;

/**
 * Finds where items begin, reading the lines of a section one after the other: at a line marked `##`, or, in the plain
 * form, at the paragraph before an item's label that ends in a decision or stands before the item's first label.
 */
export class ItemFinder {
  /** First line behind the last heading, title or label: where a title may begin at the earliest. */
  private floor = 0;
  /** The line before `floor` is a label whose value may run on. */
  private inField = false;
  private itemStarted = false;
  private readonly seenRoles = new Set<string>();

  constructor(
    private readonly lines: readonly LetterLine[],
    private readonly inside: Uint8Array | null,
    private readonly profile: CompiledProfile,
    private readonly doubleSpaced: boolean,
  ) {}

  /** A section's text begins on line `line`. */
  enter(line: number): void {
    this.floor = line;
    this.inField = false;
    this.itemStarted = false;
    this.seenRoles.clear();
  }

  /** The item that line `index` makes known, if any. */
  read(index: number): ItemStart | null {
    const line = this.lines[index] as LetterLine;
    if (line.itemMark >= 0) {
      const { lines, seenTo } = this.markedTitle(index);
      return this.begin({ first: index, lines, seenTo, next: index + 1 });
    }
    const label = line.itemLabel;
    if (!label) return null;
    const role = label.definition.role;
    if (label.spelling !== 'exact' && this.seenRoles.has(role)) return null;
    const first = this.titleStart(index);
    let item: ItemStart | null = null;
    if (first < index && this.startsItem(first, index, role))
      item = this.begin({ first, lines: index - first, seenTo: index, next: index });
    else if (this.itemStarted && this.isUntitled(role))
      item = this.begin({ first: index, lines: 0, seenTo: index, next: index });
    this.floor = index + 1;
    this.inField = true;
    this.seenRoles.add(role);
    return item;
  }

  /** An item begins: what comes before it no longer matters. */
  begin(item: ItemStart): ItemStart {
    this.itemStarted = true;
    this.seenRoles.clear();
    this.floor = item.first + item.lines;
    this.inField = false;
    return item;
  }

  private startsItem(first: number, label: number, role: string): boolean {
    if (this.endsInDecision(first, label)) return true;
    const firstRole = this.profile.profile.items.fields[0]?.role;
    return role === firstRole && (!this.itemStarted || this.seenRoles.size > 0);
  }

  /** All fields of an item stand, and the first of them comes again: the next item, its title forgotten. */
  private isUntitled(role: string): boolean {
    const fields = this.profile.profile.items.fields;
    return (
      role === fields[0]?.role &&
      this.seenRoles.has(role) &&
      fields.every(f => !f.required || this.seenRoles.has(f.role))
    );
  }

  private endsInDecision(first: number, label: number): boolean {
    const last = this.lastText(label - 1, first);
    const line = this.lines[last];
    if (!line) return false;
    if (line.endsInDecision) return true;
    if (line.decisionAlone) {
      const above = this.lastText(last - 1, first);
      return above >= first && (this.lines[above] as LetterLine).endsInColon;
    }
    // A decision of several words may be broken over two lines; the longest has 40 characters.
    if (line.length > 40 || last === first) return false;
    const words = this.join(Math.max(first, last - 1), last + 1);
    const colon = words.lastIndexOf(':');
    return colon >= 0 && words.length - colon <= 42 && matchDecision(words.slice(colon + 1), this.profile) !== null;
  }

  /** The first line of the title that may stand before the label on line `label`; `label` itself if there is none. */
  private titleStart(label: number): number {
    const last = this.lastText(label - 1, this.floor);
    if (last < this.floor) return label;
    const { top, reachesFloor } = this.paragraphAt(last);
    const afterText = reachesFloor && this.inField;
    let first = label;
    for (let at = last; at >= top && label - at <= LONGEST_TITLE; at--) {
      if (!this.hasText(at)) continue;
      if (first < label && this.endsBefore(at, first, label, afterText || reachesFloor)) return first;
      // The first line of a run that begins at a label is that label's value.
      if (first === label && afterText && this.endsOnlyText(at)) return label;
      first = at;
    }
    // No full stop parts these lines from the label above them: they are its value, unless they end in a decision.
    return afterText && !this.endsLabelValue() && !this.endsInDecision(first, label) ? label : first;
  }

  /** A line that ends a sentence right before a label is no title. */
  private endsOnlyText(at: number): boolean {
    const line = this.lines[at] as LetterLine;
    return line.endsSentence && !line.endsInDecision && !line.decisionAlone;
  }

  /** The label's own line before `floor` ends a sentence. */
  private endsLabelValue(): boolean {
    return this.lines[this.floor - 1]?.endsSentence ?? true;
  }

  /** The run of lines without a paragraph break that line `last` ends. */
  private paragraphAt(last: number): { top: number; reachesFloor: boolean } {
    const allowed = this.doubleSpaced ? 1 : 0;
    let top = last;
    let blanks = 0;
    let paged = false;
    for (let at = last - 1; at >= this.floor; at--) {
      const line = this.lines[at] as LetterLine;
      if (line.blank) blanks++;
      else if (line.pageBreak) paged = true;
      else if (this.hasText(at)) {
        if (blanks > allowed || ((paged || line.terminator.includes('\f')) && line.endsSentence)) {
          return { top, reachesFloor: false };
        }
        top = at;
        blanks = 0;
        paged = false;
      }
    }
    const above = this.lines[this.floor - 1];
    const parted =
      blanks > allowed || ((paged || above?.terminator.includes('\f') === true) && above?.endsSentence === true);
    return { top, reachesFloor: !parted };
  }

  /** Whether the text of line `at` ends something that the title found so far, from `first` on, does not belong to. */
  private endsBefore(at: number, first: number, label: number, sentencesPart: boolean): boolean {
    const line = this.lines[at] as LetterLine;
    if (line.endsInColon) {
      return !this.itemStarted && !(this.lines[first] as LetterLine).decisionAlone;
    }
    return line.endsSentence && sentencesPart && !this.isPortionSentence(at, first, label);
  }

  /** The sentence that ends on line `at` says what was requested or authorised: it belongs to the title below it. */
  private isPortionSentence(at: number, first: number, label: number): boolean {
    const portion = this.profile.remaining;
    if (!portion) return false;
    const below = this.join(first, label).toLowerCase();
    if (![...portion.remaining, ...portion.authorised].some(t => findTemplate(t, below))) return false;
    const above = this.sentenceUpTo(at);
    return [...portion.original, ...portion.authorised].some(t => {
      const match = findTemplate(t, above);
      return match !== null && match.end >= above.length;
    });
  }

  /** The sentence that ends on line `at`, as far as it stands on lines of its own, in lower case. */
  private sentenceUpTo(at: number): string {
    let from = at;
    for (let k = at - 1; k >= this.floor && at - k < 12; k--) {
      if (!this.hasText(k)) continue;
      if ((this.lines[k] as LetterLine).endsSentence) break;
      from = k;
    }
    return this.join(from, at + 1).toLowerCase();
  }

  /** A marked title runs on over the lines below it only where they end in a decision. */
  private markedTitle(index: number): { lines: number; seenTo: number } {
    let k = index;
    for (; k < this.lines.length && k - index < LONGEST_TITLE; k++) {
      const line = this.lines[k] as LetterLine;
      if (k > index && (!this.hasText(k) || line.itemLabel || line.heading || line.itemMark >= 0)) break;
      if (line.endsInDecision || (k > index && line.decisionAlone)) return { lines: k - index + 1, seenTo: k };
    }
    return { lines: 1, seenTo: k };
  }

  private lastText(from: number, floor: number): number {
    let at = from;
    while (at >= floor && !this.hasText(at)) at--;
    return at;
  }

  private hasText(index: number): boolean {
    const line = this.lines[index];
    return line !== undefined && !line.blank && !line.pageBreak && !line.commentOnly && !this.inside?.[index];
  }

  private join(first: number, last: number): string {
    const words: string[] = [];
    for (let k = first; k < last; k++) if (this.hasText(k)) words.push((this.lines[k] as LetterLine).plain);
    return foldSpaces(words.join(' '));
  }
}
