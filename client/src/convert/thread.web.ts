import type { ConvertReply } from '../../../server/src/convert/messages';
import type { StartThread } from './converter';

/** @param script address of the converter's bundle for browsers */
export function webThread(script: string): StartThread {
  return ({ replied, ended }) => {
    const worker = new Worker(script);
    worker.onmessage = ({ data }: MessageEvent<ConvertReply>) => replied(data);
    worker.onerror = () => ended('failed');
    return { post: question => worker.postMessage(question), end: () => worker.terminate() };
  };
}
