import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  FileChangeType,
  LSPErrorCodes,
  type ResponseError,
  type UnregistrationParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver/node';
import { mostText } from '../../server/src/lsp/messages';
import { manyCapabilities, pushCapabilities, TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { hosts } from './support/server';

const folder = 'memory://letters/work';
const good = `${folder}/good.letter`;
const bad = `${folder}/old/bad.letter`;
const registering = {
  ...manyCapabilities,
  textDocument: {
    ...manyCapabilities.textDocument,
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
  },
};
const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

for (const host of hosts) {
  describe(`diagnostics of the workspace (${host})`, function () {
    this.timeout(30_000);
    /** The results that the last answers left with the client, by URI. */
    const results = new Map<string, string>();
    let client: TestClient;
    let files: Map<string, string>;
    let settings: { workspaceDiagnostics?: 'on' | 'off' };
    beforeEach(() => {
      results.clear();
      files = new Map([
        [good, goodLetter],
        [bad, undecided],
      ]);
      settings = { workspaceDiagnostics: 'on' };
    });
    afterEach(() => client.stop());

    const start = async (capabilities = manyCapabilities) => {
      const initializationOptions = { listsLetters: true };
      client = await TestClient.start(host, {
        files,
        folders: [folder],
        settings,
        capabilities,
        initializationOptions,
      });
    };
    const previous = () => [...results].map(([uri, value]) => ({ uri, value }));
    const keep = ({ items }: WorkspaceDiagnosticReport | WorkspaceDiagnosticReportPartialResult) => {
      return items.map(report => {
        if (report.resultId === undefined) results.delete(report.uri);
        else results.set(report.uri, report.resultId);
        return [report.uri, report.kind === 'full' ? codes(report.items) : report.kind];
      });
    };
    const pull = async () =>
      keep(await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: previous() }));
    const changed = (uri: string, type: FileChangeType) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

    it('are pulled, and only what is new of them', async () => {
      await start();
      assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
        interFileDependencies: false,
        workspaceDiagnostics: true,
      });
      assert.deepEqual(await pull(), [
        [good, []],
        [bad, ['missing-decision']],
      ]);
      assert.deepEqual(await pull(), []);
      files.set(bad, goodLetter);
      await changed(bad, FileChangeType.Changed);
      assert.deepEqual(await pull(), [[bad, []]]);
      files.delete(good);
      await changed(good, FileChangeType.Deleted);
      assert.deepEqual(await pull(), [[good, []]]);
      assert.deepEqual([...results.keys()], [bad]);
    });

    it('are those of letters that are not open', async () => {
      await start();
      await client.open(bad, undecided);
      assert.deepEqual(await pull(), [[good, []]]);
      await client.close(bad);
      assert.deepEqual(await pull(), [[bad, ['missing-decision']]]);
    });

    it('tell of a text that is too large to be a letter', async () => {
      files.set(good, `${goodLetter}${'x'.repeat(mostText)}`);
      await start();
      assert.deepEqual(await pull(), [
        [good, ['too-large']],
        [bad, ['missing-decision']],
      ]);
    });

    it('are none where they are not asked for', async () => {
      settings.workspaceDiagnostics = 'off';
      await start();
      assert.deepEqual(await pull(), []);
      settings.workspaceDiagnostics = 'on';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.equal((await pull()).length, 2);
      settings.workspaceDiagnostics = 'off';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(await pull(), [
        [good, []],
        [bad, []],
      ]);
      assert.equal(results.size, 0);
    });

    it('follow the configuration of each folder', async () => {
      await start();
      await pull();
      const config = `${folder}/old/letters.config.json`;
      files.set(config, '{ "rules": { "missing-decision": "off" } }');
      await changed(config, FileChangeType.Created);
      assert.deepEqual(await pull(), [[bad, []]]);
    });

    it('come in parts to who takes parts, who then waits for what is new', async () => {
      await start();
      const parts: unknown[][] = [];
      client.connection.onNotification('$/progress', ({ value }: { value: WorkspaceDiagnosticReportPartialResult }) => {
        parts.push(...keep(value));
      });
      const wait = () =>
        client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
          previousResultIds: previous(),
          partialResultToken: 'parts',
        });
      assert.deepEqual(await wait(), { items: [] });
      assert.equal(parts.length, 2);
      let isAnswered = false;
      const held = wait().then(() => {
        isAnswered = true;
      });
      // Other requests are answered meanwhile.
      await client.request('workspace/symbol', { query: '' });
      assert.equal(isAnswered, false);
      files.set(bad, goodLetter);
      await changed(bad, FileChangeType.Changed);
      await held;
      assert.deepEqual(parts.slice(2), [[bad, []]]);
    });

    it('are asked for again when the request is cancelled', async () => {
      await start();
      await pull();
      const source = new CancellationTokenSource();
      const params = { previousResultIds: previous(), partialResultToken: 'parts' };
      const held = client.connection.sendRequest('workspace/diagnostic', params, source.token);
      source.cancel();
      await assert.rejects(held, (error: ResponseError<unknown>) => {
        assert.equal(error.code, LSPErrorCodes.ServerCancelled);
        assert.deepEqual(error.data, { retriggerRequest: true });
        return true;
      });
      results.clear();
      assert.equal((await pull()).length, 2);
    });

    it('are offered only while they are on, where that can be registered', async () => {
      settings.workspaceDiagnostics = 'off';
      await start(registering);
      const gone: string[] = [];
      client.connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
        gone.push(...unregisterations.map(({ id }) => id));
        return null;
      });
      const offered = () => client.registrations.filter(({ method }) => method === 'textDocument/diagnostic');
      const configured = () =>
        client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
        interFileDependencies: false,
        workspaceDiagnostics: false,
      });
      settings.workspaceDiagnostics = 'on';
      await configured();
      await client.until(() => offered().length > 0);
      const [{ id, registerOptions } = { id: '', registerOptions: null }] = offered();
      assert.equal(registerOptions.workspaceDiagnostics, true);
      // Letters that are open are reported by the other name alone.
      await client.open(bad, undecided);
      const textDocument = { uri: bad };
      const { identifier } = registerOptions;
      const again = await client.request('textDocument/diagnostic', { textDocument, identifier });
      assert.deepEqual(again, { kind: 'full', items: [] });
      assert.deepEqual(await client.rules(bad), ['missing-decision']);
      settings.workspaceDiagnostics = 'off';
      await configured();
      while (gone.length === 0) await client.rules(bad);
      assert.deepEqual(gone, [id]);
    });

    it('are published by a command, and from then on, to clients that wait for them', async () => {
      settings.workspaceDiagnostics = 'off';
      await start(pushCapabilities);
      const shown: string[] = [];
      client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
        shown.push(message);
      });
      const command = 'determinationLetters.checkWorkspace';
      assert.ok(client.initialized.capabilities.executeCommandProvider?.commands.includes(command));
      await client.request('workspace/executeCommand', { command });
      assert.deepEqual(codes(await client.publishedFor(bad, items => items.length > 0)), ['missing-decision']);
      assert.deepEqual(codes(await client.publishedFor(good, () => true)), []);
      while (shown.length === 0) await client.request('workspace/symbol', { query: '' });
      assert.deepEqual(shown, ['2 letters checked: 1 error, 0 warnings.']);
      files.set(bad, goodLetter);
      await changed(bad, FileChangeType.Changed);
      await client.publishedFor(bad, items => items.length === 0);
      // As it is in the editor, and then as it is in its file.
      await client.open(bad, undecided);
      await client.publishedFor(bad, (items, version) => version === 1 && items.length > 0);
      files.set(bad, undecided);
      await client.close(bad);
      await client.publishedFor(bad, (items, version) => version === undefined && items.length > 0);
      files.delete(bad);
      await changed(bad, FileChangeType.Deleted);
      await client.publishedFor(bad, items => items.length === 0);
    });

    it('end when the user says so, until something changes', async () => {
      for (let i = 0; i < 100; i++) files.set(`${folder}/${i}.letter`, goodLetter);
      await start({ ...manyCapabilities, window: { workDoneProgress: true } });
      let title = '';
      client.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
        client.connection.onNotification('$/progress', ({ value }: { value: { kind: string; title?: string } }) => {
          title = value.title ?? title;
          if (value.kind !== 'report') return;
          client.connection.sendNotification('window/workDoneProgress/cancel', { token }).catch(assert.fail);
        });
        return null;
      });
      const some = (await pull()).length;
      assert.ok(some > 0 && some < 102, `${some} letters`);
      assert.equal(title, 'Checking the letters');
      assert.deepEqual(await pull(), []);
    });
  });
}
