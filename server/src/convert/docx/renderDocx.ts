import type { Printed } from '../../core/printed/printed';
import type { ConvertAnswer } from '../messages';

export function renderDocx(_printed: Printed): Promise<ConvertAnswer> {
  return Promise.resolve({ kind: 'refused', problem: 'failed' });
}
