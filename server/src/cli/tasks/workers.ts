import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Arguments } from '../arguments';
import { tracesOf, UsageError } from '../errors';
import { doTask } from './doTask';
import { type Answer, nothing, type Results, type Task } from './task';

/** Does tasks, in this thread or in others. */
export interface Workers {
  /** How many tasks may be under way before the first is done. */
  readonly most: number;
  run<T extends Task>(task: T): Promise<Answer<Results[T['kind']]>>;
  end(): Promise<void>;
}

/** More would wait for each other, and each needs the memory of the language and its data. */
const mostThreads = 16;
/** A thread that keeps more than this after a letter, in bytes, gives way to a new one: the run's length costs no memory. */
const mostMemory = 200_000_000;
/** MB for what a thread has made a moment ago: with more, threads hold more memory and are no faster. */
const youngMemory = 12;
/** A slow letter holds back the results of this many others for each thread. */
const aheadPerThread = 8;

/**
 * How many threads are to work: as many as `--threads` says, else as many as the machine has, but none beside this one
 * where there are fewer than `fewest` tasks: to start threads takes longer than a few tasks do.
 */
export function threadsFor(args: Arguments, tasks: number, fewest: number): number {
  const text = args.text('threads');
  if (text !== undefined && !/^[1-9]\d{0,2}$/.test(text)) {
    throw new UsageError(`--threads needs a whole number from 1, not "${text}".`);
  }
  const wanted = text === undefined ? (tasks < fewest ? 1 : availableParallelism()) : Number(text);
  return Math.min(wanted, mostThreads, Math.max(1, tasks));
}

export async function startWorkers(threads: number): Promise<Workers> {
  // Without what threads begin with, which is installed beside this script, all is done in this one.
  if (threads === 1 || !existsSync(join(__dirname, 'entry', 'worker.js'))) {
    return { most: 1, run: doTask, end: async () => {} };
  }
  const { Tinypool } = await import('tinypool');
  let started: InstanceType<typeof Tinypool> | null = null;
  // Not before the first task: there may be none. This file is part of the command's one script, which gives a worker
  // what it does (see main.ts).
  const start = () =>
    new Tinypool({
      filename: __filename,
      name: 'doTask',
      minThreads: threads,
      maxThreads: threads,
      maxMemoryLimitBeforeRecycle: mostMemory,
      resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
    });
  return {
    most: threads * aheadPerThread,
    run: async task => {
      try {
        started ??= start();
        return await started.run(task);
      } catch (error) {
        return threadEnded(task.path, error);
      }
    },
    end: async () => started?.destroy(),
  };
}

/** The thread itself ended; the pool starts another one. */
function threadEnded(path: string, error: unknown): Answer<never> {
  const { code = null } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return { ...nothing, unexpected: tracesOf(error) };
  return { ...nothing, failures: [{ path, reason: 'It takes more memory than there is: is it a letter?', code }] };
}
