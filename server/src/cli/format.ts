import { parseLetter } from '../core/language/letter';
import { formatLetter } from '../core/services/formatting';
import { applyEdits } from '../core/text/span';
import type { Arguments } from './arguments';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { type InputLetter, readLetters } from './input/letters';
import { sayProblems } from './problems';
import { replaceFile } from './replaceFile';
import { count, print, visiblePath } from './terminal';

const byteOrderMark = '\ufeff';
const standardInput = '-';

/**
 * `letters format`: writes letters as the markup is written, in place, and says which; with `--check` only says which
 * would change. Standard input, alone, goes to standard output.
 */
export async function format(args: Arguments): Promise<number> {
  const isCheck = args.flag('check');
  const isFilter = !isCheck && args.positionals.includes(standardInput);
  if (isFilter && args.positionals.length > 1) {
    throw new UsageError('format cannot change standard input and files at once: name one or the other.');
  }
  let hasProblems = false;
  let files = 0;
  let changed = 0;
  const failures = await readLetters(args, async letter => {
    if (sayProblems(letter.problems)) hasProblems = true;
    const edits = formatLetter(parseLetter(letter.text, letter.setup.profile), letter.format);
    files++;
    const text = withMark(letter, applyEdits(letter.text, edits));
    if (isFilter) await print(text);
    if (isFilter || edits.length === 0) return;
    if (!isCheck) await replaceFile(letter.file, text, letter.path);
    changed++;
    await print(`${visiblePath(letter.path)}\n`);
  });
  if (!isFilter) await print(`${changed} of ${count(files, 'file')} ${isCheck ? 'would change' : 'changed'}\n`);
  if (failures.length > 0) return exitCodes.unusable;
  return hasProblems || (isCheck && changed > 0) ? exitCodes.findings : exitCodes.good;
}

function withMark({ hasByteOrderMark }: InputLetter, text: string): string {
  return hasByteOrderMark ? byteOrderMark + text : text;
}
