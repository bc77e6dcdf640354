import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Configuration, Configurator } from '../core/config/configuration';
import type { ConfigurationProblem } from '../core/config/problem';
import type { FormatStyle } from '../core/language/format/format';
import { LineIndex } from '../core/output/lineIndex';
import type { Policy } from '../core/privacy/policy';
import type { Setup } from '../core/setup';
import { FileError } from './errors';
import { shown } from './input/paths';
import { NodeHost } from './nodeHost';
import type { CheckedFile } from './reporters/reporter';

/** What a letter is read and checked with. */
export interface LetterSetup {
  readonly setup: Setup;
  /** Equal where the setup is made of the same. */
  readonly setupKey: string;
  readonly format: FormatStyle;
  /** Files of its configuration with something wrong in them; each problem is told of with the first letter it concerns. */
  readonly problems: readonly CheckedFile[];
  /** Files of its configuration that could not be read, likewise. */
  readonly unreadable: readonly FileError[];
}

/** What the command line chooses, whatever is configured; null where it leaves the choice. */
export interface Chosen {
  readonly policy?: Policy | null;
  /** The name of a profile, or the path of its file. */
  readonly profile?: string | null;
}

/** Finds what letters are configured with. Letters of one folder share it. */
export class LetterSetups {
  private readonly host = new NodeHost();
  private readonly configurator: Configurator;
  private readonly known = new Map<string, Configuration>();
  private readonly told = new Set<string>();

  constructor(private readonly chosen: Chosen = {}) {
    this.configurator = new Configurator(this.host, { policy: chosen.policy ?? undefined });
  }

  /**
   * @param file absolute path of the letter
   * @throws {FileError} if there is no profile such as was chosen
   */
  async of(file: string): Promise<LetterSetup> {
    const folder = dirname(file);
    let configuration = this.known.get(folder);
    if (!configuration) {
      const place = { uri: pathToFileURL(file).href, root: pathToFileURL(rootOf(folder)).href };
      const { profile } = this.chosen;
      configuration = await this.configurator.configure(place, profile ? { workspace: { profile } } : {});
      const wrong = configuration.problems.find(({ uri }) => uri === null);
      if (wrong) throw new FileError(shown(file), wrong.message.replace(/^\S+: /, '--profile: '));
      this.known.set(folder, configuration);
    }
    const fresh = configuration.problems.filter(problem => this.isNew(problem));
    const { setup, setupKey, format } = configuration;
    return { setup, setupKey, format, problems: byFile(fresh), unreadable: this.host.takeUnreadable() };
  }

  private isNew({ uri, span, message }: ConfigurationProblem): boolean {
    const key = JSON.stringify([uri, span, message]);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
  }
}

/** Where the search for a configuration ends: the root of the repository, or, outside of one, the letter's own folder. */
function rootOf(letterFolder: string): string {
  for (let folder = letterFolder; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return letterFolder;
  }
}

function byFile(problems: readonly ConfigurationProblem[]): CheckedFile[] {
  const files = new Map<string, ConfigurationProblem[]>();
  for (const problem of problems) {
    if (problem.uri !== null) files.set(problem.uri, [...(files.get(problem.uri) ?? []), problem]);
  }
  return [...files].map(([uri, found]) => ({
    path: shown(fileURLToPath(uri)),
    lines: new LineIndex(found[0]?.text ?? ''),
    findings: found
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ severity, span, message }) => {
        return { rule: 'configuration', severity, span, message, related: [], fixes: () => [], at: null };
      }),
    decided: null,
  }));
}
