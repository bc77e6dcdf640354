import { parseLetter } from '../core/language/letter';
import { parsedLetter } from '../core/output/parseOutput';
import type { Arguments } from './arguments';
import { exitCodes } from './exitCodes';
import { readLetters } from './input/letters';
import { sayProblems } from './problems';
import { print } from './terminal';

/** `letters parse`: what each letter says, as one JSON object a line. */
export async function parse(args: Arguments): Promise<number> {
  let hasProblems = false;
  const failures = await readLetters(args, async ({ path, text, setup, problems }) => {
    if (sayProblems(problems)) hasProblems = true;
    const parsed = parsedLetter(parseLetter(text, setup.profile), setup, path);
    await print(`${JSON.stringify(parsed)}\n`);
  });
  if (failures.length > 0) return exitCodes.unusable;
  return hasProblems ? exitCodes.findings : exitCodes.good;
}
