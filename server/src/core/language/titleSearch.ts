import type { CompiledProfile } from '../profile/compiled';
import { findTemplate } from '../profile/template';
import { lowerCase } from '../text/lowerCase';
import { foldSpaces } from '../text/words';
import { hasText, type LetterLine } from './letterLine';
import { matchDecision } from './names';

/** Where a plain title may stand. */
export interface TitlePlace {
  /** First line behind the last heading, title or label: where a title may begin at the earliest. */
  readonly floor: number;
  /** The line before `floor` is a label whose value may run on. */
  readonly inField: boolean;
  /** An item stands above in the same section. */
  readonly itemStarted: boolean;
}

/** A title: its lines from `first` up to `last`, exclusive, and whether it ends in a decision. */
export interface FoundTitle {
  readonly first: number;
  readonly last: number;
  readonly decided: boolean;
}

/** A run of lines without a paragraph break: its first line, and what parts it from the text above. */
interface Paragraph {
  readonly top: number;
  readonly parting: 'blank' | 'page' | 'none';
}

/** The longest title that is looked for, in lines; the longest one seen in a posted letter has 7. */
export const LONGEST_TITLE = 40;
/** The longest last line of a decision broken over two lines, in UTF-16 units. */
const LONGEST_REST = 40;

/** Finds titles in their plain form: the paragraph, or its last sentences, above an item's first label. */
export class TitleSearch {
  /** The word that ends the standard words below the heading of the items, and its colon. */
  private readonly leadInEnd: string | null;

  constructor(
    private readonly lines: readonly LetterLine[],
    private readonly profile: CompiledProfile,
    private readonly doubleSpaced: boolean,
  ) {
    const leadIn = profile.profile.sections.find(s => s.kind === 'issues')?.leadIn ?? '';
    this.leadInEnd = /[^\s:]{1,40}:$/.exec(leadIn.slice(-40).trimEnd())?.[0].toLowerCase() ?? null;
  }

  /** The title that stands right above line `end`, if there is one. */
  above(end: number, place: TitlePlace): FoundTitle | null {
    const last = this.lastText(end - 1, place.floor);
    const line = this.lines[last];
    if (last < place.floor || !line) return null;
    const colonLine = this.colonLine(last, place.floor);
    const decided = colonLine >= 0 || line.decision !== null || this.isBrokenDecision(last, place.floor);
    if (!decided && this.isText(last, place)) return null;
    const { top, parting } = this.paragraphAt(colonLine < 0 ? last : colonLine, place);
    let first = last;
    for (let at = last - 1; at >= top && end - at <= LONGEST_TITLE; at--) {
      if (!hasText(this.lines[at])) continue;
      if (this.endsBefore(at, first, end, parting, place)) return { first, last: last + 1, decided };
      first = at;
    }
    // No full stop parts these lines from the label above them: they are its value, unless they end in a decision.
    const isValue = place.inField && parting === 'none' && !this.lines[place.floor - 1]?.endsSentence;
    return isValue && !decided ? null : { first, last: last + 1, decided };
  }

  /** The nearest title above line `end` that ends in a decision, be there other text between them. */
  decidedAbove(end: number, place: TitlePlace): FoundTitle | null {
    for (let at = end - 1; at >= place.floor; at--) {
      const line = this.lines[at] as LetterLine;
      if (line.decision === 'exact' || this.colonLine(at, place.floor) >= 0) return this.above(at + 1, place);
    }
    return null;
  }

  /** If line `index` is a decision alone, the line above it that ends in its colon; -1 otherwise. */
  private colonLine(index: number, floor: number): number {
    if (!this.lines[index]?.decisionAlone) return -1;
    const above = this.lastText(index - 1, floor);
    return above >= floor && this.lines[above]?.endsInColon ? above : -1;
  }

  /** Whether a decision of several words is broken over line `index` and the one above it. */
  isBrokenDecision(index: number, floor: number): boolean {
    const line = this.lines[index] as LetterLine;
    const above = this.lines[index - 1];
    if (index - 1 < floor || !hasText(above) || line.content.length > LONGEST_REST || line.plain.includes(':'))
      return false;
    const colon = above.plain.lastIndexOf(':');
    if (colon < 0 || above.plain.length - colon > LONGEST_REST) return false;
    return matchDecision(`${above.plain.slice(colon + 1)} ${line.plain}`, this.profile) !== null;
  }

  /** A line without a decision that is no title: it ends a sentence or a list, or the words that introduce the items. */
  private isText(last: number, { floor, itemStarted }: TitlePlace): boolean {
    const line = this.lines[last] as LetterLine;
    if (line.endsSentence) return !this.statesPortion(last, floor);
    if (/^\s*- /.test(line.plain)) return true;
    if (itemStarted || !line.endsInColon || !this.leadInEnd) return false;
    return lowerCase(line.plain.trimEnd()).endsWith(` ${this.leadInEnd}`);
  }

  private paragraphAt(last: number, { floor, inField }: TitlePlace): Paragraph {
    const allowed = this.doubleSpaced ? 1 : 0;
    let top = last;
    let blanks = 0;
    let paged = false;
    const parting = (above: LetterLine | undefined): Paragraph['parting'] => {
      // A page break parts only sentences, also where a page ends with a blank line.
      if (paged || above?.terminator.includes('\f')) return above?.endsSentence ? 'page' : 'none';
      return blanks > allowed ? 'blank' : 'none';
    };
    for (let at = last - 1; at >= floor; at--) {
      const line = this.lines[at] as LetterLine;
      if (line.blank) blanks++;
      else if (line.pageBreak) paged = true;
      else if (hasText(line)) {
        const here = parting(line);
        if (here !== 'none') return { top, parting: here };
        top = at;
        blanks = 0;
        paged = false;
      }
    }
    return { top, parting: inField ? parting(this.lines[floor - 1]) : 'none' };
  }

  /** Whether the text of line `at` ends something that the title found so far, from `first` on, does not belong to. */
  private endsBefore(
    at: number,
    first: number,
    end: number,
    parting: Paragraph['parting'],
    { floor, inField, itemStarted }: TitlePlace,
  ): boolean {
    const line = this.lines[at] as LetterLine;
    if (line.endsInColon) {
      // The words that introduce the items end in a colon, too; later ones belong to a title.
      return !itemStarted && !inField && parting === 'none' && !(this.lines[first] as LetterLine).decisionAlone;
    }
    return line.endsSentence && parting !== 'blank' && !this.isPortion(at, first, end, floor);
  }

  /** The sentence that ends on line `at` says what was requested or authorised: it belongs to the title below it. */
  private isPortion(at: number, first: number, end: number, floor: number): boolean {
    const portion = this.profile.remaining;
    if (!portion) return false;
    const below = this.join(first, end);
    return (
      [...portion.remaining, ...portion.authorised].some(t => findTemplate(t, below)) && this.statesPortion(at, floor)
    );
  }

  private statesPortion(at: number, floor: number): boolean {
    const portion = this.profile.remaining;
    if (!portion) return false;
    const sentence = this.sentenceUpTo(at, floor);
    return [...portion.original, ...portion.authorised].some(t => findTemplate(t, sentence)?.end === sentence.length);
  }

  /** The sentence that ends on line `at`, as far as it stands on lines of its own, in lower case. */
  private sentenceUpTo(at: number, floor: number): string {
    let from = at;
    for (let k = at - 1; k >= floor && at - k < 12; k--) {
      const line = this.lines[k];
      if (!hasText(line)) continue;
      if (line.endsSentence) break;
      from = k;
    }
    return this.join(from, at + 1);
  }

  private lastText(from: number, floor: number): number {
    let at = from;
    while (at >= floor && !hasText(this.lines[at])) at--;
    return at;
  }

  private join(first: number, last: number): string {
    const words = this.lines.slice(first, last).filter(hasText);
    return lowerCase(foldSpaces(words.map(line => line.plain).join(' ')));
  }
}
