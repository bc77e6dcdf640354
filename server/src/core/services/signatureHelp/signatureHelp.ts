import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import { partAt, placeAt } from '../completion/complete';
import { behindOpening, lineSoFar } from '../completion/guidelineLine';
import type { SignatureHelp } from './signature';
import { sourceHelp } from './sourceHelp';
import { standardHelp } from './standardHelp';

/** Which part of a citation comes next at `offset`; null where no citation is being written. */
export function signatureHelp(letter: Letter, setup: Setup, offset: number): SignatureHelp | null {
  const { start, part } = partAt(letter, offset);
  const { grammar } = setup;
  const line = part.kind === 'item' ? lineSoFar(placeAt(letter, setup, offset), { start, part }) : null;
  if (!line || !grammar) return null;
  const other = behindOpening(line, grammar.other);
  if (other !== null) return sourceHelp(other, grammar);
  const list = behindOpening(line, grammar.standard);
  return list === null ? null : standardHelp(line, list, grammar);
}
