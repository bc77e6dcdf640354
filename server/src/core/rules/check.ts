import type { Letter } from '../language/letter';
import type { Placed } from '../language/tree';
import type { Setup } from '../setup';
import { PartChecker } from './partFindings';
import { placed, type Reader, type RuleFailure } from './reports';
import type { Finding } from './rule';
import { applySuppressions } from './suppressions';
import { surroundingsOf } from './surroundings';
import { wholeFindings } from './wholeFindings';

export type { RuleFailure, RuleWatch } from './reports';

/**
 * Everything the rules find in the letter, in the order of the text. Parts that an edit did not touch are not looked at
 * again.
 */
export function checkLetter(letter: Letter, setup: Setup, failed: RuleFailure = () => {}): Finding[] {
  return check(letter, setup, 'all', failed);
}

/**
 * The same while the writer types: what the second reader found before stands where it is by now, and is not looked for
 * again in what was edited. In a letter that was never checked all is looked for.
 */
export function checkWhileTyping(letter: Letter, setup: Setup, failed: RuleFailure = () => {}): Finding[] {
  return check(letter, setup, 'first', failed);
}

function check(letter: Letter, setup: Setup, reader: Reader, failed: RuleFailure): Finding[] {
  const surroundings = surroundingsOf(letter, setup.vocabulary, reader);
  const checker = new PartChecker(setup, surroundings, reader, failed);
  const findings: Finding[] = [];
  for (const [index, found] of checker.all(letter).entries()) {
    const { start } = letter.parts[index] as Placed;
    for (const one of found) findings.push(placed(one, start, letter, surroundings));
  }
  findings.push(...wholeFindings(letter, setup, surroundings, reader, failed));
  return applySuppressions(letter, setup, findings).sort(inOrder);
}

function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
