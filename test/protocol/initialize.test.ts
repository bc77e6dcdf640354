import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover,
  type MarkupContent,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type ClientSetup, TestClient } from './support/client';
import { type EditorClient, editors } from './support/editors';
import { goodLetter, undecided } from './support/letters';

/** The item is not decided, and the summary has the injury on another day than the header. */
const letter = undecided.replace('who hurt his neck on 03/14/2016', 'whose date of injury is 03/15/2016');
const mended = letter.replace('6 visits\n', '6 visits: Upheld\n');

/** Requests of the server, with the capability that lets it make them. */
const allowed: Readonly<Record<string, (capabilities: ClientCapabilities) => boolean | undefined>> = {
  'workspace/configuration': ({ workspace }) => workspace?.configuration,
  'workspace/applyEdit': ({ workspace }) => workspace?.applyEdit,
  'workspace/diagnostic/refresh': ({ workspace }) => workspace?.diagnostics?.refreshSupport,
  'workspace/semanticTokens/refresh': ({ workspace }) => workspace?.semanticTokens?.refreshSupport,
  'workspace/inlayHint/refresh': ({ workspace }) => workspace?.inlayHint?.refreshSupport,
  'workspace/codeLens/refresh': ({ workspace }) => workspace?.codeLens?.refreshSupport,
  'window/workDoneProgress/create': ({ window }) => window?.workDoneProgress,
  'client/registerCapability': () => true,
  'client/unregisterCapability': () => true,
};

/** What the server registers, with the capability that lets it do so. */
const registrable: Readonly<Record<string, (capabilities: ClientCapabilities) => boolean | undefined>> = {
  'workspace/didChangeConfiguration': ({ workspace }) => workspace?.didChangeConfiguration?.dynamicRegistration,
  'workspace/didChangeWatchedFiles': ({ workspace }) => workspace?.didChangeWatchedFiles?.dynamicRegistration,
  'textDocument/diagnostic': ({ textDocument }) => textDocument?.diagnostic?.dynamicRegistration,
};

/* Other editors than VS Code start the server as a process. */

for (const editor of editors) {
  describe(`a client like ${editor.name}`, function () {
    this.timeout(30_000);
    const { capabilities } = editor;
    const { textDocument, workspace } = capabilities;
    let path: string;
    let uri: string;
    let client: TestClient;
    /** Started by a test for itself. */
    let other: TestClient | undefined;

    before(async () => {
      path = mkdtempSync(join(tmpdir(), 'letters '));
      uri = `${pathToFileURL(path).href}/one.letter`;
      client = await start(editor, path, {});
      await client.open(uri, letter);
    });
    afterEach(async () => {
      await other?.stop();
      other = undefined;
    });
    after(async () => {
      await client.stop();
      rmSync(path, { recursive: true });
    });

    it('is told positions in units that it knows', () => {
      const known = capabilities.general?.positionEncodings ?? ['utf-16'];
      assert.equal(client.initialized.capabilities.positionEncoding, known[0]);
    });

    it('gets diagnostics in its way', async () => {
      const pulls = textDocument?.diagnostic !== undefined;
      assert.equal(client.initialized.capabilities.diagnosticProvider !== undefined, pulls);
      const diagnostics = await diagnosticsOf(client, uri);
      assert.deepEqual(diagnostics.map(({ code }) => code).sort(), ['date-conflict', 'missing-decision']);
      const knowsRelated =
        textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation;
      const conflict = diagnostics.find(({ code }) => code === 'date-conflict');
      assert.equal(conflict?.relatedInformation !== undefined, knowsRelated === true);
      assert.match(conflict?.codeDescription?.href ?? '', /date-conflict\.md$/);
    });

    it('gets proposals that it can insert', async () => {
      const position = client.positionBehind(uri, 'MTUS Neck');
      const params = { textDocument: { uri }, position };
      const { items } = await client.request<CompletionList>('textDocument/completion', params);
      assert.ok(items.length > 0);
      const known = textDocument?.completion?.completionItem;
      for (const item of items) {
        assert.ok(item.textEdit !== undefined && 'range' in item.textEdit);
        if (!known?.snippetSupport) assert.notEqual(item.insertTextFormat, 2);
        if (!known?.labelDetailsSupport) assert.equal(item.labelDetails, undefined);
        assert.equal(item.command, undefined, 'it knows no command that brings up the list');
      }
      const described = await client.request<CompletionItem>('completionItem/resolve', items[0]);
      const { kind } = described.documentation as MarkupContent;
      assert.equal(kind === 'markdown', known?.documentationFormat?.includes('markdown') === true);
    });

    it('gets a fix that it can make', async () => {
      const params = {
        textDocument: { uri },
        range: client.rangeOf(uri, '6 visits\n'),
        context: { diagnostics: [] },
      };
      const offered = await client.request<(CodeAction | Command)[]>('textDocument/codeAction', params);
      const fix = offered.find(({ title }) => title.includes('Upheld')) ?? assert.fail();
      const edit = await editOf(client, fix, textDocument?.codeAction);
      assert.equal(edit.documentChanges !== undefined, workspace?.workspaceEdit?.documentChanges === true);
      assert.equal(client.edited(uri, edit), mended);
    });

    it('gets an outline and a hover that it can show', async () => {
      const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      const isTree = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      assert.equal(
        outline.some(({ children }) => children !== undefined),
        isTree,
      );
      const position = client.rangeOf(uri, 'Neck and Upper Back').start;
      const found = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const { kind } = found.contents as MarkupContent;
      assert.equal(kind === 'markdown', textDocument?.hover?.contentFormat?.includes('markdown') === true);
    });

    it('is asked for nothing that it does not know', async () => {
      if (workspace?.configuration) assert.ok(client.asked.includes('workspace/configuration'));
      const known = (method: string) => allowed[method]?.(capabilities) === true;
      assert.deepEqual(
        client.asked.filter(method => !known(method)),
        [],
      );
      assert.deepEqual(
        client.registrations.map(({ method }) => method).filter(method => !registrable[method]?.(capabilities)),
        [],
      );
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('can set a rule', async () => {
      const settings = { rules: { 'missing-decision': 'off' } };
      other = await start(editor, path, { settings });
      if (!workspace?.configuration) {
        await other.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { determinationLetters: settings },
        });
      }
      await other.open(uri, letter);
      const isSet = (found: readonly Diagnostic[]) => found.every(({ code }) => code !== 'missing-decision');
      assert.ok(isSet(await diagnosticsOf(other, uri, isSet)));
    });

    it('can set a rule at the start', async () => {
      const determinationLetters = { rules: { 'missing-decision': 'off' } };
      other = await start(editor, path, { initializationOptions: { determinationLetters } });
      await other.open(uri, letter);
      const codes = (await diagnosticsOf(other, uri)).map(({ code }) => code);
      assert.deepEqual(codes, ['date-conflict']);
    });

    it('is understood when it says which folder is open', async () => {
      writeFileSync(join(path, 'letters.config.json'), '{ "rules": { "missing-decision": "hint" } }');
      other = await start(editor, path, {});
      await other.open(`${pathToFileURL(path).href}/june/week%201/one.letter`, undecided);
      const [found] = await diagnosticsOf(other, `${pathToFileURL(path).href}/june/week%201/one.letter`);
      assert.equal(found?.severity, DiagnosticSeverity.Hint);
    });
  });
}

function start(editor: EditorClient, path: string, setup: ClientSetup): Promise<TestClient> {
  const introduction = {
    processId: process.pid,
    clientInfo: { name: editor.name },
    ...editor.folder(pathToFileURL(path).href, path),
  };
  return TestClient.start('node', { ...setup, capabilities: editor.capabilities, introduction });
}

async function diagnosticsOf(
  client: TestClient,
  uri: string,
  expected: (found: readonly Diagnostic[]) => boolean = () => true,
): Promise<readonly Diagnostic[]> {
  if (client.initialized.capabilities.diagnosticProvider === undefined) return client.publishedFor(uri, expected);
  const report = await client.pull(uri);
  return report.kind === 'full' ? report.items : assert.fail('Nothing was reported before');
}

/** The edit of an action, had in the way that the client knows. */
async function editOf(
  client: TestClient,
  action: CodeAction | Command,
  known: NonNullable<ClientCapabilities['textDocument']>['codeAction'],
): Promise<WorkspaceEdit> {
  if (!known?.codeActionLiteralSupport) {
    const { command, arguments: args } = action as Command;
    await client.request('workspace/executeCommand', { command, arguments: args });
    return client.edits[0] ?? assert.fail('No edit was asked for');
  }
  const { edit } = action as CodeAction;
  const resolves = known.dataSupport === true && known.resolveSupport?.properties.includes('edit') === true;
  assert.equal(edit === undefined, resolves);
  const made = edit ?? (await client.request<CodeAction>('codeAction/resolve', action)).edit;
  return made ?? assert.fail('The action has no edit');
}

describe('a letter without a problem', () => {
  it('is what the fix makes of one', () => {
    assert.equal(mended.replace('whose date of injury is 03/15/2016', 'who hurt his neck on 03/14/2016'), goodLetter);
  });
});
