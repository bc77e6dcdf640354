import { Worker } from 'node:worker_threads';
import { converterWorker } from '../../../server/src/convert/messages';
import type { StartThread } from './converter';

/** More than any letter needs; a file that wants more ends its thread and not the editor. */
const mostMemory = 1024;

/** @param script path of the converter's bundle for Node */
export function nodeThread(script: string): StartThread {
  return ({ replied, ended }) => {
    const worker = new Worker(script, {
      workerData: converterWorker,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
      execArgv: [],
      env: {},
      // What a library says of a file may quote it: it goes nowhere.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', replied);
    worker.on('error', error => ended(isOutOfMemory(error) ? 'tooLarge' : 'failed'));
    worker.on('exit', () => ended('failed'));
    return {
      post: question => worker.postMessage(question),
      end: () => {
        worker.terminate();
      },
    };
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
