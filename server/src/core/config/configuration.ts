import type { FormatStyle } from '../language/format/format';
import type { Policy } from '../privacy/policy';
import type { Setup } from '../setup';
import { ConfigFiles, type Host } from './configFiles';
import type { Display } from './display';
import { mergeLayers } from './layers';
import type { ConfigurationProblem } from './problem';
import { Reading } from './reading';
import { Setups } from './setups';

/** What a letter is read and checked with, and how. */
export interface Configuration {
  readonly setup: Setup;
  /** Of all that the setup is made of beside the built-in data: equal for equal content. Holds the files' texts: it is long. */
  readonly setupKey: string;
  /** Milliseconds without an edit after which the line being typed is checked too; 0 to check it at once. */
  readonly quietPause: number;
  readonly format: FormatStyle;
  /** Whether the same fact is typed in all its places at once. */
  readonly linkedEditing: boolean;
  readonly display: Display;
  /** Whether letters that are not open are checked too. */
  readonly workspaceDiagnostics: boolean;
  /** Catalogue files that are not built in; a guideline from one names its `origin`. */
  readonly catalogueFiles: readonly CatalogueSource[];
  readonly problems: readonly ConfigurationProblem[];
  /** Every file that was read or looked for: a change of one of them may change the configuration. */
  readonly files: readonly string[];
}

export interface CatalogueSource {
  readonly uri: string;
  readonly text: string;
  readonly origin: string | null;
}

/** A letter, for which a configuration is asked. */
export interface LetterPlace {
  /** Null for a letter that is no file yet. */
  readonly uri: string | null;
  /** The folder the search for a configuration ends at, and that paths must not leave; null if there is none. */
  readonly root: string | null;
}

/** Settings of an editor as it gives them, not yet validated. The command has none. */
export interface LayeredSettings {
  readonly user?: unknown;
  readonly workspace?: unknown;
}

/** What counts whatever is configured. */
export interface Overrides {
  readonly policy?: Policy | undefined;
  /** Rules that are switched off, by their ids. */
  readonly withoutRules?: readonly string[];
}

/** Finds and reads what letters are configured with. Files are kept until they are forgotten. */
export class Configurator {
  private readonly setups = new Setups();
  private files: ConfigFiles;

  constructor(
    private readonly host: Host,
    private readonly overrides: Overrides = {},
  ) {
    this.files = new ConfigFiles(host);
  }

  /** To be called when files may have changed. */
  forgetFiles(): void {
    this.files = new ConfigFiles(this.host);
  }

  /** Fails only without the built-in data: else what is wrong is told among the problems, and the rest counts. */
  async configure(place: LetterPlace, settings: LayeredSettings = {}): Promise<Configuration> {
    const builtIn = await this.host.builtIn();
    const reading = new Reading(this.files, place, builtIn.profiles);
    const merged = mergeLayers(await reading.layers(settings));
    const profile = await reading.profile(merged);
    const catalogues = await reading.catalogues(merged);
    const vocabularies = await reading.vocabularies(merged);
    const listedNames = await reading.names(merged);
    const policy = this.overrides.policy ?? merged.policy;
    const off = (this.overrides.withoutRules ?? []).map(rule => [rule, 'off'] as const);
    const { setup, key, clashes } = this.setups.of({
      ...merged,
      rules: { ...merged.rules, ...Object.fromEntries(off) },
      builtIn,
      profile,
      catalogues,
      vocabularies,
      policy,
      listedNames,
    });
    await reading.clashes(clashes, [...catalogues, ...vocabularies]);
    const { problems, looked } = reading;
    const { quietPause, format, linkedEditing, display, workspaceDiagnostics } = merged;
    const catalogueFiles = catalogues.map(({ uri, text, file }) => ({ uri, text, origin: file.origin }));
    return {
      setup,
      setupKey: key,
      quietPause,
      format,
      linkedEditing,
      display,
      workspaceDiagnostics,
      catalogueFiles,
      problems,
      files: [...looked],
    };
  }
}
