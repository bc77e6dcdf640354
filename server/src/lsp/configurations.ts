import type { Configuration } from '../core/config/configuration';
import { isSameDisplay } from '../core/config/display';

/** What letters are checked with in the meantime, unless that is cancelled before. */
export interface Instead {
  readonly configuration: Promise<Configuration>;
  cancel(): void;
}

/** The configurations of the open letters: kept until they are read anew. */
export class Configurations {
  private readonly known = new Map<string, Configuration>();
  private readonly loading = new Map<string, Promise<Configuration>>();
  private readonly followers: (() => void)[] = [];

  /**
   * `changed` is told whenever a configuration is another, with the one that counted before, or null. `instead` gives what
   * a letter is checked with where its own configuration takes too long to read, when that is so.
   */
  constructor(
    private readonly load: (uri: string) => Promise<Configuration>,
    private readonly changed: (uri: string, before: Configuration | null, now: Configuration) => void,
    private readonly instead: () => Instead,
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

  /** Switches a rule off for a letter until its configuration is read anew; false for a letter that is not open. */
  switchOff(uri: string, rule: string): boolean {
    const before = this.current(uri);
    if (!before) return false;
    const rules = before.setup.rules.filter(active => active.rule.id !== rule);
    this.set(uri, { ...before, setup: { ...before.setup, rules } });
    return true;
  }

  private read(uri: string): Promise<Configuration> {
    const instead = this.current(uri) ? null : this.instead();
    const read = this.load(uri).then(configuration => {
      instead?.cancel();
      // A later reading, or the end of the letter, makes this one void.
      if (this.loading.get(uri) !== loading) return this.loading.get(uri) ?? configuration;
      this.loading.delete(uri);
      this.set(uri, configuration);
      return configuration;
    });
    const meanwhile = instead?.configuration.then(configuration => {
      if (this.loading.get(uri) === loading && !this.current(uri)) this.set(uri, configuration);
      return this.current(uri) ?? configuration;
    });
    const loading = meanwhile ? Promise.race([read, meanwhile]) : read;
    this.loading.set(uri, loading);
    return loading;
  }

  private set(uri: string, configuration: Configuration): void {
    const before = this.current(uri);
    this.known.set(uri, configuration);
    this.changed(uri, before, configuration);
    if (before && !isSameToSee(before, configuration)) for (const follow of this.followers) follow();
  }
}

function isSameToSee(before: Configuration, now: Configuration): boolean {
  return before.setup === now.setup && isSameDisplay(before.display, now.display);
}
