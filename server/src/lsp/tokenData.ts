import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Token, tokenModifiers, tokenTypes } from '../core/services/semanticTokens/token';

/** Five numbers a token: lines and characters from the token before, length, type, modifiers as bits. */
export function encodeTokens(text: TextDocument, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifier } of tokens) {
    const at = text.positionAt(span.start);
    const ahead = at.line === line ? at.character - character : at.character;
    const bits = modifier === null ? 0 : 1 << tokenModifiers.indexOf(modifier);
    // A token stands on one line; how long it is depends on what the client counts.
    const length = text.positionAt(span.end).character - at.character;
    data.push(at.line - line, ahead, length, tokenTypes.indexOf(type), bits);
    ({ line, character } = at);
  }
  return data;
}

/** The tokens last sent of each letter, so that the next time what changed is enough. */
export class SentTokens<K extends object> {
  private readonly sent = new WeakMap<K, { readonly id: string; readonly data: readonly number[] }>();
  private ids = 0;

  full(of: K, data: number[]): SemanticTokens {
    const resultId = String(++this.ids);
    this.sent.set(of, { id: resultId, data });
    return { resultId, data };
  }

  /** What changed since the result `previous`; all, where that is not the one that was sent last. */
  since(of: K, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.sent.get(of);
    const full = this.full(of, data);
    return before?.id === previous ? { resultId: full.resultId ?? '', edits: changes(before.data, data) } : full;
  }
}

/** One edit, from the first number that differs to the last; none where all are the same. */
function changes(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - same - start;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
