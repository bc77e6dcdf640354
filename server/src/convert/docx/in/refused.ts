import type { ConvertProblem } from '../../messages';

/** Thrown where a file cannot be read: says why in the converter's terms, and no word of the file. */
export class Refused extends Error {
  constructor(readonly problem: ConvertProblem) {
    super(problem);
  }
}
