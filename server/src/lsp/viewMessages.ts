import type { Range } from 'vscode-languageserver';
import type { Lack } from '../core/services/lacks';
import type { Readiness, ReadinessDeadline, ReadinessPart } from '../core/services/readiness';
import { isObject } from './messages';

/** Requests with which the product's own clients fill their views. Any client may send them. */

/** How far an open letter is from going out; null if it is not open. */
export const readinessRequest = 'determinationLetters/readiness';
export interface ReadinessParams {
  readonly uri: string;
  /** yyyy-mm-dd, where the writer is. */
  readonly today: string;
}
export type ReadinessResult = Omit<Readiness, 'deadline' | 'parts' | 'lacks'> & {
  readonly deadline: (Omit<ReadinessDeadline, 'span' | 'last' | 'decided'> & WithDays) | null;
  readonly parts: readonly ReadinessPartResult[];
  /** In the order of the letter. */
  readonly lacks: readonly LackResult[];
};
export type LackResult = Omit<Lack, 'span'> & { readonly range: Range };
export type ReadinessPartResult = Omit<ReadinessPart, 'span' | 'lacks' | 'children'> & {
  readonly range: Range;
  readonly lacks: readonly LackResult[];
  readonly children: readonly ReadinessPartResult[];
};
interface WithDays {
  readonly range: Range;
  /** yyyy-mm-dd */
  readonly last: string;
  readonly decided: string | null;
}

export function readReadiness(value: unknown): ReadinessParams | null {
  if (!isObject(value)) return null;
  const { uri, today } = value as { readonly uri?: unknown; readonly today?: unknown };
  return typeof uri === 'string' && typeof today === 'string' ? { uri, today } : null;
}
