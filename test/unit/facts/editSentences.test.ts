import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSentences } from '../../../server/src/core/facts/editSentences';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { testSetup } from '../../support/setup';

const { vocabulary } = testSetup();

/** Pieces of which texts with many ends and near ends of sentences are made. */
const piece = fc.constantFrom(
  'A',
  'b',
  'word',
  ' ',
  '. ',
  '. The ',
  'Dr. ',
  'No. 5',
  '"',
  ') ',
  '? X',
  '!',
  '3.5',
  ' (',
  'e.g. ',
);
const text = fc.array(piece, { maxLength: 120 }).map(pieces => pieces.join('').replace(/ +/g, ' ').trim());
const cuts = (length: number) => fc.uniqueArray(fc.nat(Math.max(1, length)), { maxLength: 4 });

const simple = (cut: ReturnType<typeof sentencesIn>) => cut.map(({ start, sentence }) => [start, sentence.text]);

it('sentences after an edit are those of the new text', () => {
  const edits = fc.tuple(text, text, fc.nat(1000), fc.nat(1000)).chain(([old, typed, a, b]) => {
    const from = Math.min(a, b) % (old.length + 1);
    const to = Math.min(old.length, from + (Math.max(a, b) % 8));
    const now = old.slice(0, from) + typed.slice(0, a % 9) + old.slice(to);
    return fc.tuple(fc.constant(old), fc.constant(now), cuts(old.length), cuts(now.length), fc.boolean());
  });
  fc.assert(
    fc.property(edits, ([old, now, before, after, same]) => {
      const was = before.sort((x, y) => x - y);
      const is = same ? was.filter(at => at < now.length) : after.sort((x, y) => x - y);
      const cut = { text: old, paragraphs: was, sentences: sentencesIn(old, vocabulary, was) };
      assert.deepEqual(simple(editSentences(cut, now, is, vocabulary)), simple(sentencesIn(now, vocabulary, is)));
    }),
    { numRuns: 3000 },
  );
});

it('sentences that an edit does not touch keep their objects', () => {
  const old =
    `${'One sentence stands here. '.repeat(3)}A second one is edited here. ${'A last one stands there. '.repeat(4)}`.trim();
  const now = old.replace('edited', 'edded');
  const before = sentencesIn(old, vocabulary);
  const after = editSentences({ text: old, paragraphs: [], sentences: before }, now, [], vocabulary);
  assert.deepEqual(
    after.map(({ sentence }, k) => sentence === before[k]?.sentence),
    [true, true, true, false, true, true, true, true],
  );
});

it('sentences after an edit know the words before a paragraph that begins within them', () => {
  const [old, now, paragraphs] = ['e.g. "Dr. . e.g. e.g. Dr. Dr. word', 'e.g. "Dr. . e.g. e.g. Dr. Dr. wor3.', [1]];
  const cut = { text: old, paragraphs, sentences: sentencesIn(old, vocabulary, paragraphs) };
  assert.deepEqual(
    simple(editSentences(cut, now, paragraphs, vocabulary)),
    simple(sentencesIn(now, vocabulary, paragraphs)),
  );
});
