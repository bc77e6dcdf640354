import { FileError, tracesOf } from '../errors';
import { ruleFailures } from '../ruleFailures';
import { say, saySomethingWrong } from '../terminal';
import { failureOf } from './about';
import { inOrder } from './inOrder';
import { type Answer, type FoundProblems, nothing, type Results, type Task } from './task';
import { startWorkers } from './workers';

/** What is done with each task's result, and with what is wrong with the configuration. */
export interface Handling<Job, T extends Task> {
  /** Runs before a job's task; what it throws is a failure of the job. */
  before?(job: Job): Promise<void>;
  task(job: Job): T;
  /** What is known of a task already, in whose place it is then not done. */
  known?(task: T): Promise<Answer<Results[T['kind']]> | null>;
  /** Runs as soon as a result is there, for several at once. What it throws is a failure of its task. */
  use?(result: Results[T['kind']], job: Job): Promise<void>;
  /** Runs for each task in the order of the jobs; the result is null where it failed. */
  report(result: Results[T['kind']] | null, job: Job): Promise<void>;
  configuration(problems: FoundProblems): Promise<void>;
}

/**
 * Does the task of every job in `threads` threads, and reports in the order of the jobs, whichever is done first. What
 * fails is said on standard error and returned; the others go on.
 */
export async function throughAll<Job, T extends Task>(
  jobs: readonly Job[],
  threads: number,
  { before, task, known, use, report, configuration }: Handling<Job, T>,
): Promise<FileError[]> {
  const workers = await startWorkers(threads);
  const telling = new Telling(configuration);
  const one = async (job: Job) => {
    const todo = task(job);
    let answer: Answer<Results[T['kind']]> = nothing;
    try {
      await before?.(job);
      answer = (await known?.(todo)) ?? (await workers.run(todo));
      if (answer.result !== null) await use?.(answer.result, job);
    } catch (error) {
      answer = { ...answer, result: null, ...failureIn(error) };
    }
    return { job, path: todo.path, answer };
  };
  try {
    for await (const { job, path, answer } of inOrder(jobs, workers.most, one)) {
      await telling.tell(answer, path);
      await report(answer.result, job);
    }
  } finally {
    await workers.end();
  }
  return telling.failures;
}

function failureIn(error: unknown): Pick<Answer<unknown>, 'failures' | 'unexpected'> {
  if (!(error instanceof FileError)) return { failures: [], unexpected: tracesOf(error) };
  return { failures: [failureOf(error)], unexpected: null };
}

/** Says what is to be said beside the results, once each: every thread finds it anew. */
class Telling {
  readonly failures: FileError[] = [];
  private readonly told = new Set<string>();
  private readonly ruleFailed = ruleFailures();

  constructor(private readonly configuration: (problems: FoundProblems) => Promise<void>) {}

  async tell(answer: Answer<unknown>, path: string): Promise<void> {
    for (const rule of answer.failedRules) this.ruleFailed(rule, null);
    for (const problems of answer.configuration) {
      if (this.isNew(problems)) await this.configuration(problems);
    }
    const failures = answer.failures.map(({ path: of, reason, code }) => new FileError(of, reason, code));
    for (const failure of failures) if (this.isNew(failure.message)) this.fail(failure);
    if (answer.unexpected === null) return;
    saySomethingWrong(path, answer.unexpected);
    this.fail(new FileError(path, 'It could not be handled.'));
  }

  private fail(failure: FileError): void {
    this.failures.push(failure);
    say(failure.message);
  }

  private isNew(what: unknown): boolean {
    const key = JSON.stringify(what);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
  }
}
