import type { ConvertAnswer } from '../messages';

export function extractPdf(_bytes: Uint8Array): Promise<ConvertAnswer> {
  return Promise.resolve({ kind: 'refused', problem: 'failed' });
}
