import { parseLetter } from '../../../server/src/core/language/letter';
import type { Setup } from '../../../server/src/core/setup';
import { testSetup } from '../../support/setup';
import { assertCleanUp } from './cleanUp';
import { assertEdits, type CaseEdit, textAfter } from './edits';
import { assertFixAll, assertSafeFixes } from './fixes';
import { assertFormat } from './formatting';
import { assertImport } from './import';
import { assertLinesAlike, assertTiles } from './parsing';
import { assertPositions } from './positions';
import { assertPrinted, assertRedacted } from './printed';
import { assertShown } from './shown';

/** A text, what was done to it one after the other, and which claim about it is tried. As it stands in a file of a failure. */
export interface Case {
  readonly claim: string;
  readonly profile: string;
  readonly text: string;
  readonly edits: readonly CaseEdit[];
  /** For the claim about edits: findings are asked for after every so many of them. */
  readonly pace: number;
}

/** What must be so of any text. Each throws where it is not. */
export const claimsOfTexts: Readonly<Record<string, (text: string, setup: Setup) => void>> = {
  tiles: (text, { profile }) => assertTiles(parseLetter(text, profile)),
  'line ends': assertLinesAlike,
  format: assertFormat,
  'clean up': assertCleanUp,
  import: assertImport,
  'safe fixes': assertSafeFixes,
  'fix all': assertFixAll,
  printed: assertPrinted,
  redacted: assertRedacted,
  shown: assertShown,
  positions: assertPositions,
};

const setups = new Map<string, Setup>();

export function setupOf(profile: string): Setup {
  const setup = setups.get(profile) ?? testSetup({}, profile);
  setups.set(profile, setup);
  return setup;
}

/** @throws {Error} if the claim does not hold of the case */
export function assertCase({ claim, profile, text, edits, pace }: Case): void {
  // What was kept of other letters must make no difference.
  const setup = { ...setupOf(profile) };
  const assertText = claimsOfTexts[claim];
  if (claim === 'edits') assertEdits(text, edits, pace, setup);
  else if (assertText) assertText(textAfter(text, edits), setup);
  else throw new Error(`There is no claim "${claim}"`);
}
