import type { Arguments } from '../arguments';
import type { FileError } from '../errors';
import { exitCodes } from '../exitCodes';
import { type Job, jobsOf } from '../input/jobs';
import type { FolderFiles } from '../input/paths';
import { sayProblems } from '../problems';
import { checkedFile } from '../reporters/reporter';
import type { Results, Task } from '../tasks/task';
import { throughAll } from '../tasks/throughAll';
import { threadsFor } from '../tasks/workers';
import { clearStatus, count, print, say, showStatus, visiblePath } from '../terminal';
import { checkFree, createFile } from './createFile';
import { whenInterrupted } from './interruption';
import { type Target, targetsOf } from './targets';

/** How a command makes a file of each letter it is given. */
export interface Making<T extends Task> {
  /** `exported` */
  readonly done: string;
  /** Of the files made, with its dot. */
  readonly ending: string;
  readonly folderFiles?: FolderFiles;
  /** So many letters are worth threads. */
  readonly fewest: number;
  task(job: Job): T;
  /** Null where the letter is withheld. */
  content(result: Results[T['kind']]): string | Uint8Array | null;
  /** What is to be said of a letter: sentences. */
  notes(result: Results[T['kind']]): readonly string[];
}

/** Makes the files, says which, and returns the exit code. Nothing is replaced without `--overwrite`. */
export async function makeFiles<T extends Task>(args: Arguments, making: Making<T>): Promise<number> {
  const found = await jobsOf(args, making.folderFiles);
  const isAlone = args.positionals.length === 1;
  const planned = targetsOf(found.jobs, args.text('output'), making.ending, isAlone);
  for (const failure of planned.failures) say(failure.message);
  const run = new Run(making, planned.targets.length, args.flag('overwrite'));
  const unspeak = whenInterrupted(() => run.sayInterrupted());
  let failures: FileError[];
  try {
    failures = await run.through(planned.targets, threadsFor(args, planned.targets.length, making.fewest));
  } finally {
    unspeak();
    clearStatus();
  }
  failures.unshift(...found.failures, ...planned.failures);
  if (args.text('output') !== '-') {
    await print(`${run.made} of ${count(run.made + run.withheld + failures.length, 'letter')} ${making.done}\n`);
  }
  if (failures.length > 0) return exitCodes.unusable;
  return run.withheld > 0 || run.hasProblems ? exitCodes.findings : exitCodes.good;
}

class Run<T extends Task> {
  made = 0;
  withheld = 0;
  hasProblems = false;
  private written = 0;
  private seen = 0;

  constructor(
    private readonly making: Making<T>,
    private readonly total: number,
    private readonly mayReplace: boolean,
  ) {}

  through(targets: readonly Target<Job>[], threads: number): Promise<FileError[]> {
    return throughAll(targets, threads, {
      before: async ({ file, path }) => {
        if (file !== null) await checkFree(file, path, this.mayReplace);
      },
      task: ({ input }: Target<Job>): T => this.making.task(input),
      use: (result, target) => this.write(result, target),
      report: (result, target) => this.report(result, target),
      configuration: async problems => {
        if (sayProblems([checkedFile(problems)])) this.hasProblems = true;
      },
    });
  }

  sayInterrupted(): void {
    say(`Interrupted: ${this.written} of ${count(this.total, 'letter')} ${this.making.done}, each of them whole.`);
  }

  private async write(result: Results[T['kind']], { file, path }: Target<Job>): Promise<void> {
    const content = this.making.content(result);
    if (content === null) return;
    if (file === null) await print(content);
    else await createFile(file, content, path, this.mayReplace);
    this.written++;
  }

  private async report(result: Results[T['kind']] | null, { input, file, path }: Target<Job>): Promise<void> {
    this.seen++;
    if (result !== null) {
      for (const note of this.making.notes(result)) say(`${visiblePath(input.path)}: ${note}`);
      if (this.making.content(result) === null) this.withheld++;
      else {
        this.made++;
        if (file !== null) await print(`${visiblePath(input.path)} -> ${visiblePath(path)}\n`);
      }
    }
    if (this.total > 1) showStatus(`${this.seen} of ${this.total} ...`);
  }
}
