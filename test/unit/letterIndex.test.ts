import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import type { Span } from '../../server/src/core/text/span';
import { letterEntry } from '../../server/src/core/workspace/letterEntry';
import { LetterIndex } from '../../server/src/core/workspace/letterIndex';
import { testSetup } from '../support/setup';

const setup = testSetup();

const letter = (number: string, items: string) =>
  `Case Number: ${number}\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n${items}`;
const knee = `## MRI of the left knee: Upheld

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: A secret of the case. The Shoulder Complaints chapter is silent.
`;
const neck = `## Physical therapy: Overturned

MAXIMUS guideline: The MTUS does not apply. Decision based on Non-MTUS Citation ODG, Knee Complaints.
`;

const place = (span: Span) => span;
const entry = (text: string) => letterEntry(parseLetter(text, setup.profile), setup, place);

describe('the index of letters', () => {
  const first = letter('CM16-0000001', knee);
  const index = new LetterIndex<Span>();
  index.set('file:///a.letter', entry(first));
  index.set('file:///b.letter', entry(letter('CM16-0000002', neck + knee)));

  it('keeps what letters are found by, and nothing else of their text', () => {
    const kept = entry(first);
    assert.deepEqual(
      kept.items.map(({ title, decision }) => [title, decision]),
      [['MRI of the left knee', 'Upheld']],
    );
    assert.equal(kept.citations.length, 1);
    assert.doesNotMatch(JSON.stringify(kept), /secret|Special|silent/);
  });

  it('keeps of what is no letter, or of too many, no more than would help anybody', () => {
    const long = entry(letter('CM16-0000001', `## ${'x'.repeat(1000)}: ${'y'.repeat(200)}\n`.repeat(300)));
    assert.equal(long.items.length, 200);
    for (const { title, decision } of long.items) assert.ok(title.length <= 120 && decision.length <= 120);
    assert.equal(entry(letter('CM16-0000001', `## ${'😀'.repeat(100)}`)).items[0]?.title.length, 119);
    const cited = `Decision based on MTUS ${'Knee Complaints 2004, '.repeat(20)}`;
    const citing = entry(letter('CM16-0000001', `## MRI\n\nMAXIMUS guideline: ${cited}\n\n`.repeat(100)));
    assert.equal(citing.citations.length, 1000);
    const full = new LetterIndex<Span>();
    const cane = entry(letter('CM16-0000001', '## Cane'));
    for (let number = 0; number < 20_001; number++) full.set(`${number}`, cane);
    assert.equal(full.size, 20_000);
    full.set('0', entry(first));
    full.set('20001', entry(first));
    assert.equal(full.find('mri of', 10).length, 1, 'those that are kept follow their letters');
  });

  it('knows which letters cite a guideline, and where', () => {
    const [{ guideline = '' } = {}] = entry(first).citations;
    const found = index.citing(guideline);
    assert.deepEqual(
      found.map(({ uri }) => uri),
      ['file:///a.letter', 'file:///b.letter'],
    );
    assert.equal(index.lettersCiting(guideline), 2);
    const [{ place: { start, end } = { start: 0, end: 0 } } = {}] = found;
    assert.equal(first.slice(start, end), 'Knee Complaints 2004, Section(s): Special Studies');
    assert.deepEqual(index.citing('no such guideline'), []);
  });

  it('finds items with their decisions, and letters by their numbers', () => {
    const names = (query: string, limit = 10) => index.find(query, limit).map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(names('mri left'), ['item MRI of the left knee: Upheld', 'item MRI of the left knee: Upheld']);
    assert.deepEqual(names('overturned'), ['item Physical therapy: Overturned']);
    assert.deepEqual(names('pt'), ['item Physical therapy: Overturned']);
    assert.deepEqual(names('0002'), ['letter CM16-0000002']);
    assert.deepEqual(names('xyz'), []);
    assert.equal(names('').length, 5);
    assert.equal(names('', 2).length, 2);
    assert.equal(index.find('overturned', 1)[0]?.container, 'CM16-0000002');
  });

  it('puts first what begins with the words, then what holds them', () => {
    const ordered = new LetterIndex<Span>();
    ordered.set(
      'a',
      entry(letter('', '## Back brace: Upheld\n\n## Brace for the knee: Upheld\n\n## B r a n c e: Upheld\n')),
    );
    assert.deepEqual(
      ordered.find('brace', 10).map(({ name }) => name),
      ['Brace for the knee: Upheld', 'Back brace: Upheld', 'B r a n c e: Upheld'],
    );
  });

  it('forgets a letter that went', () => {
    const one = new LetterIndex<Span>();
    one.set('a', entry(first));
    one.set('a', null);
    assert.equal(one.size, 0);
    assert.deepEqual(one.find('', 10), []);
  });
});
