import { createCatalogue } from '../catalogue/catalogue';
import { builtInProfiles } from '../profile/builtIn';
import type { Profile } from '../profile/schema';
import { createSetup, type Setup } from '../setup';
import type { Vocabulary } from '../vocabulary/schema';

/** What a letter is checked with, and how. */
export interface Configuration {
  readonly setup: Setup;
  /** Milliseconds without an edit after which the line being typed is checked too; 0 to check it at once. */
  readonly quietPause: number;
}

let made: Configuration | null = null;

export function defaultConfiguration(): Configuration {
  made ??= {
    setup: createSetup({
      profile: builtInProfiles[0] as Profile,
      catalogue: createCatalogue([]),
      vocabulary: {} as Vocabulary,
    }),
    quietPause: 2000,
  };
  return made;
}
