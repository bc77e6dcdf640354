import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities, Command, ServerCapabilities } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { type Ask, type FeatureRequest, letter, placesIn, requests, settings, uri } from './support/requests';
import { hosts } from './support/server';

/** Values that no client should send, and some do. */
const nonsense = {
  general: { positionEncodings: null, markdown: 7 },
  window: null,
  workspace: {
    configuration: null,
    didChangeWatchedFiles: null,
    workspaceEdit: null,
    diagnostics: {},
    inlayHint: null,
  },
  textDocument: {
    diagnostic: null,
    publishDiagnostics: { relatedInformation: 'yes' },
    hover: { contentFormat: ['troff'] },
    completion: { completionItem: { documentationFormat: [], snippetSupport: null, labelDetailsSupport: 'maybe' } },
    codeAction: { codeActionLiteralSupport: null, resolveSupport: { properties: ['colour'] }, disabledSupport: 1 },
    documentSymbol: { hierarchicalDocumentSymbolSupport: null, tagSupport: {} },
    foldingRange: { rangeLimit: null },
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['absolute'] },
    rename: { prepareSupport: null },
    definition: { linkSupport: null },
    documentLink: { tooltipSupport: null },
    inlayHint: { resolveSupport: { properties: [] } },
    telepathy: { dynamicRegistration: true },
  },
  experimental: { everything: true },
} as unknown as ClientCapabilities;

const clients: readonly { readonly name: string; readonly capabilities: ClientCapabilities }[] = [
  { name: 'no capabilities', capabilities: {} },
  { name: 'the capability to make edits', capabilities: { workspace: { applyEdit: true } } },
  { name: 'capabilities that make no sense', capabilities: nonsense },
];

/** What must not be sent to a client that does not say that it understands it. */
const undeclared: readonly string[] = [
  'labelDetails',
  'documentChanges',
  'changeAnnotations',
  'relatedInformation',
  'disabled',
  'targetUri',
];

/** Offered without a request of its own, or asked for in another way. */
const notAsked: readonly (keyof ServerCapabilities)[] = [
  'positionEncoding',
  'textDocumentSync',
  'workspace',
  'diagnosticProvider',
  'executeCommandProvider',
];

function isUseful(answer: unknown): boolean {
  if (answer === null || answer === undefined) return false;
  if (Array.isArray(answer)) return answer.length > 0;
  const { items, data, edits, groups, text } = answer as {
    readonly [name in 'items' | 'data' | 'edits' | 'groups' | 'text']?: unknown;
  };
  if (text === null || text === '') return false;
  return [items, data, edits, groups].every(list => !Array.isArray(list) || list.length > 0);
}

/** Every field of every object in an answer, with its value. */
function* fieldsIn(value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [name, each];
    yield* fieldsIn(each);
  }
}

for (const host of hosts) {
  describe(`features for a client (${host})`, function () {
    this.timeout(30_000);

    describe('with much', () => {
      it('are all in the table of requests', async () => {
        const client = await TestClient.start(host, { capabilities: everything });
        const offered = Object.entries(client.initialized.capabilities).flatMap(([name, value]) =>
          value === undefined || value === false ? [] : [name],
        );
        await client.stop();
        const asked = new Set<string>([...requests.map(request => request.offered), ...notAsked]);
        assert.deepEqual(
          offered.filter(name => !asked.has(name)),
          [],
          'add the feature to test/protocol/support/requests.ts',
        );
      });

      it('are in it too where they are requests of our own', () => {
        const folder = join('server', 'src', 'lsp');
        const sources = readdirSync(folder).filter(name => name.endsWith('Messages.ts'));
        const own = sources.flatMap(name =>
          [...readFileSync(join(folder, name), 'utf8').matchAll(/export const \w+Request = '([^']+)'/g)].map(
            ([, method]) => method,
          ),
        );
        assert.ok(own.length > 8, 'the requests are found');
        const asked = new Set(requests.map(({ method }) => method));
        assert.deepEqual(
          own.filter(method => method !== undefined && !asked.has(method)),
          [],
        );
      });
    });

    for (const { name, capabilities } of clients) {
      describe(`with ${name}`, () => {
        let client: TestClient;
        before(async () => {
          client = await TestClient.start(host, {
            capabilities,
            initializationOptions: { determinationLetters: settings },
          });
          await client.open(uri, letter);
        });
        after(() => client.stop());

        it('are published diagnostics, without what it does not understand', async () => {
          assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
          const diagnostics = await client.publishedFor(uri, found => found.length > 0);
          assert.ok(diagnostics.some(({ code }) => code === 'title-punctuation'));
          assertUnderstood(diagnostics);
        });

        for (const request of requests) {
          it(`${request.name}: is answered with something useful`, () =>
            answersUsefully(client, request, capabilities));
        }

        it('are nothing that it has to register', () => {
          assert.deepEqual(client.registrations, []);
          assert.deepEqual(
            client.asked.filter(method => method !== 'workspace/applyEdit'),
            [],
          );
          assert.deepEqual(
            client.log.filter(line => line.includes('failed')),
            [],
          );
          assert.equal(client.server.errors(), '');
        });
      });
    }
  });
}

/** What there is in the protocol that a server may make use of. */
const everything: ClientCapabilities = {
  ...manyCapabilities,
  textDocument: {
    ...manyCapabilities.textDocument,
    rename: { prepareSupport: true },
    definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
  },
};

async function answersUsefully(
  client: TestClient,
  { method, params, followUp, makesEdits }: FeatureRequest,
  capabilities: ClientCapabilities,
): Promise<void> {
  const answer = await client.request<never>(method, params(placesIn(client)));
  if (makesEdits && !capabilities.workspace?.applyEdit) {
    assert.deepEqual(answer, [], 'a client that cannot be asked to make edits, and knows no actions with edits');
    return;
  }
  assert.ok(isUseful(answer), JSON.stringify(answer));
  assertUnderstood(answer);
  assertCommandsAreOffered(client, answer);
  if (method === 'textDocument/documentSymbol') assert.ok(![...fieldsIn(answer)].some(([name]) => name === 'children'));
  const ask: Ask = (then, value) => client.request(then, value);
  if (followUp) assertUnderstood(await followUp(answer, ask));
  if (makesEdits) await makesItsEdits(client, answer);
}

/** The actions are commands, which the server has the client make the edits of. */
async function makesItsEdits(client: TestClient, commands: readonly Command[]): Promise<void> {
  const [{ command, arguments: args }] = commands as readonly [Command];
  const made = client.edits.length;
  await client.request('workspace/executeCommand', { command, arguments: args });
  const edit = client.edits[made];
  assertUnderstood(edit);
  assert.match(client.edited(uri, edit), /6 visits: Upheld/);
}

function assertUnderstood(answer: unknown): void {
  for (const [name, value] of fieldsIn(answer)) {
    assert.ok(!undeclared.includes(name), `${name} in ${JSON.stringify(answer)}`);
    if (name === 'kind') assert.notEqual(value, 'markdown');
    if (name === 'insertTextFormat') assert.notEqual(value, 2, 'a snippet');
  }
}

/** A command that the server does not offer, nobody can run: it must be none. */
function assertCommandsAreOffered(client: TestClient, answer: unknown): void {
  const offered = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
  for (const [name, value] of fieldsIn(answer)) {
    if (name === 'command' && typeof value === 'string') assert.ok(value === '' || offered.includes(value), value);
  }
}
