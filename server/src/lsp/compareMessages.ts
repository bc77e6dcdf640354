import type { Range } from 'vscode-languageserver';
import type { Change, ChangeGroup } from '../core/compare/comparison';
import { isObject, mostText } from './messages';

/** What two letters say differently; null where one of them is neither given nor open. Any client may ask. */
export const compareRequest = 'determinationLetters/compare';
export interface CompareParams {
  readonly before: ComparedLetter;
  readonly after: ComparedLetter;
}
export interface ComparedLetter {
  readonly uri: string;
  /** Left out, the letter of this URI that is open. */
  readonly text?: string;
}
export interface CompareResult {
  /** The weightiest first. */
  readonly groups: readonly ChangeGroupResult[];
}
export type ChangeGroupResult = Omit<ChangeGroup, 'before' | 'after' | 'changes'> & {
  readonly before: PartPlaceResult | null;
  readonly after: PartPlaceResult | null;
  readonly changes: readonly ChangeResult[];
};
export interface PartPlaceResult {
  readonly index: number;
  readonly range: Range;
}
export type ChangeResult = Omit<Change, 'before' | 'after'> & {
  readonly before: SaidResult | null;
  readonly after: SaidResult | null;
};
export interface SaidResult {
  readonly text: string;
  readonly range: Range;
}

export function readCompare(value: unknown): CompareParams | null {
  if (!isObject(value)) return null;
  const before = readLetter(value['before']);
  const after = readLetter(value['after']);
  return before && after && { before, after };
}

function readLetter(value: unknown): ComparedLetter | null {
  if (!isObject(value)) return null;
  const { uri, text } = value as Readonly<Record<keyof ComparedLetter, unknown>>;
  if (typeof uri !== 'string') return null;
  if (text === undefined) return { uri };
  return typeof text === 'string' && text.length <= mostText ? { uri, text } : null;
}
