import { parseLetter } from '../../../server/src/core/language/letter';
import { cleanUp } from '../../../server/src/core/services/cleanUp/cleanUp';
import { textLines } from '../../../server/src/core/services/cleanUp/lines';
import { furnitureOf } from '../../../server/src/core/services/cleanUp/pages';
import type { Setup } from '../../../server/src/core/setup';
import { applyEdits } from '../../../server/src/core/text/span';
import { assertApart } from './formatting';
import { assertNothingLost } from './words';

/** Cleaning up takes out what belongs to the pages, and no word beside. */
export function assertCleanUp(text: string, setup: Setup): void {
  const letter = parseLetter(text, setup.profile);
  const edits = cleanUp(letter, setup);
  assertApart(edits, text.length);
  const cleaned = applyEdits(text, edits);
  const lines = textLines(text, setup.profile);
  const furniture = [...furnitureOf(lines).keys()].map(index => lines[index]?.line.content ?? '');
  assertNothingLost(letter, parseLetter(cleaned, setup.profile), furniture);
}
