import assert from 'node:assert/strict';
import { claimsLine, fieldSketch, fields, issues, itemsOf, rationaleLine, read, reviewerLine } from './sketch';

const titles = (text: string) => itemsOf(read(text)).map(item => [item.title, item.decision]);
const dense = fields.replace(/\n\n/g, '\n');
const heading = 'IMR ISSUES, DECISIONS AND RATIONALES';

describe('items in the plain form', () => {
  it('begin at a paragraph that ends in a decision and is followed by any label of an item', () => {
    for (const label of [claimsLine, reviewerLine, rationaleLine]) {
      assert.deepEqual(titles(issues('Cane: Upheld', label)), [['Cane', 'Upheld']], label);
    }
  });

  it('begin, in a draft, at the paragraph before the first label', () => {
    assert.deepEqual(titles(issues('Cane', claimsLine)), [['Cane', null]]);
    assert.deepEqual(titles(issues('Cane', reviewerLine)), []);
    assert.deepEqual(titles(issues('Cane', rationaleLine)), []);
    assert.deepEqual(titles(issues('Brace: Upheld', fields, 'Cane', fields)), [
      ['Brace', 'Upheld'],
      ['Cane', null],
    ]);
  });

  it('stand in a row, with blank lines or without, with the words that introduce them or without', () => {
    const expected = [
      { title: 'Brace', decision: 'Upheld', ...fieldSketch },
      { title: 'Cane for the left hand', decision: 'Overturned', ...fieldSketch },
      { title: 'Gel', decision: null, ...fieldSketch },
    ];
    for (const [between, own] of [
      ['\n\n', fields],
      ['\n', dense],
      ['\n\f', dense],
      ['\f', dense],
      ['\n\n\n', fields],
    ] as const) {
      for (const leadIn of ['', 'The decisions follow.', 'The decisions are set forth below:']) {
        const list = ['Brace: Upheld', own, 'Cane for the\nleft hand: Overturned', own, 'Gel', own];
        const text = [heading, ...(leadIn ? [leadIn] : []), ...list].join(between);
        assert.deepEqual(itemsOf(read(text)), expected, JSON.stringify([between, leadIn]));
      }
    }
  });

  it('do not begin at a line of a rationale that ends in a decision', () => {
    const rationale = 'Decision rationale: An earlier letter said\nof the cane: Upheld\nThe knee is stable.';
    assert.deepEqual(
      itemsOf(read(issues('Brace: Upheld', claimsLine, reviewerLine, rationale, 'Cane: Overturned', fields))),
      [
        {
          title: 'Brace',
          decision: 'Upheld',
          ...fieldSketch,
          rationale: 'An earlier letter said of the cane: Upheld The knee is stable.',
        },
        { title: 'Cane', decision: 'Overturned', ...fieldSketch },
      ],
    );
  });

  it('do not take the last paragraph of a rationale for a title, where the title is forgotten', () => {
    const text = issues('Brace: Upheld', fields, 'The request is not supported\nby the records.', fields);
    assert.deepEqual(itemsOf(read(text)), [
      {
        title: 'Brace',
        decision: 'Upheld',
        ...fieldSketch,
        rationale: `${fieldSketch.rationale} The request is not supported by the records.`,
      },
      { title: '', decision: null, ...fieldSketch },
    ]);
  });

  it('do not take the list that ends a rationale for a title, where the title is forgotten', () => {
    const items = itemsOf(read(issues('Brace: Upheld', `${fields}\n\n- swelling\n- pain`, fields)));
    assert.deepEqual(items, [
      {
        title: 'Brace',
        decision: 'Upheld',
        ...fieldSketch,
        rationale: `${fieldSketch.rationale} - swelling - pain`,
      },
      { title: '', decision: null, ...fieldSketch },
    ]);
  });

  it('do not take the words that introduce the items for a title', () => {
    assert.deepEqual(titles(`${heading}\n\nThe decisions on the disputed items are set forth below:\n\n${fields}`), []);
    assert.deepEqual(titles(`${heading}\nThe decisions on the disputed items are set forth below:\nCane\n${dense}`), [
      ['Cane', null],
    ]);
  });

  it('may have a title with a colon at the end of a line', () => {
    const text = issues('Brace: Upheld', fields, 'Labs to include:\nCBC: Upheld', fields);
    assert.deepEqual(titles(text).at(-1), ['Labs to include: CBC', 'Upheld']);
    assert.deepEqual(titles(issues('Labs to include:\nCBC: Upheld', fields)), [['Labs to include: CBC', 'Upheld']]);
  });

  it('are known by their decision where the first label is missing, or has lost its words', () => {
    const bare = claimsLine.replace(/^[^:]*: /, '');
    for (const text of [
      issues('Brace: Upheld', fields, 'Cane: Overturned', bare, reviewerLine, rationaleLine),
      issues('Brace: Upheld', fields, 'Cane: Overturned', reviewerLine, rationaleLine),
      issues('Brace: Upheld', bare, reviewerLine, rationaleLine, 'Cane: Overturned', fields),
    ]) {
      assert.deepEqual(titles(text), [
        ['Brace', 'Upheld'],
        ['Cane', 'Overturned'],
      ]);
    }
  });

  it('stand nowhere but in the issues section', () => {
    const text = `# CLINICAL CASE SUMMARY\n\nCane: Upheld\n\n${fields}\n\n${issues('Brace: Upheld', fields)}`;
    assert.deepEqual(titles(text), [['Brace', 'Upheld']]);
    assert.deepEqual(titles(`# CLINICAL CASE SUMMARY\n\n## Cane: Upheld\n\n${issues('Brace: Upheld', fields)}`), [
      ['Brace', 'Upheld'],
    ]);
    assert.deepEqual(titles(`${issues('Brace: Upheld', fields)}\n\n# NOTES\n\nCane: Upheld\n\n${fields}`), [
      ['Brace', 'Upheld'],
    ]);
  });

  it('stand anywhere but in how the letter was made, where the heading of the issues is missing', () => {
    const item = `Cane: Upheld\n\n${fields}`;
    assert.deepEqual(titles(item), [['Cane', 'Upheld']]);
    assert.deepEqual(titles(`Case Number: CM16-0000001\n\n${item}`), [['Cane', 'Upheld']]);
    assert.deepEqual(titles(`# CLINICAL CASE SUMMARY\n\nThe worker fell.\n\n${item}`), [['Cane', 'Upheld']]);
    assert.deepEqual(titles(`# HOW THE IMR FINAL DETERMINATION WAS MADE\n\n${item}`), []);
  });
});
