import type { BuiltIn } from '../builtIn';
import type { Loaded } from './load';

/** What reads files, whatever they are kept in. */
export interface Host {
  /** The data that come with the product. */
  builtIn(): Promise<BuiltIn>;
  /**
   * The text of the file, or null if there is none or it cannot be read. `within` are folders: the file must stand in one
   * of them also when links are followed.
   */
  readText(uri: string, within?: readonly string[]): Promise<string | null>;
}

/** A file as it was read. */
export interface ConfigFile<T> extends Loaded<T> {
  readonly uri: string;
  readonly text: string;
}

/** Files, each read once for as long as this lives. */
export class ConfigFiles {
  private readonly files = new Map<string, Promise<ConfigFile<unknown> | null>>();

  constructor(private readonly host: Host) {}

  /**
   * The file, read as `load` says, or null if there is none or it is in none of the folders `within`. A file is always
   * read with the same `load`.
   */
  read<T>(
    uri: string,
    load: (text: string) => Promise<Loaded<T>>,
    within?: readonly string[],
  ): Promise<ConfigFile<T> | null> {
    const key = JSON.stringify([uri, within]);
    let file = this.files.get(key) as Promise<ConfigFile<T> | null> | undefined;
    if (!file) {
      file = this.readNow(uri, load, within);
      this.files.set(key, file);
    }
    return file;
  }

  private async readNow<T>(
    uri: string,
    load: (text: string) => Promise<Loaded<T>>,
    within: readonly string[] | undefined,
  ): Promise<ConfigFile<T> | null> {
    const text = await this.host.readText(uri, within).catch(() => null);
    return text === null ? null : { uri, text, ...(await load(text)) };
  }
}
