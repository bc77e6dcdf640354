import assert from 'node:assert/strict';
import { covered, fieldSketch, fields, type ItemSketch, issues, itemsOf, read } from './sketch';

/** What stands behind `## `, or as a plain paragraph, above an item's fields: how it is read. */
const decided: [written: string, title: string, decision: string][] = [
  ['MRI of the right knee: Upheld', 'MRI of the right knee', 'Upheld'],
  ['MRI of the right knee:Overturned', 'MRI of the right knee', 'Overturned'],
  ['MRI of the right knee : Upheld', 'MRI of the right knee', 'Upheld'],
  ['MRI of the right knee:   Upheld   ', 'MRI of the right knee', 'Upheld'],
  ['MRI of the right knee: upheld', 'MRI of the right knee', 'upheld'],
  ['MRI of the right knee: OVERTURNED', 'MRI of the right knee', 'OVERTURNED'],
  ['MRI of the right knee: Upheld.', 'MRI of the right knee', 'Upheld.'],
  ['MRI of the right knee: **Upheld**', 'MRI of the right knee', 'Upheld'],
  ['**MRI of the right knee**: Upheld', 'MRI of the right knee', 'Upheld'],
  ['**MRI of the right knee: Upheld**', 'MRI of the right knee', 'Upheld'],
  ['*MRI of the right knee:* Upheld', 'MRI of the right knee', 'Upheld'],
  ['MRI of the right knee: Uphled', 'MRI of the right knee', 'Uphled'],
  ['MRI of the right knee: Overtuned', 'MRI of the right knee', 'Overtuned'],
  ['MRI of the right knee: Modified', 'MRI of the right knee', 'Modified'],
  ['MRI of the right knee: Partially upheld', 'MRI of the right knee', 'Partially upheld'],
  ['MRI of the right knee: Not medically necessary', 'MRI of the right knee', 'Not medically necessary'],
  ['Associated surgical service: Hip pad: Upheld', 'Associated surgical service: Hip pad', 'Upheld'],
  ['Pre-op labs: CBC, PT/PTT: Upheld', 'Pre-op labs: CBC, PT/PTT', 'Upheld'],
  ['Labs to include: EKG: Overturned', 'Labs to include: EKG', 'Overturned'],
  ['Retrospective DOS: 11/11/2016: Upheld', 'Retrospective DOS: 11/11/2016', 'Upheld'],
  ['Gel pads QTY: 2: Upheld', 'Gel pads QTY: 2', 'Upheld'],
  ['Cream, day supply: 30: Upheld', 'Cream, day supply: 30', 'Upheld'],
  ['Tramadol 50mg #60 (DOS 12/29/16): Upheld', 'Tramadol 50mg #60 (DOS 12/29/16)', 'Upheld'],
  ['Lidocaine 5%, menthol 0.025% in a base: Upheld', 'Lidocaine 5%, menthol 0.025% in a base', 'Upheld'],
  ['Six visits of acupuncture,: Upheld', 'Six visits of acupuncture,', 'Upheld'],
  ['Visits at 2:30 p.m.: Upheld', 'Visits at 2:30 p.m.', 'Upheld'],
  ['Back brace (unknown quantity); six: Upheld', 'Back brace (unknown quantity); six', 'Upheld'],
  ['#60 tablets of 0.5 mg: Upheld', '#60 tablets of 0.5 mg', 'Upheld'],
  ['Upheld request for a cane: Overturned', 'Upheld request for a cane', 'Overturned'],
  ['Orthèse de genou 😀: Upheld', 'Orthèse de genou 😀', 'Upheld'],
];

const drafts = [
  'MRI of the right knee',
  'MRI of the right knee:',
  'MRI of the right knee: [[decision]]',
  'Associated surgical service: Hip pad',
  'Gel pads QTY: 2',
  'Pre-op labs: CBC',
  'Cream, day supply: 30',
  'Retrospective DOS: 11/11/2016',
  'MRI of the right knee: Up',
  'MRI of the right knee: Pending',
  'MRI of the right knee: held',
  'MRI of the right knee: returned',
  'MRI of the right knee (Upheld)',
  'MRI of the right knee - Upheld',
  'Norco 10/325mg #60',
  'Flurbiprofen 20%, Baclofen 5%, Menthol 2%',
];

function onlyItem(text: string): ItemSketch {
  const items = itemsOf(read(text));
  assert.equal(items.length, 1, text);
  return items[0] as ItemSketch;
}

describe('the title of an item', () => {
  for (const [written, title, decision] of decided) {
    it(`"${written}" is decided`, () => {
      const expected = { title, decision, ...fieldSketch };
      assert.deepEqual(onlyItem(issues(`## ${written}`, fields)), expected, 'marked');
      assert.deepEqual(onlyItem(issues(written, fields)), expected, 'plain');
      assert.deepEqual(onlyItem(issues(`  ${written}`, fields)), expected, 'centred');
    });
  }

  for (const written of drafts) {
    it(`"${written}" is a draft without a decision`, () => {
      const expected = { title: written, decision: null, ...fieldSketch };
      assert.deepEqual(onlyItem(issues(`## ${written}`, fields)), expected, 'marked');
      assert.deepEqual(onlyItem(issues(written, fields)), expected, 'plain');
    });
  }

  it('says how its decision is spelt', () => {
    const match = (word: string) => {
      const decision = read(issues(`## Cane: ${word}`, fields)).items[0]?.part.title.decision;
      return [decision?.match, decision?.definition?.outcome ?? null, decision?.advice !== null];
    };
    assert.deepEqual(match('Upheld'), ['exact', 'uphold', false]);
    assert.deepEqual(match('OVERTURNED'), ['exact', 'overturn', false]);
    assert.deepEqual(match('Up held'), ['exact', 'uphold', false]);
    assert.deepEqual(match('Uphled'), ['near', 'uphold', false]);
    assert.deepEqual(match('Overturnd'), ['near', 'overturn', false]);
    assert.deepEqual(match('Modified'), ['wrong', null, true]);
    assert.deepEqual(match('partially  Upheld'), ['wrong', null, true]);
  });

  it('has spans that cover its words in the letter', () => {
    const letter = read(issues('## 😀 *Labs*: CBC :  **Upheld** ', fields));
    const [placed] = letter.items;
    assert.ok(placed);
    const { title } = placed.part;
    assert.equal(covered(letter, placed.start, title.span), '😀 *Labs*: CBC :  **Upheld**');
    assert.equal(covered(letter, placed.start, title.name), '😀 *Labs*: CBC');
    assert.equal(covered(letter, placed.start, title.decision?.span ?? title.span), 'Upheld');
    assert.equal(covered(letter, placed.start, { start: title.colon ?? 0, end: (title.colon ?? 0) + 1 }), ':');
    assert.equal(title.text.text, '😀 Labs: CBC');
  });

  it('may be empty, but for its mark or its decision', () => {
    assert.deepEqual(onlyItem(issues('##', fields)), { title: '', decision: null, ...fieldSketch });
    assert.deepEqual(onlyItem(issues('## : Upheld', fields)), { title: '', decision: 'Upheld', ...fieldSketch });
  });

  it('is marked by two number signs, with or without a space', () => {
    for (const mark of ['##', '## ', '##   ', '  ## ', '\f## ', '\t##\t']) {
      const letter = read(issues(`${mark}Cane: Upheld`, fields));
      assert.deepEqual(itemsOf(letter), [{ title: 'Cane', decision: 'Upheld', ...fieldSketch }], mark);
      assert.equal(letter.items[0]?.part.marked, true, mark);
    }
  });

  it('that is decided is a title behind any number of them', () => {
    for (const mark of ['# ', '### ']) {
      const letter = read(issues('## Brace: Upheld', fields, `${mark}Cane: Overturned`, fields));
      assert.deepEqual(
        itemsOf(letter).map(item => [item.title, item.decision]),
        [
          ['Brace', 'Upheld'],
          ['Cane', 'Overturned'],
        ],
      );
    }
  });
});

describe('titles over several lines', () => {
  const long = 'Physical therapy for the left shoulder,\ntwo visits a week for six weeks, as written\nin the request';
  const folded = long.replace(/\n/g, ' ');

  for (const [name, mark] of [
    ['marked', '## '],
    ['plain', ''],
  ] as const) {
    it(`${name}: end in their decision`, () => {
      for (const end of [
        ': Upheld',
        ':\nUpheld',
        ' is:\nUpheld',
        ':\n  Upheld  ',
        ':\n\nUpheld',
        ': Not medically\nnecessary',
      ]) {
        const item = onlyItem(issues(`${mark}${long}${end}`, fields));
        assert.equal(item.title, end.startsWith(' is') ? `${folded} is` : folded, JSON.stringify(end));
        assert.equal(
          item.decision,
          end
            .replace(/^[^:]*:\s*/, '')
            .trim()
            .replace(/\s+/g, ' '),
        );
        assert.equal(item.rationale, fieldSketch.rationale);
      }
    });

    it(`${name}: of several sentences, with what was authorised`, () => {
      const title =
        'Twelve visits of therapy was the original request. Six visits of therapy was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, six visits of therapy is';
      const wrapped = title
        .replace('therapy was', 'therapy\nwas')
        .replace('. The', '.\nThe')
        .replace('. Six', '.\nSix');
      for (const written of [title, wrapped]) {
        const item = onlyItem(issues(`${mark}${written}: Upheld`, fields));
        assert.deepEqual(item, { title, decision: 'Upheld', ...fieldSketch });
      }
    });
  }

  it('plain: without blank lines, what was requested and authorised belongs to the title', () => {
    const item = onlyItem(
      [
        'IMR ISSUES, DECISIONS AND RATIONALES',
        'The decisions follow.',
        'Twelve visits was the original request. Six visits was authorized by the Claims Administrator.',
        'The remaining IMR eligible portion of the original request, six visits is: Upheld',
        fields.replace(/\n\n/g, '\n'),
      ].join('\n'),
    );
    assert.match(item.title, /^Twelve visits was the original request\. .* six visits is$/);
  });

  it('plain: a draft that says what was requested and authorised is a title', () => {
    const title = 'Twelve visits was the original request. Six visits was authorized by the Claims Administrator.';
    assert.deepEqual(onlyItem(issues(title, fields)), { title, decision: null, ...fieldSketch });
  });

  it('marked: text below a title without a decision is no title', () => {
    const item = onlyItem(issues('## Cane\nThe worker asks for a cane.', fields));
    assert.deepEqual(item, { title: 'Cane', decision: null, ...fieldSketch });
  });

  it('keep words and dates that a line break parts', () => {
    assert.equal(
      onlyItem(issues('Electro-\ndiagnostic study of 9-10-\n2015: Upheld', fields)).title,
      'Electro-diagnostic study of 9-10-2015',
    );
  });
});
