import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { CatalogueEntry } from '../core/services/catalogueTree';
import type { CitationRef } from '../core/services/citationText';
import type { Lack } from '../core/services/lacks';
import type { CheckedValue, HeaderValues, NewLetterForm } from '../core/services/newLetter';
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
  const uri = readUri(value);
  const today = isObject(value) ? value['today'] : undefined;
  return uri !== null && typeof today === 'string' ? { uri, today } : null;
}

/**
 * Entries of the catalogue, as the letter of this URI has it; of a letter that is not open, as one there would have it:
 * the children of a citation, what is found for a query, or else every guideline.
 */
export const catalogueRequest = 'determinationLetters/catalogue';
export interface CatalogueParams {
  readonly uri: string;
  readonly of?: CitationRef;
  readonly query?: string;
}
export type CatalogueResult = readonly CatalogueEntry[];

/**
 * A citation in the style of the letter of this URI; null where the catalogue does not have it. With a position in an
 * open letter also the edit that cites it there.
 */
export const citationRequest = 'determinationLetters/citation';
export interface CitationParams {
  readonly uri: string;
  readonly citation: CitationRef;
  readonly position?: Position;
}
export interface CitationResult {
  readonly text: string;
  readonly edit: TextEdit | null;
}

/** What to ask before a letter is begun at this URI. */
export const newLetterFormRequest = 'determinationLetters/newLetterForm';
export interface NewLetterFormParams {
  readonly uri: string;
}
export type NewLetterFormResult = NewLetterForm;

/** One of the values of the new letter's header, read beside the others. */
export const headerValueRequest = 'determinationLetters/headerValue';
export interface HeaderValueParams extends NewLetterParams {
  readonly label: string;
}
export type HeaderValueResult = CheckedValue;

/** The new letter. */
export const newLetterRequest = 'determinationLetters/newLetter';
export interface NewLetterParams {
  readonly uri: string;
  readonly values: HeaderValues;
  readonly services: readonly string[];
}
export interface NewLetterResult {
  readonly text: string;
}

export function readUri(value: unknown): string | null {
  return isObject(value) && typeof value['uri'] === 'string' ? value['uri'] : null;
}

export function readCatalogue(value: unknown): CatalogueParams | null {
  const uri = readUri(value);
  if (uri === null || !isObject(value)) return null;
  const of = readCitationRef(value['of']);
  const query = value['query'];
  return { uri, ...(of && { of }), ...(typeof query === 'string' && { query }) };
}

export function readCitation(value: unknown): CitationParams | null {
  const uri = readUri(value);
  const citation = isObject(value) ? readCitationRef(value['citation']) : null;
  if (uri === null || !isObject(value) || !citation) return null;
  const position = readPosition(value['position']);
  return { uri, citation, ...(position && { position }) };
}

/** What names an entry of the catalogue, wherever it comes from: a view, a drop. */
export function readCitationRef(value: unknown): CitationRef | null {
  if (!isObject(value)) return null;
  const { guideline, section, page } = value as Readonly<Record<keyof CitationRef, unknown>>;
  if (typeof guideline !== 'string') return null;
  return {
    guideline,
    ...(typeof section === 'string' && { section }),
    ...(typeof page === 'string' && { page }),
  };
}

function readPosition(value: unknown): Position | null {
  if (!isObject(value)) return null;
  const { line, character } = value as { readonly line?: unknown; readonly character?: unknown };
  const isCount = (count: unknown): count is number => Number.isInteger(count) && Number(count) >= 0;
  return isCount(line) && isCount(character) ? { line, character } : null;
}

export function readNewLetter(value: unknown): NewLetterParams | null {
  const uri = readUri(value);
  if (uri === null || !isObject(value)) return null;
  const given = isObject(value['values']) ? value['values'] : {};
  const values = Object.fromEntries(Object.entries(given).map(([label, text]) => [label, oneLine(text)]));
  const services = Array.isArray(value['services']) ? value['services'].map(oneLine) : [];
  return { uri, values, services: services.filter(service => service !== '') };
}

export function readHeaderValue(value: unknown): HeaderValueParams | null {
  const params = readNewLetter(value);
  const label = isObject(value) ? value['label'] : undefined;
  return params && typeof label === 'string' ? { ...params, label } : null;
}

/** Longer values are no values: a header is short. */
const longest = 1000;

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longest).replace(/\s+/g, ' ').trim() : '';
}
