import type { House } from '../core/printed/printed';
import { isObject } from './messages';

/** Request from the client: an open letter as it will be sent, block by block; null if it is not open. */
export const previewRequest = 'determinationLetters/preview';
export interface PreviewParams {
  readonly uri: string;
  /** The answer the client has, of which only the change is wanted. */
  readonly previousResultId?: string;
}

/** How to come from the answer before to this one; from no blocks at all where `isWhole`. */
export interface PreviewChange {
  readonly isWhole: boolean;
  /** Blocks before this one are as they were. */
  readonly start: number;
  /** So many blocks, from there, go. */
  readonly deleted: number;
  /** And these come in their place. */
  readonly blocks: readonly PreviewBlock[];
  /** The blocks behind them stand so many lines further down in the letter than before. */
  readonly lineShift: number;
}

export interface PreviewResult extends PreviewChange {
  readonly resultId: string;
  /** Of the letter. */
  readonly version: number;
  readonly house: House;
  /** As BCP 47 has it. */
  readonly language: string;
  readonly title: string;
  readonly caseNumber: string;
}

export interface PreviewBlock {
  /** Of core, with the text escaped; no attributes but classes. */
  readonly html: string;
  /** Lines of the letter that it prints, from 0, both included. */
  readonly first: number;
  readonly last: number;
}

/** Notification to the client: letters may look different now though nobody has edited them. */
export const previewsChanged = 'determinationLetters/previewsChanged';

export function readPreview(value: unknown): PreviewParams | null {
  if (!isObject(value) || typeof value['uri'] !== 'string') return null;
  const { uri, previousResultId } = value as Readonly<Record<string, unknown>> & { readonly uri: string };
  return typeof previousResultId === 'string' ? { uri, previousResultId } : { uri };
}
