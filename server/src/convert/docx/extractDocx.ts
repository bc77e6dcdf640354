import type { ConvertAnswer } from '../messages';

export function extractDocx(_bytes: Uint8Array): Promise<ConvertAnswer> {
  return Promise.resolve({ kind: 'refused', problem: 'failed' });
}
