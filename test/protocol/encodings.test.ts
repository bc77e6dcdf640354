import assert from 'node:assert/strict';
import type { Position, PositionEncodingKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manyCapabilities, TestClient } from './support/client';
import { type Ask, letter, placesIn, requests, settings, uri } from './support/requests';
import { anyHost } from './support/server';

type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** How long a text is in each encoding, counted without the code of the server. */
const lengths: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': text => Buffer.byteLength(text),
  'utf-16': text => text.length,
  'utf-32': text => [...text].length,
};

/** Counts in the lines of a text. */
class Counted {
  private readonly lines: readonly string[];
  private readonly length: (text: string) => number;

  constructor(text: string, encoding: Encoding) {
    this.lines = text.split('\n');
    this.length = lengths[encoding];
  }

  /** A place in UTF-16, as the server is told it. */
  encoded = ({ line, character }: Position): Position => {
    return { line, character: this.length((this.lines[line] ?? '').slice(0, character)) };
  };

  /** A place as the server tells it, in UTF-16. */
  decoded = ({ line, character }: Position): Position => {
    const text = this.lines[line] ?? '';
    let units = 0;
    for (const each of text) {
      if (this.length(text.slice(0, units)) >= character) break;
      units += each.length;
    }
    assert.equal(this.length(text.slice(0, units)), character, `${line}:${character} is no place of the line`);
    return { line, character: units };
  };
}

/** A value with each place in it changed. */
function mapped(value: unknown, change: (place: Position) => Position): unknown {
  if (Array.isArray(value)) return value.map(each => mapped(each, change));
  if (typeof value !== 'object' || value === null) return value;
  const { line, character } = value as Partial<Position>;
  if (typeof line === 'number' && typeof character === 'number') return change({ line, character });
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change)]));
}

/** Tokens as ranges in UTF-16. */
function tokenRanges(data: readonly number[], counted: Counted): unknown[] {
  const ranges: unknown[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = counted.decoded({ line, character });
    ranges.push([start, counted.decoded({ line, character: character + length }), type, modifiers]);
  }
  return ranges;
}

function decoded(answer: unknown, counted: Counted): unknown {
  const { data, resultId } = (answer ?? {}) as { readonly data?: unknown; readonly resultId?: unknown };
  if (Array.isArray(data) && data.every(each => typeof each === 'number')) {
    return { resultId, tokens: tokenRanges(data, counted) };
  }
  return mapped(answer, place => counted.decoded(place));
}

/** Replaces words, told in an encoding. */
async function type(client: TestClient, encoding: Encoding, words: string, text: string): Promise<void> {
  const document = client.document(uri);
  const { encoded } = new Counted(document.getText(), encoding);
  const range = client.rangeOf(uri, words);
  const version = document.version + 1;
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: mapped(range, encoded), text }],
  });
  TextDocument.update(document, [{ range, text }], version);
}

/** What every request is answered, with its places in UTF-16, after edits beside characters of every length. */
async function answersIn(client: TestClient, encoding: Encoding): Promise<Map<string, unknown>> {
  await client.open(uri, letter.replace('für the neck', 'für la neck'));
  await type(client, encoding, 'für la neck', 'für the neckk 😀é');
  await type(client, encoding, 'neckk 😀é', 'neck');
  assert.equal(client.document(uri).getText(), letter);

  const counted = new Counted(letter, encoding);
  const ask: Ask = (method, params) => client.request(method, params);
  const answers = new Map<string, unknown>();
  const report = await client.pull(uri);
  answers.set('diagnostics', decoded(report.kind === 'full' ? report.items : null, counted));
  for (const { name, method, params, followUp } of requests) {
    const answer = await ask<never>(method, mapped(params(placesIn(client)), counted.encoded));
    answers.set(name, decoded(answer, counted));
    if (followUp && answer) answers.set(`${name}, followed up`, decoded(await followUp(answer, ask), counted));
  }
  return answers;
}

function capabilities(positionEncodings: readonly string[]) {
  return { ...manyCapabilities, general: { positionEncodings: positionEncodings as PositionEncodingKind[] } };
}

for (const host of anyHost) {
  describe(`position encodings (${host})`, function () {
    this.timeout(60_000);
    let client: TestClient | undefined;
    afterEach(() => client?.stop());

    for (const [offered, chosen] of [
      [['utf-8', 'utf-32', 'utf-16'], 'utf-8'],
      [['utf-32', 'utf-8', 'utf-16'], 'utf-32'],
      [['utf-16'], 'utf-16'],
      [['utf-7', 'utf-8'], 'utf-8'],
      [[], 'utf-16'],
    ] as const) {
      it(`takes ${chosen} of ${offered.join(', ') || 'none'}`, async () => {
        client = await TestClient.start(host, { capabilities: capabilities(offered) });
        assert.equal(client.initialized.capabilities.positionEncoding, chosen);
      });
    }

    it('counts UTF-16 where nothing is said', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    });

    it('mean the same places to every feature', async () => {
      const expected = await inEncoding('utf-16');
      assert.ok((expected.get('diagnostics') as unknown[]).length > 1);
      for (const encoding of ['utf-8', 'utf-32'] as const) {
        const answers = await inEncoding(encoding);
        for (const [name, answer] of expected) assert.deepEqual(answers.get(name), answer, `${name} in ${encoding}`);
      }
    });

    async function inEncoding(encoding: Encoding): Promise<Map<string, unknown>> {
      client = await TestClient.start(host, { capabilities: capabilities([encoding]), settings });
      const answers = await answersIn(client, encoding);
      await client.stop();
      client = undefined;
      return answers;
    }

    it('are also those of files that letters are configured by', async () => {
      const folder = 'memory://letters';
      const config = `{ "organisation": "Ärzte 😀", "colour": "red" }`;
      for (const encoding of ['utf-8', 'utf-32'] as const) {
        client = await TestClient.start(host, {
          capabilities: capabilities([encoding]),
          folders: [folder],
          files: new Map([[`${folder}/letters.config.json`, config]]),
        });
        await client.open(`${folder}/one.letter`, letter);
        const [problem] = await client.publishedFor(`${folder}/letters.config.json`, found => found.length > 0);
        const { start } = problem?.range ?? assert.fail();
        assert.equal(start.character, lengths[encoding](config.slice(0, config.indexOf('"colour"'))));
        await client.stop();
        client = undefined;
      }
    });
  });
}
