import { shift } from '../../text/span';
import type { Fix } from '../rule';

/** Fixes of an item that begins at `start` as fixes of the letter. */
export function inLetter(fixes: readonly Fix[], start: number): Fix[] {
  return fixes.map(fix => ({
    ...fix,
    edits: fix.edits.map(edit => ({ span: shift(edit.span, start), text: edit.text })),
  }));
}
