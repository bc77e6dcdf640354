import { RecentCache } from '../text/recentCache';
import { isWordCharacter } from '../text/words';

/**
 * A sentence of a profile with `{name}` standing for any words, matched by plain string search: no profile can make
 * matching slow. Compared in lower case on folded text.
 */
export interface Template {
  readonly source: string;
  /** Literal pieces in lower case; a placeholder stands between two of them. */
  readonly pieces: readonly string[];
  readonly names: readonly string[];
}

export interface TemplateMatch {
  readonly start: number;
  readonly end: number;
  /** Offsets, in the text matched, of what each placeholder stands for. */
  readonly values: Readonly<Record<string, { readonly start: number; readonly end: number }>>;
}

/** The furthest a placeholder may reach, in UTF-16 units. */
const REACH = 600;

/** Rules compile the same few sentences for every item of a letter. */
const known = new RecentCache<Template>(500);

export function compileTemplate(source: string): Template {
  return known.get(source, compile);
}

function compile(source: string): Template {
  const pieces: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const match of source.matchAll(/\{([a-z][A-Za-z]*)\}/g)) {
    pieces.push(source.slice(at, match.index).replace(/\s+/g, ' ').toLowerCase());
    names.push(match[1] ?? '');
    at = match.index + match[0].length;
  }
  pieces.push(source.slice(at).replace(/\s+/g, ' ').toLowerCase());
  return { source, pieces, names };
}

/**
 * The first match of `template` in `lower`, folded text in lower case, from `from` on, or null. A leading placeholder
 * begins at `from`, a trailing one runs to `to`.
 */
export function findTemplate(template: Template, lower: string, from = 0, to = lower.length): TemplateMatch | null {
  const first = template.pieces[0] ?? '';
  let at = first === '' ? from : lower.indexOf(first, from);
  while (at >= 0 && at + first.length <= to) {
    if (startsWord(lower, at, first)) {
      const match = matchAt(template, lower, at, to);
      if (match) return match;
    }
    if (first === '') return null;
    at = lower.indexOf(first, at + 1);
  }
  return null;
}

function matchAt(template: Template, lower: string, start: number, to: number): TemplateMatch | null {
  const values: Record<string, { start: number; end: number }> = {};
  let end = start + (template.pieces[0] ?? '').length;
  for (const [index, name] of template.names.entries()) {
    const piece = template.pieces[index + 1] ?? '';
    const last = index === template.names.length - 1;
    if (piece === '' && last) {
      values[name] = { start: end, end: to };
      return { start, end: to, values };
    }
    const within = lower.slice(end, Math.min(to, end + REACH + piece.length)).indexOf(piece);
    if (within < 0) return null;
    values[name] = { start: end, end: end + within };
    end += within + piece.length;
  }
  return { start, end, values };
}

function startsWord(text: string, at: number, piece: string): boolean {
  return at === 0 || !isWordCharacter(piece.charCodeAt(0)) || !isWordCharacter(text.charCodeAt(at - 1));
}

/** The template's words with the placeholders filled; unknown ones become `[[name]]`, which the writer has to fill. */
export function fillTemplate(source: string, values: Readonly<Record<string, string>>): string {
  return source.replace(/\{([a-z][A-Za-z]*)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : `[[${name}]]`,
  );
}
