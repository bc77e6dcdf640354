import type { Printed } from '../../core/printed/printed';
import type { ConvertAnswer, Fonts } from '../messages';

export function renderPdf(_printed: Printed, _fonts: Fonts): Promise<ConvertAnswer> {
  return Promise.resolve({ kind: 'refused', problem: 'failed' });
}
