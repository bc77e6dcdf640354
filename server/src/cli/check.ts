import type { Policy } from '../core/privacy/policy';
import type { Arguments } from './arguments';
import type { Baseline } from './baseline';
import type { CheckCache } from './cache/checkCache';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { type Job, jobsOf } from './input/jobs';
import { LetterSetups } from './letterSetups';
import { readPage } from './pages';
import { csvReporter } from './reporters/csv';
import { githubReporter } from './reporters/github';
import { htmlReporter } from './reporters/html';
import { jsonReporter } from './reporters/json';
import { prettyReporter } from './reporters/pretty';
import { type CheckedFile, checkedFile, type Reporter, type Totals } from './reporters/reporter';
import { sarifReporter } from './reporters/sarif';
import { RuleCounts } from './ruleCounts';
import type { CheckTask } from './tasks/task';
import { type Handling, throughAll } from './tasks/throughAll';
import { threadsFor } from './tasks/workers';
import { clearStatus, colorsFor, count, print, say, showStatus } from './terminal';
import { version } from './version';

/** So many letters are worth threads: to start them takes about as long as to check these. */
const fewestForThreads = 40;

/** `letters check`: says what the rules find. */
export async function check(args: Arguments): Promise<number> {
  const mostWarnings = readMostWarnings(args.text('max-warnings'));
  const policy = (args.text('policy') as Policy | undefined) ?? null;
  const reporter = reporterFor(args.text('format') ?? 'pretty', args.flag('summary'));
  const known = args.text('baseline');
  // What reads a report is loaded only for one.
  const baseline = known === undefined ? null : await (await import('./baseline')).readBaseline(known);
  const cacheFile = args.text('cache');
  const cache = cacheFile === undefined ? null : await (await import('./cache/checkCache')).CheckCache.open(cacheFile);
  const counts = new RuleCounts();
  const totals: Totals = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  const report = async (all: CheckedFile) => {
    const checked = baseline ? baseline.newIn(all) : all;
    totals.files++;
    for (const { severity } of checked.findings) totals[severity]++;
    counts.add(checked.findings);
    await print(reporter.file(checked));
  };

  await print(reporter.begin());
  const { jobs, failures } = await jobsOf(args);
  const all = [...failures];
  let seen = 0;
  const failed = await throughAll(jobs, threadsFor(args, jobs.length, fewestForThreads), {
    task: ({ path, file, source }): CheckTask => ({
      kind: 'check',
      path,
      file,
      source,
      policy,
      isKept: cache !== null,
    }),
    ...(cache && (await remembering(cache, policy))),
    configuration: problems => report(checkedFile(problems)),
    report: async result => {
      seen++;
      if (result) await report(checkedFile(result));
      if (jobs.length > 1) showStatus(`${seen} of ${jobs.length} ...`);
    },
  });
  clearStatus();
  await cache?.save();
  all.push(...failed);
  await print(reporter.end(totals, counts.all(), all));
  sayKnown(baseline);

  if (all.length > 0) return exitCodes.unusable;
  return totals.error > 0 || totals.warning > mostWarnings ? exitCodes.findings : exitCodes.good;
}

/** Checks no letter that the cache knows, and lets it keep what is found in the others. */
async function remembering(cache: CheckCache, policy: Policy | null): Promise<Remembering> {
  const { knownAnswer } = await import('./cache/knownAnswer');
  const setups = new LetterSetups({ policy });
  return {
    known: task => knownAnswer(task, cache, setups),
    use: async found => {
      if (found.cacheKey !== null) cache.put(found.cacheKey, found);
    },
  };
}

type Remembering = Required<Pick<Handling<Job, CheckTask>, 'known' | 'use'>>;

function reporterFor(format: string, hasSummary: boolean): Reporter {
  switch (format) {
    case 'json':
      return jsonReporter();
    case 'sarif':
      return sarifReporter(version(), readPage);
    case 'github':
      return githubReporter();
    case 'csv':
      return csvReporter();
    case 'html':
      return htmlReporter(version());
    default:
      return prettyReporter(colorsFor(process.stdout), hasSummary);
  }
}

/** A clean report must not be taken for clean letters. */
function sayKnown(baseline: Baseline | null): void {
  if (baseline && baseline.known > 0) say(`${count(baseline.known, 'problem')} of the baseline left out.`);
}

function readMostWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings needs a whole number, not "${text}".`);
  return Number(text);
}
