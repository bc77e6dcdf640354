import type { Configuration } from '../core/config/configuration';

/** The configurations of the open letters: kept for as long as nothing they come from changes. */
export class Configurations {
  private readonly known = new Map<string, Configuration>();
  private readonly loading = new Map<string, Promise<Configuration>>();

  constructor(
    private readonly load: (uri: string) => Promise<Configuration>,
    private readonly changed: (uri: string) => void,
  ) {}

  /** The configuration of a letter, or null while it is being read for the first time. */
  current(uri: string): Configuration | null {
    return this.known.get(uri) ?? null;
  }

  /** The configuration of a letter, read if it is not known yet. */
  async of(uri: string): Promise<Configuration> {
    return this.known.get(uri) ?? this.loading.get(uri) ?? this.read(uri);
  }

  /** Reads anew what the open letters are configured with; until then they keep what they have. */
  async reload(uris: readonly string[]): Promise<void> {
    await Promise.all(uris.map(uri => this.read(uri)));
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.loading.delete(uri);
  }

  private read(uri: string): Promise<Configuration> {
    const loading = this.load(uri).then(configuration => {
      // A later reading, or the end of the letter, makes this one void.
      if (this.loading.get(uri) !== loading) return this.loading.get(uri) ?? configuration;
      this.loading.delete(uri);
      const before = this.known.get(uri);
      this.known.set(uri, configuration);
      if (before !== configuration) this.changed(uri);
      return configuration;
    });
    this.loading.set(uri, loading);
    return loading;
  }
}
