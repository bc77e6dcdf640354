import { insertion } from '../../rules/edits';
import type { TextEdit } from '../../text/span';
import type { Snippet } from './refactoring';

/** The content of a new file of snippets for letters. */
export function snippetFile(snippet: Snippet, scope: string): string {
  return `{${entry(snippet, scope)}\n}\n`;
}

/** The edit that adds a snippet to such a file, comments in it left as they are; null where it is no such file. */
export function addSnippet(file: string, snippet: Snippet, scope: string): TextEdit | null {
  const close = file.lastIndexOf('}');
  if (close < 0 || !file.includes('{') || file.indexOf('{') === close) return null;
  const before = file.slice(0, close).trimEnd();
  const needsComma = !before.endsWith('{') && !before.endsWith(',');
  return insertion(before.length, `${needsComma ? ',' : ''}${entry(snippet, scope)}`);
}

function entry({ name, text }: Snippet, scope: string): string {
  const prefix = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const body = [text.replace(/[\\$}]/g, character => `\\${character}`)];
  const value = JSON.stringify({ scope, prefix, body }, null, 2).replaceAll('\n', '\n  ');
  return `\n  ${JSON.stringify(name)}: ${value}`;
}
