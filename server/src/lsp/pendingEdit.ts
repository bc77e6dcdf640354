import type { Span } from '../core/text/span';

/** Edits that follow one another, as one: `[start, oldEnd)` of the text before them is `[start, newEnd)` of the text now. */
export class PendingEdit {
  private constructor(
    readonly start: number,
    readonly oldEnd: number,
    readonly newEnd: number,
  ) {}

  /** `earlier`, if any, and then `replaced` of the text as it was by then, whose replacement is `length` long. */
  static after(earlier: PendingEdit | null, replaced: Span, length: number): PendingEdit {
    const growth = length - (replaced.end - replaced.start);
    if (!earlier) return new PendingEdit(replaced.start, replaced.end, replaced.end + growth);
    const beyond = Math.max(0, replaced.end - earlier.newEnd);
    return new PendingEdit(
      Math.min(earlier.start, replaced.start),
      earlier.oldEnd + beyond,
      earlier.newEnd + beyond + growth,
    );
  }
}
