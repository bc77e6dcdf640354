import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type BuildOptions, build } from 'esbuild';
import type { ConvertAnswer, ConvertRequest } from '../../../server/src/convert/messages';
import { bytesOf, fonts, letter } from './renderPdfLetters';

/** Takes from a thread what only Node has, so that the bundle fails where it would fail in a browser's worker. */
const bootstrap = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { runInThisContext } = require('node:vm');
  for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'require', 'module', 'exports']) {
    delete globalThis[name];
  }
  globalThis.self = globalThis;
  globalThis.addEventListener = (type, listener) => parentPort.on(type, data => listener({ data }));
  globalThis.postMessage = message => parentPort.postMessage(message);
  runInThisContext(workerData);
`;

describe('the converter', function () {
  this.timeout(60_000);

  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Builds a bundle as it is shipped, only larger: that takes much less time. Returns where it is. */
  async function bundle(name: string): Promise<string> {
    const script: { bundleOptions(name: string, how: { production: boolean }): BuildOptions } = await import(
      pathToFileURL(resolve('scripts/lib/bundles.mjs')).href
    );
    const outfile = join(folder, name);
    await build({ ...script.bundleOptions(name, { production: true }), minify: false, outfile });
    return outfile;
  }

  it('makes the same files in a worker of a browser as in Node, and reads the same text in them', async () => {
    const inNode: { convert(asked: ConvertRequest): Promise<ConvertAnswer> } = createRequire(join(folder, 'x'))(
      await bundle('convert.js'),
    );
    const worker = new Worker(bootstrap, {
      eval: true,
      workerData: readFileSync(await bundle('convert.worker.js'), 'utf8'),
    });
    let id = 7;
    /** Asks both, and returns what they answer alike. */
    const ask = async (request: ConvertRequest): Promise<ConvertAnswer> => {
      worker.postMessage({ id: ++id, request });
      const [answered] = (await once(worker, 'message')) as [{ id: number; answer: ConvertAnswer }];
      assert.equal(answered.id, id);
      const expected = await inNode.convert(request);
      assert.deepEqual(plain(answered.answer), plain(expected));
      return expected;
    };
    try {
      const pdf = bytesOf(await ask({ kind: 'render', format: 'pdf', printed: letter, fonts }));
      const read = await ask({ kind: 'extract', format: 'pdf', bytes: pdf });
      assert.match(read.kind === 'extracted' ? read.extracted.text : read.kind, /# SUMMARY OF THE CASE/);
      const bytes = bytesOf(await ask({ kind: 'render', format: 'docx', printed: letter }));
      const answer = await ask({ kind: 'extract', format: 'docx', bytes });
      assert.match(answer.kind === 'extracted' ? answer.extracted.text : answer.kind, /# SUMMARY OF THE CASE/);
    } finally {
      await worker.terminate();
    }
  });
});

/** Bytes of one kind, whether they are a Buffer or not. */
function plain(answer: ConvertAnswer): ConvertAnswer {
  return answer.kind === 'rendered' ? { ...answer, bytes: Uint8Array.from(answer.bytes) } : answer;
}
