import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CancellationToken } from 'vscode';
import { ThreadConverter, type ThreadEvents } from '../../client/src/convert/converter';
import { nodeThread } from '../../client/src/convert/thread.node';
import { decodeText } from '../../client/src/importing/decode';
import type { ConvertAnswer, ConvertQuestion, ConvertRequest } from '../../server/src/convert/messages';

const request: ConvertRequest = { kind: 'extract', format: 'pdf', bytes: new Uint8Array([1]) };
const rendered: ConvertAnswer = { kind: 'rendered', bytes: new Uint8Array([2]), missing: [] };

/** A token that a test cancels. */
function cancelling() {
  const listeners = new Set<() => void>();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested(listener: () => void) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const cancel = () => {
    token.isCancellationRequested = true;
    for (const listener of listeners) listener();
  };
  return { token: token as unknown as CancellationToken, cancel, listeners };
}

/** Threads that a test speaks for. */
function threads() {
  const started: { events: ThreadEvents; questions: ConvertQuestion[]; isEnded: boolean }[] = [];
  const converter = new ThreadConverter(events => {
    const thread = { events, questions: [] as ConvertQuestion[], isEnded: false };
    started.push(thread);
    return {
      post: question => {
        thread.questions.push(question);
      },
      end: () => {
        thread.isEnded = true;
      },
    };
  });
  const asked = async (thread: number, question: number) => {
    while (!started[thread]?.questions[question]) await Promise.resolve();
    return started[thread];
  };
  return { converter, started, asked };
}

describe('the converter of the editor', () => {
  it('starts its thread when it is first asked, and asks one thing after the other', async () => {
    const { converter, started, asked } = threads();
    assert.equal(started.length, 0);
    const first = converter.convert(request, cancelling().token);
    const second = converter.convert(request, cancelling().token);
    const thread = await asked(0, 0);
    assert.equal(thread.questions.length, 1);
    thread.events.replied({ id: thread.questions[0]?.id ?? 0, answer: rendered });
    assert.deepEqual(await first, rendered);
    await asked(0, 1);
    thread.events.replied({ id: thread.questions[1]?.id ?? 0, answer: rendered });
    assert.deepEqual(await second, rendered);
    assert.equal(started.length, 1);
    converter.dispose();
    assert.equal(thread.isEnded, true);
  });

  it('ends the thread when it is cancelled, and answers the next question with another', async () => {
    const { converter, started, asked } = threads();
    const { token, cancel, listeners } = cancelling();
    const cancelled = converter.convert(request, token);
    const first = await asked(0, 0);
    cancel();
    assert.equal(await cancelled, null);
    assert.equal(first.isEnded, true);
    assert.equal(listeners.size, 0);
    assert.equal(await converter.convert(request, token), null, 'cancelled before it began');
    assert.equal(started.length, 1);
    const answer = converter.convert(request, cancelling().token);
    const second = await asked(1, 0);
    // What the first one still had to say is not the answer.
    first.events.replied({ id: second.questions[0]?.id ?? 0, answer: { kind: 'refused', problem: 'damaged' } });
    first.events.ended('failed');
    second.events.replied({ id: second.questions[0]?.id ?? 0, answer: rendered });
    assert.deepEqual(await answer, rendered);
    converter.dispose();
  });

  it('answers where its thread ends, or cannot be started', async () => {
    const { converter, asked } = threads();
    const answer = converter.convert(request, cancelling().token);
    (await asked(0, 0)).events.ended('tooLarge');
    assert.deepEqual(await answer, { kind: 'refused', problem: 'tooLarge' });
    converter.dispose();
    const impossible = new ThreadConverter(() => {
      throw new Error('no threads here');
    });
    const failed = { kind: 'refused', problem: 'failed' };
    assert.deepEqual(await impossible.convert(request, cancelling().token), failed);
    impossible.dispose();
  });

  describe('in a thread of Node', () => {
    const folder = mkdtempSync(join(tmpdir(), 'letters-thread-'));
    after(() => rmSync(folder, { recursive: true }));
    const run = async (source: string) => {
      const script = join(folder, `${source.length}.js`);
      writeFileSync(script, `const { parentPort, workerData } = require('node:worker_threads');\n${source}`);
      const converter = new ThreadConverter(nodeThread(script));
      try {
        return await converter.convert(request, cancelling().token);
      } finally {
        converter.dispose();
      }
    };

    it('hands over the question, and takes the answer', async () => {
      const answer = await run(
        "parentPort.on('message', ({ id, request }) => parentPort.postMessage({ id, answer: { kind: 'rendered', bytes: request.bytes, missing: [workerData] } }));",
      );
      assert.deepEqual(answer, {
        kind: 'rendered',
        bytes: request.bytes,
        missing: ['determination-letters-converter'],
      });
    });

    it('answers where that crashes or leaves', async () => {
      const failed = { kind: 'refused', problem: 'failed' };
      assert.deepEqual(
        await run("parentPort.on('message', () => { throw new Error('words of the letter'); });"),
        failed,
      );
      assert.deepEqual(await run("parentPort.on('message', () => process.exit(0));"), failed);
      assert.deepEqual(await run('syntax error'), failed);
    });

    it('may take no more memory than a letter needs, and says where that is too little', async () => {
      const limit = await run(
        "const { resourceLimits } = require('node:worker_threads'); parentPort.on('message', ({ id }) => parentPort.postMessage({ id, answer: resourceLimits.maxOldGenerationSizeMb }));",
      );
      assert.equal(limit, 1024);
      // What Node itself throws then.
      const answer = await run(
        "parentPort.on('message', () => { throw Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }); });",
      );
      assert.deepEqual(answer, { kind: 'refused', problem: 'tooLarge' });
    });
  });
});

describe('the text of a file that is imported', () => {
  it('is read as it was written', () => {
    const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
    assert.equal(decodeText(bytes('\ufeffmédico', 'utf8')), 'médico');
    assert.equal(decodeText(bytes('\ufeffmédico', 'utf16le')), 'médico');
    assert.equal(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x6d, 0, 0xe9])), 'mé');
    assert.equal(decodeText(new Uint8Array([0x93, 0x6d, 0xe9, 0x94])), '“mé”');
    assert.equal(decodeText(new Uint8Array()), '');
  });

  it('is none where the file is no text', () => {
    assert.equal(decodeText(new Uint8Array([0x47, 0x49, 0x46, 0, 0, 1])), null);
  });
});
