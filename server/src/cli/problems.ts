import type { CheckedFile } from './reporters/reporter';
import { say } from './terminal';

/**
 * Says what is wrong with files of the configuration, for commands whose result has no place for it.
 *
 * @returns whether one of them is an error
 */
export function sayProblems(problems: readonly CheckedFile[]): boolean {
  for (const { path, lines, findings } of problems) {
    for (const { span, message } of findings) {
      const { line, character } = lines.position(span.start);
      say(`${path}:${line + 1}:${character + 1}: ${message}`);
    }
  }
  return problems.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
}
