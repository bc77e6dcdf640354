import { convert } from './convert';
import type { ConvertRequest } from './messages';

/* The converter in a browser: a worker, asked by messages. */

self.addEventListener(
  'message',
  async (event: MessageEvent<{ readonly id: number; readonly request: ConvertRequest }>) => {
    const { id, request } = event.data;
    self.postMessage({ id, answer: await convert(request) });
  },
);
