import type { Range } from 'vscode-languageserver';
import type { Beside, Imported } from '../core/import/importLetter';
import type { Printed } from '../core/printed/printed';
import { type Policy, policies } from '../core/privacy/policy';
import type { RedactedLetter } from '../core/services/redact';
import { isObject, mostText } from './messages';

/** Requests by which letters go out as files of other kinds, and come in from them. Any client may send them. */

/** A letter, open or not, or a redacted copy of it. */
export interface CopyParams {
  readonly uri: string;
  /** What the copy leaves out; the letter itself where there is none. */
  readonly redact?: Policy;
}

/** What stands against sending it; null where there is no such letter, or it cannot be read. */
export const unfinishedRequest = 'determinationLetters/unfinished';
export interface UnfinishedResult {
  /** In the order of the letter. */
  readonly errors: readonly UnfinishedError[];
  readonly placeholders: readonly UnfinishedPlaceholder[];
}
export interface UnfinishedError {
  readonly message: string;
  readonly range: Range;
}
export interface UnfinishedPlaceholder {
  /** With its brackets. */
  readonly text: string;
  readonly range: Range;
}

/** The letter as it is sent, for a program to lay out, or as a text; null where there is no such letter. */
export const printRequest = 'determinationLetters/print';
export const printForms = ['printed', 'html', 'text', 'letter'] as const;
export type PrintForm = (typeof printForms)[number];
export interface PrintParams extends CopyParams {
  readonly form: PrintForm;
}
export interface PrintResult {
  /** What was asked for: laid out, or a text. */
  readonly content: Printed | string;
  /** What a redacted copy leaves out; null where it is the letter itself. */
  readonly removed: Removed | null;
}
export type Removed = Omit<RedactedLetter, 'text'>;

/** Makes a letter of the text of a file, as one beside that file would be configured; null where it cannot. */
export const importRequest = 'determinationLetters/import';
export interface ImportParams {
  /** Of the file. */
  readonly uri: string;
  readonly text: string;
  /** What stands in the file beside its text. */
  readonly beside: readonly Beside[];
}
export type ImportResult = Omit<Imported, 'edits'>;

export function readCopy(value: unknown): CopyParams | null {
  if (!isObject(value) || typeof value['uri'] !== 'string') return null;
  const asked = value['redact'];
  if (asked === undefined) return { uri: value['uri'] };
  const redact = policies.find(policy => policy === asked);
  // Nobody who asks for a redacted copy in words that make no sense wants the letter itself.
  return redact ? { uri: value['uri'], redact } : null;
}

export function readPrint(value: unknown): PrintParams | null {
  const copy = readCopy(value);
  const form = isObject(value) ? printForms.find(each => each === value['form']) : undefined;
  return copy && form ? { ...copy, form } : null;
}

export function readImport(value: unknown): ImportParams | null {
  if (!isObject(value)) return null;
  const { uri, text, beside } = value as Readonly<Record<keyof ImportParams, unknown>>;
  if (typeof uri !== 'string' || typeof text !== 'string' || text.length > mostText) return null;
  return { uri, text, beside: Array.isArray(beside) ? beside.filter(isBeside) : [] };
}

function isBeside(value: unknown): value is Beside {
  if (!isObject(value)) return false;
  const { what, page, text } = value as Readonly<Record<keyof Beside, unknown>>;
  return typeof what === 'string' && typeof text === 'string' && (page === null || Number.isInteger(page));
}
