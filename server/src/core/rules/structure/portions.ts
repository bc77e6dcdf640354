import type { CompiledProfile } from '../../profile/compiled';
import { findTemplate, type Template, type TemplateMatch } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import type { Span } from '../../text/span';

/** The three portions that a title names; the first two are null where their sentences are not there. Spans count in its text. */
export interface Portions {
  readonly original: Span | null;
  readonly authorised: Span | null;
  readonly remaining: Span;
}

/** The portions of a title's text; null where it names no remaining one. */
export function portionsIn(title: string, profile: CompiledProfile): Portions | null {
  const templates = profile.remaining;
  if (!templates) return null;
  const lower = lowerCase(title);
  const original = firstMatch(templates.original, lower, 0);
  const authorised = firstMatch(templates.authorised, lower, original?.end ?? 0);
  const remaining = firstMatch(templates.remaining, lower, authorised?.end ?? original?.end ?? 0)?.values['remaining'];
  if (!remaining) return null;
  return {
    original: original?.values['original'] ?? null,
    authorised: authorised?.values['authorised'] ?? null,
    remaining,
  };
}

function firstMatch(templates: readonly Template[], lower: string, from: number): TemplateMatch | null {
  for (const template of templates) {
    const match = findTemplate(template, lower, from);
    if (match) return match;
  }
  return null;
}
