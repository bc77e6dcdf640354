import type { Span } from '../text/span';
import type { LetterLine } from './letterLine';
import type { Block } from './tree';

/** Collects the blocks of a part line by line; together they tile it. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private kind: Block['kind'] | null = null;
  private start = 0;
  private at = 0;
  private blanks = 0;

  constructor(private readonly doubleSpaced: boolean) {}

  /** Adds a line; `opens` says what it begins, or null where it carries on with what stands before it. */
  add(line: LetterLine, opens: Block['kind'] | null): void {
    const kind = line.commentOnly ? 'comment' : line.blank ? 'blank' : (opens ?? this.continued());
    if (kind === 'blank') this.blanks++;
    const separate = opens !== null && opens !== 'blank' && !line.blank;
    if (kind !== this.kind || separate) this.close(kind);
    if (kind !== 'blank') this.blanks = 0;
    this.at += line.length;
  }

  finish(): readonly Block[] {
    this.close(null);
    return this.blocks;
  }

  /** Behind a paragraph break the text of a field or title goes on as a paragraph. */
  private continued(): Block['kind'] {
    if (this.kind === 'blank') {
      const before = this.blocks.at(-1)?.kind;
      const joins =
        this.doubleSpaced && this.blanks <= 1 && (before === 'field' || before === 'paragraph' || before === 'title');
      return joins && before ? before : 'paragraph';
    }
    if (this.kind === null || this.kind === 'heading' || this.kind === 'comment') return 'paragraph';
    return this.kind;
  }

  private close(next: Block['kind'] | null): void {
    if (this.kind !== null && this.at > this.start) this.blocks.push({ kind: this.kind, span: this.here() });
    this.kind = next;
    this.start = this.at;
  }

  private here(): Span {
    return { start: this.start, end: this.at };
  }
}
