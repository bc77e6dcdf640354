import { type Letter, parseLetter } from '../language/letter';
import { compileProfile } from '../profile/compiled';
import type { Profile } from '../profile/schema';
import { cleanUp } from '../services/cleanUp/cleanUp';
import { textLines } from '../services/cleanUp/lines';
import { furnitureOf } from '../services/cleanUp/pages';
import { composeEdits } from '../services/composeEdits';
import type { Setup } from '../setup';
import { applyEdits, type TextEdit } from '../text/span';
import { foldSpaces } from '../text/words';
import { fitOf, isLetterLike } from './fit';
import { letterheadIn } from './letterhead';
import { type Unplaced, unplacedIn } from './unplaced';

/** A text of any origin as a letter in markup. Data alone. */
export interface Imported {
  /** Lines end with LF. */
  readonly text: string;
  /** Nothing in it looks like a letter of the profile; the text is as it came. */
  readonly notALetter: boolean;
  /** Id of the profile whose letters it looks more like; null where that is the one it was read with. */
  readonly betterProfile: string | null;
  /** What belongs to no part of a letter: it stands in `text` where it stood, for the writer to look at. */
  readonly unplaced: readonly Unplaced[];
  /** What is not in the text of the letter: letterhead, page numbers, running heads and feet; with `withBeside` more. */
  readonly leftOut: readonly Beside[];
  /** The edits that turned the source into `text`, in order, apart from each other. */
  readonly edits: readonly TextEdit[];
}

/** What stands in a file beside the text of the letter. */
export interface Beside {
  readonly what: string;
  /** From 1; null where it is not known. */
  readonly page: number | null;
  readonly text: string;
}

/** What a letter does not have: other line ends than LF, byte-order marks, control characters. */
const FOREIGN = /\r\n?|[\ufeff\u2028\u2029\x00-\x08\x0b\x0e-\x1f\x7f]/g;

/**
 * Makes a letter of a text: copied, extracted from a file, or a letter already. Never fails, and loses no word: running
 * heads, feet and page numbers are told in `leftOut`. `others` are profiles that it may be meant for instead.
 */
export function importLetter(text: string, setup: Setup, others: readonly Profile[] = []): Imported {
  const charactersEdits = plainly(text);
  const readable = applyEdits(text, charactersEdits);
  const letterhead = letterheadIn(readable, setup.profile.profile.house.letterhead);
  const withoutLetterhead = letterhead ? [{ span: letterhead, text: '' }] : [];
  const plainEdits = composeEdits(charactersEdits, withoutLetterhead, readable);
  const plain = applyEdits(readable, withoutLetterhead);
  const letter = parseLetter(plain, setup.profile);
  const betterProfile = betterThan(letter, plain, others);
  if (!isLetterLike(letter)) {
    return { text: plain, notALetter: true, betterProfile, unplaced: [], leftOut: [], edits: plainEdits };
  }
  const edits = cleanUp(letter, setup);
  const cleaned = applyEdits(plain, edits);
  return {
    text: cleaned,
    notALetter: false,
    betterProfile,
    unplaced: unplacedIn(parseLetter(cleaned, setup.profile)),
    leftOut: [
      ...(letterhead
        ? [{ what: 'letterhead', page: 1, text: foldSpaces(readable.slice(letterhead.start, letterhead.end)) }]
        : []),
      ...furnitureIn(plain, letter),
    ],
    edits: composeEdits(plainEdits, edits, plain),
  };
}

function plainly(text: string): TextEdit[] {
  return [...text.matchAll(FOREIGN)].map(({ 0: found, index }) => ({
    span: { start: index, end: index + found.length },
    text: found === '\ufeff' ? '' : /[\r\u2028\u2029\x0b]/.test(found) ? '\n' : ' ',
  }));
}

function betterThan(letter: Letter, text: string, others: readonly Profile[]): string | null {
  let best: string | null = null;
  let most = fitOf(letter);
  for (const profile of others) {
    if (profile.id === letter.profile.profile.id) continue;
    const other = parseLetter(text, compileProfile(profile));
    const fit = fitOf(other);
    if (fit <= most || !isLetterLike(other)) continue;
    most = fit;
    best = profile.id;
  }
  return best;
}

function furnitureIn(text: string, { profile }: Letter): Beside[] {
  const lines = textLines(text, profile);
  const furniture = furnitureOf(lines);
  const left: Beside[] = [];
  let page = 1;
  for (const [index, { line }] of lines.entries()) {
    const what = furniture.get(index);
    if (what) left.push({ what, page, text: foldSpaces(line.content) });
    if (line.terminator.includes('\f')) page++;
  }
  return left;
}
