import type { Configuration } from '../core/config/configuration';
import { isSameDisplay } from '../core/config/display';

/** The configurations of the open letters: kept until they are read anew. */
export class Configurations {
  private readonly known = new Map<string, Configuration>();
  private readonly loading = new Map<string, Promise<Configuration>>();
  private readonly followers: (() => void)[] = [];

  /** `changed` is told whenever a configuration was read, with the one that counted before, or null. */
  constructor(
    private readonly load: (uri: string) => Promise<Configuration>,
    private readonly changed: (uri: string, before: Configuration | null, now: Configuration) => void,
  ) {}

  /** The configuration of a letter, or null while it is being read for the first time. */
  current(uri: string): Configuration | null {
    return this.known.get(uri) ?? null;
  }

  /** The configuration of a letter, read if it is not known yet. */
  async of(uri: string): Promise<Configuration> {
    return this.known.get(uri) ?? this.loading.get(uri) ?? this.read(uri);
  }

  /** Calls back whenever what a letter is shown with was read anew, and is not what it was. */
  follow(changed: () => void): void {
    this.followers.push(changed);
  }

  /** The configuration that a letter would have there; not kept where none is open. */
  async at(uri: string): Promise<Configuration> {
    return this.known.get(uri) ?? this.loading.get(uri) ?? this.load(uri);
  }

  /** Those of all letters that are open. */
  all(): Iterable<Configuration> {
    return this.known.values();
  }

  /** Reads anew what these letters are configured with; until then they keep what they have. */
  async reload(uris: readonly string[]): Promise<void> {
    await Promise.all(uris.map(uri => this.read(uri)));
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.loading.delete(uri);
  }

  private read(uri: string): Promise<Configuration> {
    const loading: Promise<Configuration> = this.load(uri).then(configuration => {
      // A later reading, or the end of the letter, makes this one void.
      if (this.loading.get(uri) !== loading) return this.loading.get(uri) ?? configuration;
      this.loading.delete(uri);
      const before = this.current(uri);
      this.known.set(uri, configuration);
      this.changed(uri, before, configuration);
      if (before && !isSameToSee(before, configuration)) for (const follow of this.followers) follow();
      return configuration;
    });
    this.loading.set(uri, loading);
    return loading;
  }
}

function isSameToSee(before: Configuration, now: Configuration): boolean {
  return before.setup === now.setup && isSameDisplay(before.display, now.display);
}
