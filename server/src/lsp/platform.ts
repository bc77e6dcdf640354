import type { Clock } from '../core/services/quiet';

/** What differs between Node and a browser's worker. */
export interface Platform {
  readonly clock: Clock;
  /** Calls back as soon as the messages that have arrived are handled. */
  soon(callback: () => void): void;
  /** The text of a file, or null if it cannot be read here. */
  readText(uri: string): Promise<string | null>;
  /** The folder with the pages of the rules, ending in a slash, or null if it is not known. */
  readonly rulePages: string | null;
}
