import type { BuiltIn } from '../core/builtIn';
import type { Clock } from '../core/services/quiet';

/** What differs between Node and a browser's worker. */
export interface Platform {
  readonly clock: Clock;
  /** Calls back as soon as the messages that have arrived are handled. */
  soon(callback: () => void): void;
  /** Told whenever a letter was checked. */
  checked?(): void;
  /** The data that come with the product, for clients that do not hand them over. */
  builtIn(): Promise<BuiltIn>;
  /** The text of a file, or null if it cannot be read here, or stands in none of the folders `within`, links followed. */
  readText(uri: string, within?: readonly string[]): Promise<string | null>;
  /** The letters of a folder and those below it, at most `most`; none where folders cannot be read here. */
  listLetters(folder: string, most: number): Promise<readonly string[]>;
  /** The folder with the pages of the rules, ending in a slash, or null if it is not known. */
  readonly rulePages: string | null;
}
