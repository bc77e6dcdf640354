import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { convert } from './convert';
import type { ConvertRequest } from './messages';

/* The converter in Node: called in the thread that loads it, or asked by messages where it was started as a worker. */

export { convert };

/** What a worker is started with, so that loading this file in a pool's worker starts nothing. */
export const converterWorker = 'determination-letters-converter';

if (!isMainThread && workerData === converterWorker) {
  const port = parentPort;
  port?.on('message', async ({ id, request }: { readonly id: number; readonly request: ConvertRequest }) => {
    port.postMessage({ id, answer: await convert(request) });
  });
}
