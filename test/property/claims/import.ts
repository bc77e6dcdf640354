import assert from 'node:assert/strict';
import { importLetter } from '../../../server/src/core/import/importLetter';
import { parseLetter } from '../../../server/src/core/language/letter';
import type { Setup } from '../../../server/src/core/setup';
import { applyEdits } from '../../../server/src/core/text/span';
import { assertApart } from './formatting';
import { assertNothingLost } from './words';

/** Importing loses no word that it does not name, and its edits make its text. */
export function assertImport(text: string, setup: Setup): void {
  const { text: imported, leftOut, unplaced, edits } = importLetter(text, setup);
  assertApart(edits, text.length);
  assert.equal(applyEdits(text, edits), imported);
  assert.doesNotMatch(imported, /\r/);
  const left = leftOut.map(each => each.text);
  assertNothingLost(parseLetter(text, setup.profile), parseLetter(imported, setup.profile), left);
  const lines = imported.split('\n').length;
  for (const { line } of unplaced) assert.ok(0 <= line && line < lines);
}
