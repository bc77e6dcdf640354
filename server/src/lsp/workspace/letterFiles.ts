import type { Configuration } from '../../core/config/configuration';
import { folderOf, uriKey } from '../../core/config/uris';
import { maxLetters } from '../../core/workspace/letterIndex';
import type { Client } from '../client';
import { ClientText } from '../clientText';

/** What finds and reads the files of the workspace, wherever they are kept. */
export interface FileHost {
  /** The letters of the workspace, at most `most`; none where they cannot be listed. */
  listLetters(most: number): Promise<readonly string[]>;
  /** Null if there is no such file, or it cannot be read. */
  readText(uri: string): Promise<string | null>;
  configurationAt(uri: string): Promise<Configuration>;
  /** There are more letters than `most`: the others are left out. */
  tooMany(most: number): void;
}

/** A letter that is not open. */
export interface LetterFile {
  readonly text: ClientText;
  readonly configuration: Configuration;
}

/** The letters of the workspace as files: listed once until that is forgotten, and read whenever they are asked for. */
export class LetterFiles {
  private listed: Promise<ReadonlyMap<string, string>> | null = null;
  private readonly folders = new Map<string, Promise<Configuration>>();

  constructor(
    private readonly host: FileHost,
    private readonly client: Pick<Client, 'encoding'>,
  ) {}

  /** The URIs of the letters, by a key that is the same however a URI is written. */
  list(): Promise<ReadonlyMap<string, string>> {
    this.listed ??= this.listAnew();
    return this.listed;
  }

  private async listAnew(): Promise<ReadonlyMap<string, string>> {
    const uris = await this.host.listLetters(maxLetters + 1);
    if (uris.length > maxLetters) this.host.tooMany(maxLetters);
    return new Map(uris.slice(0, maxLetters).map(uri => [uriKey(uri), uri]));
  }

  forgetList(): void {
    this.listed = null;
  }

  /** To be called when configurations may have changed. */
  forgetConfigurations(): void {
    this.folders.clear();
  }

  /** What a letter is configured with: letters of one folder are configured alike. */
  configuration(uri: string): Promise<Configuration> {
    const folder = folderOf(uri);
    const known = this.folders.get(folder) ?? this.host.configurationAt(uri);
    this.folders.set(folder, known);
    return known;
  }

  /** Null if there is no such letter any more, or it cannot be read. */
  async read(uri: string): Promise<LetterFile | null> {
    const content = await this.host.readText(uri);
    if (content === null) return null;
    const text = ClientText.create(uri, 'determination-letter', 0, content, this.client.encoding);
    return { text, configuration: await this.configuration(uri) };
  }
}
