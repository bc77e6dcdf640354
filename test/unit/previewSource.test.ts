import assert from 'node:assert/strict';
import { fractionalLine, placeInBlock, placeOfLine } from '../../client/src/preview/source';
import { readFromPage, readToPage } from '../../client/src/preview/webview/messages';

const texts = ['# Heading', '', 'The knee is sore. The other knee', 'is not.', ''];
const lines = {
  lineCount: texts.length,
  lineAt: (line: number) => ({ text: texts[line] ?? assert.fail(`line ${line}`) }),
};
const inBlock = (fraction: number, word: { text: string; before: number } | null, last = 3) =>
  placeInBlock(lines, { first: 2, last, fraction, word });

describe('the way from the preview to the letter', () => {
  it('leads to the word that was clicked', () => {
    assert.deepEqual(inBlock(0, { text: 'knee', before: 0 }), { line: 2, character: 4 });
    assert.deepEqual(inBlock(0, { text: 'knee', before: 1 }), { line: 2, character: 28 });
    assert.deepEqual(inBlock(0, { text: 'not', before: 0 }), { line: 3, character: 3 });
  });

  it('leads near it where the letter has changed since', () => {
    assert.deepEqual(inBlock(0, { text: 'knee', before: 9 }), { line: 2, character: 28 });
    assert.deepEqual(inBlock(0.5, { text: 'gone', before: 0 }), { line: 2, character: 20 });
    assert.deepEqual(inBlock(1, null, 99), { line: 4, character: 0 });
  });

  it('counts a part of a long line as a part of it, there and back', () => {
    for (const place of [
      { line: 0, character: 0 },
      { line: 2, character: 16 },
      { line: 3, character: 7 },
    ]) {
      assert.deepEqual(placeOfLine(lines, fractionalLine(lines, place) + 1e-9), place);
    }
    assert.deepEqual(placeOfLine(lines, 1000), { line: 4, character: 0 });
  });
});

describe('the messages of the preview', () => {
  it('are read as they are', () => {
    const goTo = { type: 'goToBlock', first: 2, last: 3, fraction: 0.5, word: { text: 'knee', before: 1 } };
    for (const message of [{ type: 'ready' }, { type: 'shown', version: 3 }, { type: 'scrolled', line: 1.5 }, goTo]) {
      assert.deepEqual(readFromPage(message), message);
    }
    for (const message of [
      { type: 'scroll', line: 1.5 },
      { type: 'appearance', appearance: 'theme' },
      { type: 'notice', text: null },
      { type: 'problems', problems: [{ line: 1, character: 2, severity: 'error', label: 'Error: x' }] },
    ]) {
      assert.deepEqual(readToPage(message), message);
    }
  });

  it('are not taken for what they are not', () => {
    for (const message of [
      null,
      [],
      'ready',
      {},
      { type: 'constructor' },
      { type: 'shown', version: '1' },
      { type: 'scrolled' },
      { type: 'scrolled', line: -1 },
      { type: 'scrolled', line: Number.NaN },
      { type: 'goToProblem', line: 1 },
      { type: 'goToBlock', first: 0.5, last: 1, fraction: 0 },
    ]) {
      assert.equal(readFromPage(message), null, JSON.stringify(message));
    }
    for (const message of [
      { type: 'appearance', appearance: '<b>' },
      { type: 'notice' },
      { type: 'problems', problems: [{}] },
      { type: 'letter', letter: { resultId: '1' } },
      { type: 'scroll', line: Number.POSITIVE_INFINITY },
    ]) {
      assert.equal(readToPage(message), null, JSON.stringify(message));
    }
  });

  it('lead nowhere but into the block', () => {
    const read = readFromPage({ type: 'goToBlock', first: 5, last: 2, fraction: 7, word: { text: '', before: 0 } });
    assert.deepEqual(read, { type: 'goToBlock', first: 5, last: 5, fraction: 1, word: null });
  });
});
