import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { convert } from './convert';
import { type ConvertQuestion, type ConvertReply, converterWorker } from './messages';

/* The converter in Node: called in the thread that loads it, or asked by messages where it was started as a worker. */

export { convert, converterWorker };

if (!isMainThread && workerData === converterWorker) {
  const port = parentPort;
  port?.on('message', async ({ id, request }: ConvertQuestion) => {
    const reply: ConvertReply = { id, answer: await convert(request) };
    port.postMessage(reply);
  });
}
