import type { FileError } from '../errors';
import { type Chosen, LetterSetups } from '../letterSetups';
import type { Failure, FoundProblems, Task } from './task';

/** What is to be said of a task beside its result. */
export class About {
  readonly failures: Failure[] = [];
  readonly configuration: FoundProblems[] = [];
  readonly failedRules = new Set<string>();
  readonly ruleFailed = (rule: string) => {
    this.failedRules.add(rule);
  };

  /** What the letter is configured with. */
  async setupOf({ file }: Pick<Task, 'file'>, setups: LetterSetups) {
    const { unreadable, problems, ...configured } = await setups.of(file);
    for (const failure of unreadable) this.failures.push(failureOf(failure));
    for (const { path, lines, findings, decided } of problems) {
      const found = findings.map(finding => ({ ...finding, fixes: finding.fixes() }));
      this.configuration.push({ path, text: lines.text, problems: found, decided, cacheKey: null });
    }
    return configured;
  }
}

const setups = new Map<string, LetterSetups>();

/** Letters with the same choice share what their folders are configured with, for as long as this thread lives. */
export function setupsFor(chosen: Chosen): LetterSetups {
  const key = JSON.stringify(chosen);
  const known = setups.get(key) ?? new LetterSetups(chosen);
  setups.set(key, known);
  return known;
}

export function failureOf({ path, reason, code }: FileError): Failure {
  return { path, reason, code };
}
