import { defaultConfiguration } from '../core/config/configuration';
import type { Setup } from '../core/setup';
import type { CheckedFile } from './reporters/reporter';

/** What a letter is read and checked with, and the files of its configuration that are broken. */
export interface LetterSetup {
  readonly setup: Setup;
  /** Each broken file is told of once, with the first letter that it concerns. */
  readonly problems: readonly CheckedFile[];
}

export class Setups {
  /** @param file absolute path of the letter */
  async forLetter(file: string): Promise<LetterSetup> {
    void file;
    return { setup: defaultConfiguration().setup, problems: [] };
  }
}
