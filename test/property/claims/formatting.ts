import assert from 'node:assert/strict';
import { changedParts } from '../../../server/src/core/language/format/sameContent';
import { parseLetter } from '../../../server/src/core/language/letter';
import { parsedLetter } from '../../../server/src/core/output/parseOutput';
import { formatLetter } from '../../../server/src/core/services/formatting';
import type { Setup } from '../../../server/src/core/setup';
import { applyEdits, type TextEdit } from '../../../server/src/core/text/span';

export const wraps = ['join', 'keep', 40, 90] as const;

/** Formatting changes nothing that the text says, and nothing the second time. */
export function assertFormat(text: string, setup: Setup): void {
  for (const wrap of wraps) assertFormatted(text, wrap, setup);
}

export function assertFormatted(text: string, wrap: (typeof wraps)[number], setup: Setup): void {
  const letter = parseLetter(text, setup.profile);
  const edits = formatLetter(letter, { wrap });
  assertApart(edits, text.length);
  const formatted = parseLetter(applyEdits(text, edits), setup.profile);
  assert.deepEqual(changedParts(letter, formatted), []);
  assert.deepEqual(formatLetter(formatted, { wrap }), []);
  if (wrap === 'join') {
    assert.deepEqual(parsedLetter(formatted, setup, '').items.length, parsedLetter(letter, setup, '').items.length);
  }
}

/** The edits stand in order, none touching another, within a text of that length. */
export function assertApart(edits: readonly TextEdit[], length: number): void {
  let last = 0;
  for (const { span } of edits) {
    assert.ok(last <= span.start && span.start <= span.end && span.end <= length, 'edits in order, apart, in the text');
    last = span.end;
  }
}
