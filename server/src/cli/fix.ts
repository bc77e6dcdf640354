import { parseLetter } from '../core/language/letter';
import { fixAll } from '../core/services/fixAll';
import type { Arguments } from './arguments';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { type InputLetter, readLetters } from './input/letters';
import { sayProblems } from './problems';
import { replaceFile } from './replaceFile';
import { ruleFailures } from './ruleFailures';
import { count, print, visible, visiblePath } from './terminal';

const byteOrderMark = '\ufeff';

/** `letters fix`: makes the safe fixes and says which. */
export async function fix(args: Arguments): Promise<number> {
  if (args.positionals.includes('-')) throw new UsageError('fix changes files: it cannot change standard input.');
  const isDryRun = args.flag('dry-run');
  let hasProblems = false;
  let files = 0;
  let fixedFiles = 0;
  let fixes = 0;
  const failed = ruleFailures();
  const failures = await readLetters(args, async letter => {
    if (sayProblems(letter.problems)) hasProblems = true;
    const { text, applied } = fixAll(parseLetter(letter.text, letter.setup.profile), letter.setup, failed);
    files++;
    if (applied.length === 0) return;
    if (!isDryRun) await write(letter, text);
    fixedFiles++;
    fixes += applied.length;
    const path = visiblePath(letter.path);
    await print(applied.map(({ line, title, rule }) => `${path}:${line + 1}: ${visible(title)} [${rule}]\n`).join(''));
  });
  const done = isDryRun ? 'can be made' : 'made';
  await print(`${count(fixes, 'safe fix', 'safe fixes')} ${done} in ${fixedFiles} of ${count(files, 'file')}\n`);
  if (failures.length > 0) return exitCodes.unusable;
  return hasProblems ? exitCodes.findings : exitCodes.good;
}

async function write({ file, path, hasByteOrderMark }: InputLetter, text: string): Promise<void> {
  await replaceFile(file, hasByteOrderMark ? byteOrderMark + text : text, path);
}
