import { type Gap, gapBefore } from './gap';
import type { LetterLines } from './letterLines';
import { ListState, listMark } from './listMarks';
import { copied, type Piece, type Separator } from './pieces';
import { type Token, tokensIn } from './tokens';

/** Lines of comments that wait for the line below them. */
interface CommentLine {
  readonly tokens: readonly Token[];
  readonly gap: Gap;
}

/**
 * Puts the pieces of a letter together, line by line, and knows where its paragraphs end. Comments stay where they are:
 * one on a line of its own is about the line below it.
 */
export class Paragraphs {
  private readonly pieces: Piece[] = [];
  private readonly list = new ListState();
  /** What the last line of text is; text behind a heading, title or field of one line begins a paragraph. */
  private before: 'nothing' | 'opening' | 'field' | 'label' | 'text' = 'nothing';
  private last: Token | null = null;
  /** What came since. */
  private comments: CommentLine[] = [];
  private blanks = 0;
  private paged = false;

  constructor(private readonly lines: LetterLines) {}

  /** A heading, a title, or source that is taken over as it is: blank lines stand around it. */
  open(start: number, pieces: readonly Piece[]): void {
    this.begin(start, 'block', pieces);
    this.before = 'opening';
  }

  /** A label and its value on one line. Such fields stand line below line, also below the words that introduce them. */
  field(start: number, pieces: readonly Piece[]): void {
    const gap = gapBefore(this.lines.text, start);
    const isIntroduced = this.before === 'text' && this.blanks + gap.blanks <= this.empty && this.lastLine.endsInColon;
    this.begin(start, this.before === 'field' || isIntroduced ? 'line' : 'block', pieces);
    this.before = 'field';
  }

  /** A label whose value is the text that is added next, some of it on its line where `hasValue` says so. */
  label(start: number, piece: Piece, hasValue: boolean): void {
    this.begin(start, 'block', [piece]);
    this.before = hasValue ? 'text' : 'label';
  }

  /** Paragraphs. */
  text(start: number, end: number): void {
    let line: Token[] = [];
    for (const token of tokensIn(this.lines.text, start, end)) {
      if (line.length > 0 && gapBefore(this.lines.text, token.start).startsLine) {
        this.textLine(line);
        line = [];
      }
      line.push(token);
    }
    this.textLine(line);
  }

  finish(): readonly Piece[] {
    for (const { tokens, gap } of this.comments) this.putComment(tokens, gap.blanks > this.empty ? 'block' : 'line');
    return this.pieces;
  }

  private get empty(): number {
    return this.lines.emptyBlanks;
  }

  private get lastLine() {
    return this.lines.at(this.last?.start ?? 0);
  }

  private textLine(tokens: readonly Token[]): void {
    const [first] = tokens;
    if (!first) return;
    const gap = gapBefore(this.lines.text, first.start);
    const goesOn = !gap.startsLine && this.before !== 'nothing';
    if (tokens.every(token => token.isComment)) {
      if (goesOn) this.put(this.words(tokens, 'space', false));
      else this.hold(tokens, gap);
      return;
    }
    if (goesOn && (this.before === 'text' || this.before === 'label')) {
      this.put(this.words(tokens, 'space', false));
    } else {
      const isList = this.readList(first, gap);
      this.begin(first.start, this.separatorOf(first, gap, isList), this.words(tokens, 'space', isList));
    }
    this.last = tokens.at(-1) as Token;
    this.before = 'text';
  }

  private hold(tokens: readonly Token[], gap: Gap): void {
    this.comments.push({ tokens, gap });
    this.blanks += gap.blanks;
    this.paged ||= gap.paged;
  }

  /** How a line of text follows what stands above it. */
  private separatorOf(first: Token, gap: Gap, isList: boolean): Separator {
    if (this.before === 'label' && !isList && this.comments.length === 0) return 'space';
    if (this.before !== 'text' && this.before !== 'label') return 'block';
    if (this.blanks + gap.blanks > this.empty) return 'block';
    if (isList || this.isLabelled(first)) return 'line';
    if ((this.paged || gap.paged) && this.lastLine.endsSentence) return 'block';
    const isByComment = this.last?.endsInComment || first.startsInComment || this.comments.length > 0;
    return isByComment ? 'line' : 'soft';
  }

  /** A line that has the words of a label, though it does not count, stays a line. */
  private isLabelled({ start }: Token): boolean {
    const line = this.lines.at(start);
    return line.itemLabel !== null || line.sectionLabel !== null;
  }

  private readList({ start, end }: Token, gap: Gap): boolean {
    const begins = this.before !== 'text' || this.blanks + gap.blanks > this.empty;
    if (begins) this.list.end();
    const { endsSentence, endsInColon } = this.lastLine;
    return this.list.read(this.lines.text.slice(start, end), begins || endsSentence || endsInColon);
  }

  private words(tokens: readonly Token[], before: Separator, isList: boolean): Piece[] {
    const { text } = this.lines;
    return tokens.map((token, index): Piece => {
      const list = isList && index === 0 ? listMark(text.slice(token.start, token.end)) : null;
      return {
        ...copied(index === 0 ? before : 'space', token),
        text: list && list.written + text.slice(token.start + list.mark.length, token.end),
        mayWrap: !(isList && index === 1),
        opens: isList && index === 0,
      };
    });
  }

  /** Begins a line: the comments above it first. Where it begins a block, a blank line stands among them. */
  private begin(start: number, separator: Separator, pieces: readonly Piece[]): void {
    const held = this.comments;
    let before = separator;
    if (held.length > 0) {
      const gaps = [...held.map(comment => comment.gap), gapBefore(this.lines.text, start)];
      const parted = gaps.map(({ blanks }) => separator === 'block' && blanks > this.empty);
      if (separator === 'block' && this.before !== 'nothing' && !parted.includes(true)) parted[0] = true;
      for (const [index, { tokens }] of held.entries()) this.putComment(tokens, parted[index] ? 'block' : 'line');
      before = parted.at(-1) ? 'block' : 'line';
    }
    const [first, ...rest] = pieces;
    if (first) this.put([{ ...first, before }, ...rest]);
    const end = Math.max(start, ...pieces.slice(-1).map(piece => piece.end));
    this.last = {
      start: Math.max(start, end - 1),
      end,
      startsInComment: false,
      endsInComment: false,
      isComment: false,
    };
    this.comments = [];
    this.blanks = 0;
    this.paged = false;
  }

  private putComment(tokens: readonly Token[], before: Separator): void {
    this.put(tokens.map((token, index) => ({ ...copied(index === 0 ? before : 'space', token), opens: true })));
  }

  private put(pieces: readonly Piece[]): void {
    // One by one: a line may have more words than a call takes arguments.
    for (const piece of pieces) this.pieces.push(piece);
  }
}
