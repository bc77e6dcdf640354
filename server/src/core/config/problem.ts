import type { Severity } from '../rules/rule';
import type { Span } from '../text/span';

/** Something wrong with a file that a letter is configured by, or with a setting. */
export interface ConfigurationProblem {
  /** The file; null for a setting, which stands in none that could be shown. */
  readonly uri: string | null;
  /** The text of the file in which `span` counts; empty for a setting. */
  readonly text: string;
  readonly span: Span;
  readonly severity: Severity;
  /** With the path of the field. */
  readonly message: string;
}

/** Names and places from the top of a file to a field in it. */
export type FieldPath = readonly (string | number)[];

/** A message about a field, the way to it in front: `catalogues[1]: …`. */
export function aboutField(path: FieldPath, message: string): string {
  if (path.length === 0) return message;
  const way = path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`));
  return `${way.join('')}: ${message}`;
}
