import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IToken, parseRawGrammar, Registry } from 'vscode-textmate';

const [contribution] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.grammars as [
  { path: string; scopeName: string; tokenTypes: Record<string, string> },
];
const grammarFile = contribution.path;

/** The editor's kinds of text, by number. */
const standardTypes = ['other', 'comment', 'string', 'regex'];

/** The grammar as the editor loads it. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync('node_modules/vscode-oniguruma/release/onig.wasm');
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammarWithConfiguration(contribution.scopeName, 1, {
    tokenTypes: Object.fromEntries(
      Object.entries(contribution.tokenTypes).map(([scope, type]) => [scope, standardTypes.indexOf(type)]),
    ),
  });
  if (!grammar) throw new Error(`${grammarFile} was not loaded`);
  return grammar;
}

/** What the editor takes each character of a line for: it suggests nothing while typing in comments and strings. */
export function standardTypesOf(grammar: IGrammar, line: string): string[] {
  const { tokens } = grammar.tokenizeLine2(line, INITIAL);
  const types: string[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const end = tokens[i + 2] ?? line.length;
    const type = standardTypes[((tokens[i + 1] ?? 0) >>> 8) & 3] ?? '';
    while (types.length < end) types.push(type);
  }
  return types;
}

/** The tokens of each line. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): IToken[][] {
  let state = INITIAL;
  return lines.map(line => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens;
  });
}

export function isScope(scope: string, expected: string): boolean {
  return scope === expected || scope.startsWith(`${expected}.`);
}
