import type { Policy } from '../../core/privacy/policy';
import type { Finding, Fix } from '../../core/rules/rule';
import type { SourceText } from '../input/read';

/*
 * What one letter asks for, and what comes of it: data alone, so that it can be done in another thread.
 */

export const exportFormats = ['pdf', 'docx', 'html', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface TaskBase {
  /** As shown to the user. */
  readonly path: string;
  /** Absolute; of standard input, the path that it is taken to have. */
  readonly file: string;
  /** What standard input held; null for a file, which is read where the task is done. */
  readonly source: SourceText | null;
}

export interface CheckTask extends TaskBase {
  readonly kind: 'check';
  /** Null for the one that is configured. */
  readonly policy: Policy | null;
  /** Whether what is found is to be kept for another run. */
  readonly isKept: boolean;
}

export interface ExportTask extends TaskBase {
  readonly kind: 'export';
  readonly format: ExportFormat;
  /** By which policy what identifies a person is replaced; null where nothing is. */
  readonly redact: Policy | null;
  /** Whether a letter that is not finished is exported too. */
  readonly force: boolean;
}

export interface ImportTask extends TaskBase {
  readonly kind: 'import';
  /** Null for the one that is configured. */
  readonly profile: string | null;
}

export type Task = CheckTask | ExportTask | ImportTask;

/** A finding with its fixes made, and where it stands in the file that the letter was imported from. */
export interface FoundProblem extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly Fix[];
  readonly at: PrintedPlace | null;
}

/** A place in a letter that was imported for the purpose: its lines are not those of the file. */
export interface PrintedPlace {
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** Index of the item, from 0; null outside of the items. */
  readonly item: number | null;
}

/** A letter, or a file of the configuration, and what was found in it. */
export interface FoundProblems {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly FoundProblem[];
  /** Day of the decision as the header has it, yyyy-mm-dd; null where it has none, and for other files. */
  readonly decided: string | null;
  /** Under which it may be kept; null where it may not be. */
  readonly cacheKey: string | null;
}

export interface Exported {
  /** The file's content; null where something stands against sending the letter. */
  readonly content: string | Uint8Array | null;
  /** What stands against sending the letter, each with its line; not looked for where it is forced. */
  readonly against: readonly string[];
  /** What is to be said of what was made. */
  readonly notes: readonly string[];
}

export interface ImportedLetter {
  readonly text: string;
  /** What the writer should look at, and what is left out: sentences without words of the letter. */
  readonly notes: readonly string[];
}

/** By the kind of the task. */
export interface Results {
  readonly check: FoundProblems;
  readonly export: Exported;
  readonly import: ImportedLetter;
}

/** Why something could not be done: a `FileError` as data. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
  readonly code: string | null;
}

export interface Answer<Result> {
  /** Null where it failed. */
  readonly result: Result | null;
  /** Why it failed, and what of the configuration could not be read. */
  readonly failures: readonly Failure[];
  /** Where an error arose that never should. */
  readonly unexpected: string | null;
  /** Problems in files of the configuration that were not told of before. */
  readonly configuration: readonly FoundProblems[];
  /** Ids of rules that failed. */
  readonly failedRules: readonly string[];
}

/** The answer before anything was done. */
export const nothing: Answer<never> = {
  result: null,
  failures: [],
  unexpected: null,
  configuration: [],
  failedRules: [],
};
