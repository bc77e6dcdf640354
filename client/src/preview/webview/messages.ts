import { isObject } from '../../../../server/src/lsp/messages';
import type { PreviewBlock, PreviewResult } from '../../../../server/src/lsp/previewMessages';

/** What the extension and the page of a preview tell each other. Each side reads what comes with the guards below. */

export type Appearance = 'paper' | 'theme';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface PageProblem {
  /** Line of the letter, from 0. */
  readonly line: number;
  readonly character: number;
  readonly severity: Severity;
  /** With the severity in words. */
  readonly label: string;
}

/** Lines of the letter count from 0; their fractions are parts of a line. */
export type ToPage =
  /** What has changed since the answer before. */
  | { readonly type: 'letter'; readonly previousResultId: string | null; readonly letter: PreviewResult }
  | { readonly type: 'problems'; readonly problems: readonly PageProblem[] }
  /** The line at the top of the editor. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'appearance'; readonly appearance: Appearance }
  /** Why there is nothing new to show; null when there is again. */
  | { readonly type: 'notice'; readonly text: string | null };

/** A word of a block: the word itself and how many of its kind stand before it there. */
export interface WordPlace {
  readonly text: string;
  readonly before: number;
}

export type FromPage =
  /** It has nothing to show yet. */
  | { readonly type: 'ready' }
  /** It shows this version of the letter now. */
  | { readonly type: 'shown'; readonly version: number }
  /** The line at its top, after its reader scrolled. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** To a block of these lines, as far into it as the fraction says, or to a word of it. */
  | {
      readonly type: 'goToBlock';
      readonly first: number;
      readonly last: number;
      readonly fraction: number;
      readonly word: WordPlace | null;
    }
  | { readonly type: 'goToProblem'; readonly line: number; readonly character: number };

export function readFromPage(value: unknown): FromPage | null {
  if (!isObject(value)) return null;
  const { type, version, line, character, first, last, fraction, word } = value as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if (type === 'shown') return isCount(version) ? { type, version } : null;
  if (type === 'scrolled') return isPlace(line) ? { type, line } : null;
  if (type === 'goToProblem') return isCount(line) && isCount(character) ? { type, line, character } : null;
  if (type !== 'goToBlock' || !isCount(first) || !isCount(last) || !isPlace(fraction)) return null;
  return { type, first, last: Math.max(first, last), fraction: Math.min(1, fraction), word: readWord(word) };
}

function readWord(value: unknown): WordPlace | null {
  if (!isObject(value)) return null;
  const { text, before } = value as Readonly<Record<string, unknown>>;
  return typeof text === 'string' && text !== '' && isCount(before) ? { text, before } : null;
}

export function readToPage(value: unknown): ToPage | null {
  if (!isObject(value)) return null;
  const { type, text, line, appearance, problems, letter, previousResultId } = value as Record<string, unknown>;
  switch (type) {
    case 'scroll':
      return isPlace(line) ? { type, line } : null;
    case 'appearance':
      return appearance === 'paper' || appearance === 'theme' ? { type, appearance } : null;
    case 'notice':
      return typeof text === 'string' || text === null ? { type, text } : null;
    case 'problems':
      return Array.isArray(problems) && problems.every(isProblem) ? { type, problems } : null;
    case 'letter': {
      const previous = typeof previousResultId === 'string' ? previousResultId : null;
      return isLetter(letter) ? { type, previousResultId: previous, letter } : null;
    }
    default:
      return null;
  }
}

function isProblem(value: unknown): value is PageProblem {
  if (!isObject(value)) return false;
  const { line, character, severity, label } = value as Readonly<Record<string, unknown>>;
  const isKnown = severities.some(name => name === severity);
  return isCount(line) && isCount(character) && isKnown && typeof label === 'string';
}

function isLetter(value: unknown): value is PreviewResult {
  if (!isObject(value)) return false;
  const of = value as Readonly<Record<keyof PreviewResult, unknown>>;
  return (
    [of.resultId, of.language, of.title, of.caseNumber].every(text => typeof text === 'string') &&
    [of.version, of.start, of.deleted].every(isCount) &&
    Number.isInteger(of.lineShift) &&
    typeof of.isWhole === 'boolean' &&
    Array.isArray(of.blocks) &&
    of.blocks.every(isBlock) &&
    isHouse(of.house)
  );
}

function isBlock(value: unknown): value is PreviewBlock {
  return isObject(value) && typeof value['html'] === 'string' && isCount(value['first']) && isCount(value['last']);
}

function isHouse(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { letterhead, page, margins, font, size } = value as Readonly<Record<string, unknown>>;
  if (!isObject(margins) || !Array.isArray(letterhead)) return false;
  return (
    letterhead.every(line => typeof line === 'string') &&
    (page === 'letter' || page === 'a4') &&
    (font === 'serif' || font === 'sans') &&
    ['top', 'right', 'bottom', 'left'].every(side => isPlace(margins[side])) &&
    isPlace(size)
  );
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
