import { convert } from './convert';
import type { ConvertQuestion, ConvertReply } from './messages';

/* The converter in a browser: a worker, asked by messages. */

self.addEventListener('message', async ({ data: { id, request } }: MessageEvent<ConvertQuestion>) => {
  const reply: ConvertReply = { id, answer: await convert(request) };
  self.postMessage(reply);
});
