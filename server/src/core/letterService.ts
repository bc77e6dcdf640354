import { editLetter, type Letter, parseLetter } from './language/letter';
import { checkLetter, type RuleFailure } from './rules/check';
import type { Finding } from './rules/rule';
import type { Setup } from './setup';
import type { Span } from './text/span';

/**
 * Everything an editor asks of a letter, behind one interface. Offsets are UTF-16 units of the letter's text; answers
 * are data, which the caller turns into what its protocol wants. A letter must have been read with the profile of the
 * setup it is asked about with.
 */
export interface LetterService {
  /** Never fails, whatever the text. */
  parse(text: string, setup: Setup): Letter;
  /** The letter after `replaced` became `replacement`; `text` is the whole new text. */
  edit(letter: Letter, replaced: Span, replacement: string, text: string): Letter;
  /** What the rules find, in the order of the text. */
  check(letter: Letter, setup: Setup): readonly Finding[];
}

/** `failed` is told of rules that throw; the others go on. */
export function createLetterService(failed: RuleFailure): LetterService {
  return {
    parse: (text, setup) => parseLetter(text, setup.profile),
    edit: editLetter,
    check: (letter, setup) => checkLetter(letter, setup, failed),
  };
}
