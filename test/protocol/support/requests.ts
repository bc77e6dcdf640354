import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  InlayHint,
  Position,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  ServerCapabilities,
} from 'vscode-languageserver/node';
import type { TestClient } from './client';
import { goodLetter } from './letters';

/*
 * Every request that an editor makes, with how it is made. The tests of capabilities, position encodings and cancellation
 * run over this table: a feature that is added to the server is added here, which one of them sees to.
 */

export const uri = 'untitled:letter';

/** A letter in which every feature has something to say, with characters of every length before what it says it of. */
export const letter = goodLetter
  .replace('Physical therapy for the neck, 6 visits: Upheld', 'Physical therapy 😀 für the neck, 6 visits,: Upheld')
  .replace('The worker had', 'The wörker — 中文 😀 — had')
  .replace('The guideline supports', 'Señora 😀 See Labor Code 4610.5. The guideline supports')
  .replace('(s): Physical Methods.\n\nDecision', '(s): Physical Methodes.\n\nDecision')
  .replace('# CLINICAL', '#   CLINICAL')
  .replace('Priority: ', 'priority: ');

/** Where things stand in the letter as the client counts. */
export interface Places {
  /** Before or behind these words. */
  before(words: string): Position;
  behind(words: string): Position;
  range(words: string): Range;
  all(): Range;
}

export type Ask = <R>(method: string, params: unknown) => Promise<R>;

export interface FeatureRequest {
  readonly name: string;
  /** What the server offers it with. */
  readonly offered: keyof ServerCapabilities;
  readonly method: string;
  readonly params: (places: Places) => object;
  /** What is asked with the answer, as when an entry of it is chosen. */
  readonly followUp?: (answer: never, ask: Ask) => Promise<unknown>;
  /** Whether it is about edits that only a client can make that is asked to. */
  readonly makesEdits?: true;
}

const textDocument = { uri };
const options = { tabSize: 2, insertSpaces: true };
const context = { diagnostics: [] };

const resolveEach =
  <T>(method: string) =>
  (found: readonly T[] | null, ask: Ask) =>
    Promise.all((found ?? []).map(each => ask(method, each)));

function edited(data: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
  const result = [...data];
  for (const { start, deleteCount, data: inserted } of edits) result.splice(start, deleteCount, ...(inserted ?? []));
  return result;
}

export const requests: readonly FeatureRequest[] = [
  {
    name: 'hover on a citation',
    offered: 'hoverProvider',
    method: 'textDocument/hover',
    params: places => ({ textDocument, position: places.before('Neck and Upper Back') }),
  },
  {
    name: 'hover on a problem',
    offered: 'hoverProvider',
    method: 'textDocument/hover',
    params: places => ({ textDocument, position: places.before(',: Upheld') }),
  },
  {
    name: 'completion of a value',
    offered: 'completionProvider',
    method: 'textDocument/completion',
    params: places => ({ textDocument, position: places.behind('Specialty: Fam') }),
    followUp: (list: CompletionList, ask) => resolveEach<CompletionItem>('completionItem/resolve')(list.items, ask),
  },
  {
    name: 'completion of a citation',
    offered: 'completionProvider',
    method: 'textDocument/completion',
    params: places => ({ textDocument, position: places.behind('MTUS Neck') }),
  },
  {
    name: 'code actions',
    offered: 'codeActionProvider',
    method: 'textDocument/codeAction',
    params: places => ({ textDocument, range: places.range('6 visits,: Upheld'), context }),
    makesEdits: true,
    followUp: (found: readonly CodeAction[], ask) =>
      resolveEach<CodeAction>('codeAction/resolve')(
        found.filter(action => action.data !== undefined && action.edit === undefined && !action.disabled),
        ask,
      ),
  },
  {
    name: 'fix all',
    offered: 'codeActionProvider',
    method: 'textDocument/codeAction',
    params: places => ({ textDocument, range: places.all(), context: { ...context, only: ['source.fixAll'] } }),
    makesEdits: true,
    followUp: (found: readonly CodeAction[], ask) =>
      resolveEach<CodeAction>('codeAction/resolve')(
        found.filter(action => action.data !== undefined && action.edit === undefined && !action.disabled),
        ask,
      ),
  },
  {
    name: 'outline',
    offered: 'documentSymbolProvider',
    method: 'textDocument/documentSymbol',
    params: () => ({ textDocument }),
  },
  {
    name: 'folding',
    offered: 'foldingRangeProvider',
    method: 'textDocument/foldingRange',
    params: () => ({ textDocument }),
  },
  {
    name: 'formatting',
    offered: 'documentFormattingProvider',
    method: 'textDocument/formatting',
    params: () => ({ textDocument, options }),
  },
  {
    name: 'formatting of a range',
    offered: 'documentRangeFormattingProvider',
    method: 'textDocument/rangeFormatting',
    params: places => ({ textDocument, range: places.all(), options }),
  },
  {
    name: 'formatting of what is typed',
    offered: 'documentOnTypeFormattingProvider',
    method: 'textDocument/onTypeFormatting',
    params: places => ({ textDocument, position: places.behind('priority:'), ch: ':', options }),
  },
  {
    name: 'semantic tokens',
    offered: 'semanticTokensProvider',
    method: 'textDocument/semanticTokens/full',
    params: () => ({ textDocument }),
    followUp: async ({ resultId: previousResultId, data }: SemanticTokens, ask) => {
      const next = await ask<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        textDocument,
        previousResultId,
      });
      // All of them are as right as what has changed.
      return { data: 'edits' in next ? edited(data, next.edits) : next.data };
    },
  },
  {
    name: 'semantic tokens of a range',
    offered: 'semanticTokensProvider',
    method: 'textDocument/semanticTokens/range',
    params: places => ({ textDocument, range: places.all() }),
  },
  {
    name: 'inlay hints',
    offered: 'inlayHintProvider',
    method: 'textDocument/inlayHint',
    params: places => ({ textDocument, range: places.all() }),
    followUp: (hints: readonly InlayHint[], ask) =>
      resolveEach<InlayHint>('inlayHint/resolve')(
        hints.filter(({ data }) => data !== undefined),
        ask,
      ),
  },
  {
    name: 'code lenses',
    offered: 'codeLensProvider',
    method: 'textDocument/codeLens',
    params: () => ({ textDocument }),
    followUp: (lenses: readonly CodeLens[], ask) =>
      resolveEach<CodeLens>('codeLens/resolve')(
        lenses.filter(({ command }) => command === undefined),
        ask,
      ),
  },
  {
    name: 'signature help',
    offered: 'signatureHelpProvider',
    method: 'textDocument/signatureHelp',
    params: places => ({ textDocument, position: places.behind('2004, Section(s): ') }),
  },
  {
    name: 'definition',
    offered: 'definitionProvider',
    method: 'textDocument/definition',
    params: places => ({ textDocument, position: places.before('Neck and Upper Back') }),
  },
  {
    name: 'references',
    offered: 'referencesProvider',
    method: 'textDocument/references',
    params: places => ({
      textDocument,
      position: places.before('Neck and Upper Back'),
      context: { includeDeclaration: true },
    }),
  },
  {
    name: 'preparing to rename',
    offered: 'renameProvider',
    method: 'textDocument/prepareRename',
    params: places => ({ textDocument, position: places.before('03/14/2016') }),
  },
  {
    name: 'renaming',
    offered: 'renameProvider',
    method: 'textDocument/rename',
    params: places => ({ textDocument, position: places.before('03/14/2016'), newName: '03/15/2016' }),
  },
  {
    name: 'links',
    offered: 'documentLinkProvider',
    method: 'textDocument/documentLink',
    params: () => ({ textDocument }),
  },
  {
    name: 'highlights',
    offered: 'documentHighlightProvider',
    method: 'textDocument/documentHighlight',
    params: places => ({ textDocument, position: places.before('03/14/2016') }),
  },
  {
    name: 'linked editing',
    offered: 'linkedEditingRangeProvider',
    method: 'textDocument/linkedEditingRange',
    params: places => ({ textDocument, position: places.before('03/14/2016') }),
  },
  {
    name: 'selection',
    offered: 'selectionRangeProvider',
    method: 'textDocument/selectionRange',
    params: places => ({ textDocument, positions: [places.before('visits of'), places.behind('Señora')] }),
  },
  {
    name: 'symbols of the workspace',
    offered: 'workspaceSymbolProvider',
    method: 'workspace/symbol',
    params: () => ({ query: 'CM16' }),
  },
  {
    name: 'readiness',
    offered: 'textDocumentSync',
    method: 'determinationLetters/readiness',
    params: () => ({ uri, today: '2016-11-08' }),
  },
  {
    name: 'the preview',
    offered: 'textDocumentSync',
    method: 'determinationLetters/preview',
    params: () => ({ uri }),
  },
  {
    name: 'the catalogue',
    offered: 'textDocumentSync',
    method: 'determinationLetters/catalogue',
    params: () => ({ uri, query: 'neck' }),
  },
  {
    name: 'a citation to insert',
    offered: 'textDocumentSync',
    method: 'determinationLetters/citation',
    params: places => ({ uri, citation: { guideline: 'acoem2-ch08' }, position: places.behind('😀 See ') }),
  },
  {
    name: 'what to ask for a new letter',
    offered: 'textDocumentSync',
    method: 'determinationLetters/newLetterForm',
    params: () => ({ uri }),
  },
  {
    name: 'a value of a new letter',
    offered: 'textDocumentSync',
    method: 'determinationLetters/headerValue',
    params: () => ({ uri, values: { 'Date of Injury': 'March 14, 2016' }, label: 'Date of Injury' }),
  },
  {
    name: 'a new letter',
    offered: 'textDocumentSync',
    method: 'determinationLetters/newLetter',
    params: () => ({ uri, values: { 'Date of Injury': '03/14/2016' }, services: ['Knee brace 😀'] }),
  },
  {
    name: 'text that is pasted',
    offered: 'textDocumentSync',
    method: 'determinationLetters/cleanPaste',
    params: places => ({ uri, range: places.range('😀 See '), text: 'The records show\n\nno fall.\n\nPage 2 of 3\n' }),
  },
  {
    name: 'a comparison',
    offered: 'textDocumentSync',
    method: 'determinationLetters/compare',
    // Words of one length, so that places in both letters can be told by the lines of the one.
    params: () => ({
      before: { uri: 'untitled:older', text: letter.replace('exercises at home', 'exercises at work') },
      after: { uri },
    }),
  },
  {
    name: 'what stands against sending it',
    offered: 'textDocumentSync',
    method: 'determinationLetters/unfinished',
    params: () => ({ uri }),
  },
  {
    name: 'the letter as it is sent',
    offered: 'textDocumentSync',
    method: 'determinationLetters/print',
    params: () => ({ uri, form: 'html' }),
  },
  {
    name: 'the text of a file, as a letter',
    offered: 'textDocumentSync',
    method: 'determinationLetters/import',
    params: () => ({ uri: 'file:///older.txt', text: letter, beside: [] }),
  },
];

/** Places as the test client counts: in UTF-16. */
export function placesIn(client: TestClient): Places {
  const document = client.document(uri);
  return {
    before: words => client.rangeOf(uri, words).start,
    behind: words => client.positionBehind(uri, words),
    range: words => client.rangeOf(uri, words),
    all: () => ({ start: document.positionAt(0), end: document.positionAt(document.getText().length) }),
  };
}

/** Settings with which everything is shown. */
export const settings = { quietTyping: { pause: 0 }, linkedEditing: true };
