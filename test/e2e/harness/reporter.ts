import type { Runner, Test } from 'mocha';

/** Begins every line of the report, so that the launcher finds it among what VS Code says. */
export const mark = '[letters-e2e] ';

/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Reports a run on the console, the only way out of both extension hosts. The launcher takes the last line,
 * `N passed, N failed, N skipped`, as the proof that the suites ran.
 */
export class Reporter {
  constructor(runner: Runner) {
    const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on('pass', test => {
      counts.passed++;
      report(`ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', test => {
      counts.skipped++;
      report(`skip  ${test.fullTitle()}`);
    });
    runner.on('fail', (test: Test, error: unknown) => {
      counts.failed++;
      report(`FAIL  ${test.fullTitle()}`);
      reportError(error);
    });
    runner.on('end', () => report(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`));
  }
}

/** Prints an error with its stack, every line marked. */
export function reportError(error: unknown): void {
  report(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function report(text: string): void {
  for (const line of text.split('\n')) console.log(mark + line);
}
