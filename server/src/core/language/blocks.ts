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
  private continues = false;

  constructor(private readonly doubleSpaced: boolean) {}

  /** Adds a line; `opens` says what it begins, or null where it carries on with what stands before it. */
  add(line: LetterLine, opens: Block['kind'] | null): void {
    const isText = !line.commentOnly && !line.blank;
    const joined = isText && opens === null ? this.joined() : null;
    const kind = line.commentOnly ? 'comment' : line.blank ? 'blank' : (opens ?? joined ?? this.continued());
    if (kind === 'blank') this.blanks++;
    const separate = opens !== null && opens !== 'blank' && !line.blank;
    if (kind !== this.kind || separate) {
      this.close(kind);
      this.continues = joined !== null;
    }
    if (kind !== 'blank') this.blanks = 0;
    this.at += line.length;
  }

  finish(): readonly Block[] {
    this.close(null);
    return this.blocks;
  }

  /** What goes on behind a blank line that is no paragraph break. */
  private joined(): Block['kind'] | null {
    if (this.kind !== 'blank' || !this.doubleSpaced || this.blanks > 1) return null;
    const before = this.blocks.at(-1)?.kind;
    return before === 'field' || before === 'paragraph' || before === 'title' ? before : null;
  }

  /** Behind a paragraph break the text of a field or title goes on as a paragraph. */
  private continued(): Block['kind'] {
    return this.kind === 'title' || this.kind === 'field' ? this.kind : 'paragraph';
  }

  private close(next: Block['kind'] | null): void {
    if (this.kind !== null && this.at > this.start) {
      this.blocks.push({ kind: this.kind, span: this.here(), ...(this.continues && { continues: true }) });
    }
    this.kind = next;
    this.start = this.at;
  }

  private here(): Span {
    return { start: this.start, end: this.at };
  }
}
