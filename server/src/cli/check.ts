import { parseLetter } from '../core/language/letter';
import { LineIndex } from '../core/output/lineIndex';
import { checkLetter } from '../core/rules/check';
import type { Arguments } from './arguments';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { readLetters } from './input/letters';
import { readPage } from './pages';
import { githubReporter } from './reporters/github';
import { jsonReporter } from './reporters/json';
import { prettyReporter } from './reporters/pretty';
import type { CheckedFile, Reporter, Totals } from './reporters/reporter';
import { sarifReporter } from './reporters/sarif';
import { RuleCounts } from './ruleCounts';
import { ruleFailures } from './ruleFailures';
import { colorsFor, print } from './terminal';
import { version } from './version';

/** `letters check`: says what the rules find. */
export async function check(args: Arguments): Promise<number> {
  const mostWarnings = readMostWarnings(args.text('max-warnings'));
  const reporter = reporterFor(args.text('format') ?? 'pretty', args.flag('summary'));
  const counts = new RuleCounts();
  const totals: Totals = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  const report = async (checked: CheckedFile) => {
    totals.files++;
    for (const { severity } of checked.findings) totals[severity]++;
    counts.add(checked.findings);
    await print(reporter.file(checked));
  };

  const failed = ruleFailures();
  await print(reporter.begin());
  const failures = await readLetters(args, async ({ path, text, setup, problems }) => {
    for (const problem of problems) await report(problem);
    const findings = checkLetter(parseLetter(text, setup.profile), setup, failed);
    await report({ path, lines: new LineIndex(text), findings });
  });
  await print(reporter.end(totals, counts.all(), failures));

  if (failures.length > 0) return exitCodes.unusable;
  return totals.error > 0 || totals.warning > mostWarnings ? exitCodes.findings : exitCodes.good;
}

function reporterFor(format: string, hasSummary: boolean): Reporter {
  if (format === 'json') return jsonReporter();
  if (format === 'sarif') return sarifReporter(version(), readPage);
  return format === 'github' ? githubReporter() : prettyReporter(colorsFor(process.stdout), hasSummary);
}

function readMostWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings needs a whole number, not "${text}".`);
  return Number(text);
}
