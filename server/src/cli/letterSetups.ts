import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Configuration, Configurator, type Overrides } from '../core/config/configuration';
import type { ConfigurationProblem } from '../core/config/problem';
import type { FormatStyle } from '../core/language/format/format';
import { LineIndex } from '../core/output/lineIndex';
import type { Setup } from '../core/setup';
import type { FileError } from './errors';
import { shown } from './input/paths';
import { NodeHost } from './nodeHost';
import type { CheckedFile } from './reporters/reporter';

/** What a letter is read and checked with. */
export interface LetterSetup {
  readonly setup: Setup;
  readonly format: FormatStyle;
  /** Files of its configuration with something wrong in them; each problem is told of with the first letter it concerns. */
  readonly problems: readonly CheckedFile[];
  /** Files of its configuration that could not be read, likewise. */
  readonly unreadable: readonly FileError[];
}

/** Finds what letters are configured with. Letters of one folder share it. */
export class LetterSetups {
  private readonly host = new NodeHost();
  private readonly configurator: Configurator;
  private readonly known = new Map<string, Configuration>();
  private readonly told = new Set<string>();

  constructor(overrides: Overrides = {}) {
    this.configurator = new Configurator(this.host, overrides);
  }

  /** @param file absolute path of the letter */
  async of(file: string): Promise<LetterSetup> {
    const folder = dirname(file);
    let configuration = this.known.get(folder);
    if (!configuration) {
      const place = { uri: pathToFileURL(file).href, root: pathToFileURL(rootOf(folder)).href };
      configuration = await this.configurator.configure(place);
      this.known.set(folder, configuration);
    }
    const fresh = configuration.problems.filter(problem => this.isNew(problem));
    const { setup, format } = configuration;
    return { setup, format, problems: byFile(fresh), unreadable: this.host.takeUnreadable() };
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
        return { rule: 'configuration', severity, span, message, related: [], fixes: () => [] };
      }),
  }));
}
