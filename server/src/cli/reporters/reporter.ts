import { LineIndex } from '../../core/output/lineIndex';
import type { Finding, Severity } from '../../core/rules/rule';
import type { FileError } from '../errors';
import type { RuleCount } from '../ruleCounts';
import type { FoundProblems, PrintedPlace } from '../tasks/task';

/** A letter, or a file of its configuration, with what was found in it. */
export interface CheckedFile {
  /** As shown to the user, with forward slashes. */
  readonly path: string;
  /** Of a letter of another format, those of the markup that was made of it. */
  readonly lines: LineIndex;
  readonly findings: readonly CheckedFinding[];
  /** Day of the decision as the header has it, yyyy-mm-dd; null where it has none. */
  readonly decided: string | null;
}

export interface CheckedFinding extends Finding {
  /** Where it stands in a letter of another format, of which a reader sees no lines; null in markup. */
  readonly at: PrintedPlace | null;
}

export type Totals = Record<'files' | Severity, number>;

/** Writes what was found in one format. Text goes out file by file, so that a run of any length needs little memory. */
export interface Reporter {
  begin(): string;
  file(file: CheckedFile): string;
  end(totals: Totals, counts: readonly RuleCount[], failures: readonly FileError[]): string;
}

export function checkedFile({ path, text, problems, decided }: FoundProblems): CheckedFile {
  const findings = problems.map(({ fixes, ...problem }) => ({ ...problem, fixes: () => fixes }));
  return { path, lines: new LineIndex(text), findings, decided };
}

/** `page 3, item 2`, as people count them; empty where neither is known. */
export function placeText(at: PrintedPlace | null): string {
  const parts = [at?.page == null ? '' : `page ${at.page}`, at?.item == null ? '' : `item ${at.item + 1}`];
  return parts.filter(Boolean).join(', ');
}
