import { FileError } from '../errors';
import { converted } from '../input/importFile';
import { readTextFile } from '../input/read';
import type { LetterSetups } from '../letterSetups';
import { About } from '../tasks/about';
import type { Answer, CheckTask, FoundProblems } from '../tasks/task';
import { cacheKey } from './cacheKey';
import type { CheckCache } from './checkCache';

/**
 * What the cache knows of a letter as it is now; null where it must be checked, and whatever is wrong with it told then.
 *
 * @param setups of nobody else: what they tell of a letter that is not known is told again when it is checked
 */
export async function knownAnswer(
  { path, file, source }: CheckTask,
  cache: CheckCache,
  setups: LetterSetups,
): Promise<Answer<FoundProblems> | null> {
  // A letter of another format would have to be imported to be shown.
  if (!source && converted(file) !== null) return null;
  try {
    const about = new About();
    const { setupKey } = await about.setupOf({ file }, setups);
    const { text } = source ?? (await readTextFile(file, path));
    const kept = cache.get(cacheKey(text, setupKey));
    if (!kept) return null;
    const { failures, configuration } = about;
    const result = { path, text, problems: kept.problems, decided: kept.decided, cacheKey: null };
    return { result, failures, configuration, unexpected: null, failedRules: [] };
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
