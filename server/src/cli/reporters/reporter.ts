import type { LineIndex } from '../../core/output/lineIndex';
import type { Finding, Severity } from '../../core/rules/rule';
import type { FileError } from '../errors';
import type { RuleCount } from '../ruleCounts';

/** A letter, or a file of its configuration, with what was found in it. */
export interface CheckedFile {
  /** As shown to the user, with forward slashes. */
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

export type Totals = Record<'files' | Severity, number>;

/** Writes what was found in one format. Text goes out file by file, so that a run of any length needs little memory. */
export interface Reporter {
  begin(): string;
  file(file: CheckedFile): string;
  end(totals: Totals, counts: readonly RuleCount[], failures: readonly FileError[]): string;
}
