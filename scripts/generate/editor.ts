import { grammar } from '../generate-grammar.mjs';
import { snippets } from '../generate-snippets.mjs';

/** What the editor itself reads: the grammar and the snippets. */
export function outputs(): Record<string, string> {
  return { ...grammar(), ...snippets() };
}
