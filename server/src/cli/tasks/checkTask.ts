import { letterFacts } from '../../core/language/facts';
import { type Letter, parseLetter } from '../../core/language/letter';
import { checkLetter } from '../../core/rules/check';
import { partIndexAt } from '../../core/rules/partIndexAt';
import type { Setup } from '../../core/setup';
import { converted, type ImportedFile, importFile } from '../input/importFile';
import { notALetter } from '../input/notALetter';
import { readTextFile } from '../input/read';
import { type About, setupsFor } from './about';
import type { CheckTask, FoundProblems, PrintedPlace } from './task';

/** What the rules find in a letter; one of another format is imported for it. */
export async function checkTask(task: CheckTask, about: About): Promise<FoundProblems> {
  const { path, file, source, policy } = task;
  const { setup, setupKey } = await about.setupOf(task, setupsFor({ policy }));
  const format = source ? null : converted(file);
  if (format === null) {
    const { text } = source ?? (await readTextFile(file, path));
    const result = found(text, task, setup, about, null);
    return about.failedRules.size > 0 ? result : { ...result, cacheKey: await keyOf(task, text, setupKey) };
  }
  const imported = await importFile(file, format, path, setup);
  if (imported.imported.notALetter) throw notALetter(imported.imported, setup, path);
  return found(imported.imported.text, task, setup, about, imported);
}

function found(
  text: string,
  { path }: CheckTask,
  setup: Setup,
  about: About,
  imported: ImportedFile | null,
): FoundProblems {
  const letter = parseLetter(text, setup.profile);
  const problems = checkLetter(letter, setup, about.ruleFailed).map(finding => {
    const { start } = finding.span;
    const at = imported && { page: imported.pageOf(start), item: itemAt(letter, start) };
    return { ...finding, fixes: finding.fixes(), at };
  });
  return { path, text, problems, decided: letterFacts(letter).decisionDate?.iso ?? null, cacheKey: null };
}

async function keyOf({ isKept }: CheckTask, text: string, setupKey: string): Promise<string | null> {
  return isKept ? (await import('../cache/cacheKey')).cacheKey(text, setupKey) : null;
}

function itemAt(letter: Letter, offset: number): PrintedPlace['item'] {
  const part = letter.parts[partIndexAt(letter, offset)];
  const index = letter.items.findIndex(item => item.part === part?.part);
  return index < 0 ? null : index;
}
