import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Configuration } from '../core/config/configuration';
import type { ConfigurationProblem } from '../core/config/problem';
import { ClientText } from './clientText';
import { severities, source, toRange } from './convert';
import type { Encoding } from './encodedLine';
import type { Log } from './guard';

/** Shows what is wrong with the files that letters are configured by, in those files. */
export class ConfigurationProblems {
  /** What was last published, by file. */
  private readonly published = new Map<string, string>();
  private readonly told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly encoding: Encoding,
    private readonly log: Log,
  ) {}

  /** Shows the problems of the configurations of all open letters, and takes away what is mended. */
  show(configurations: Iterable<Configuration>): void {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const problem of [...configurations].flatMap(({ problems }) => problems)) {
      if (problem.uri === null) this.tell(problem);
      else {
        const file = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
        const diagnostic = toDiagnostic(problem, this.encoding);
        // Several letters share a file: what is wrong with it is shown once.
        byFile.set(problem.uri, file.set(JSON.stringify(diagnostic), diagnostic));
      }
    }
    for (const uri of this.published.keys()) if (!byFile.has(uri)) byFile.set(uri, new Map());
    for (const [uri, diagnostics] of byFile) this.publish(uri, [...diagnostics.values()]);
  }

  private publish(uri: string, diagnostics: Diagnostic[]): void {
    const content = JSON.stringify(diagnostics);
    if (this.published.get(uri) === content) return;
    if (diagnostics.length > 0) this.published.set(uri, content);
    else this.published.delete(uri);
    this.connection.sendDiagnostics({ uri, diagnostics }).catch(error => this.log('configuration', error));
  }

  /** A setting stands in no file that could be shown: it goes to the log, once. */
  private tell({ message }: ConfigurationProblem): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.connection.console.warn(message);
  }
}

function toDiagnostic(problem: ConfigurationProblem, encoding: Encoding): Diagnostic {
  const { uri, text, span, severity, message } = problem;
  const document = ClientText.create(uri ?? '', 'json', 0, text, encoding);
  return { range: toRange(document, span), severity: severities[severity], source, code: 'configuration', message };
}
