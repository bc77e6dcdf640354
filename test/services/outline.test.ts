import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { letterFolds } from '../../server/src/core/services/folding';
import { type LetterSymbol, letterSymbols } from '../../server/src/core/services/symbols';
import { testSetup } from '../support/setup';

const { profile } = testSetup();

describe('outline', () => {
  const outline = (text: string) => letterSymbols(parseLetter(text, profile));
  const names = (symbols: readonly LetterSymbol[]): unknown[] =>
    symbols.map(({ kind, name, detail, children }) => [
      kind,
      name,
      detail,
      ...(children.length > 0 ? [names(children)] : []),
    ]);

  it('has sections, items with decisions, and fields', () => {
    const text = `Priority: Standard

# IMR ISSUES, DECISIONS AND RATIONALES

Lead-in.

## Knee brace: Upheld

Decision rationale: None at all.

## Crutches

# Annex
`;
    const symbols = outline(text);
    assert.deepEqual(names(symbols), [
      ['header', 'Header', '', [['field', 'Priority', 'Standard']]],
      [
        'section',
        'IMR ISSUES, DECISIONS AND RATIONALES',
        '',
        [
          ['item', 'Knee brace', 'Upheld', [['field', 'Decision rationale', 'None at all.']]],
          ['item', 'Crutches', ''],
        ],
      ],
      ['section', 'Annex', ''],
    ]);
    const issues = symbols[1] ?? assert.fail();
    assert.equal(text.slice(issues.span.start, issues.span.end).split('\n').at(-1), '## Crutches');
    assert.equal(text.slice(issues.nameSpan.start, issues.nameSpan.end), 'IMR ISSUES, DECISIONS AND RATIONALES');
  });

  it('holds for any text: names are not empty and stand inside', () => {
    const texts = [
      '',
      '#',
      '##',
      '## \n##\n# \n',
      '#\f## : Upheld',
      `## ${'x'.repeat(5000)}`,
      '\n\n##\t:\n',
      `## ${'😀'.repeat(100)}`,
      `Priority: ${'😀'.repeat(100)}\n\n## X: ${'y'.repeat(200)}\n\nDecision rationale: ${'z'.repeat(5000)}`,
    ];
    const check = (symbols: readonly LetterSymbol[], text: string): void => {
      for (const { name, detail, span, nameSpan, children } of symbols) {
        assert.notEqual(name.trim(), '', JSON.stringify(text));
        assert.ok(name.length <= 121 && !/[\ud800-\udbff]…/.test(name));
        assert.ok(detail.length <= 61 && !/[\ud800-\udbff]…/.test(detail));
        assert.ok(
          span.start <= nameSpan.start && nameSpan.start <= nameSpan.end && nameSpan.end <= span.end,
          JSON.stringify(text),
        );
        check(children, text);
      }
    };
    for (const text of texts) check(outline(text), text);
    assert.equal(outline('## A\n\n## B\n').length, 2, 'items without a section');
  });
});

describe('folding', () => {
  /** First and last line of each fold. */
  const folds = (text: string) =>
    letterFolds(parseLetter(text, profile)).map(({ kind, span }) => {
      const lines = text.slice(span.start, span.end).split(/\r\n|\n|\r/);
      return [kind, lines[0], lines.at(-1)];
    });

  it('takes sections with their items, items, fields, comments and regions', () => {
    const text = `# IMR ISSUES, DECISIONS AND RATIONALES

<!-- region drafts -->
## Knee brace: Upheld

Decision rationale: First.

Last.

## Crutches: Upheld
<!-- endregion -->

# Annex

<!-- A note <!--
of two lines -->
Text.

`;
    assert.deepEqual(folds(text), [
      ['section', '# IMR ISSUES, DECISIONS AND RATIONALES', '<!-- endregion -->'],
      ['item', '## Knee brace: Upheld', 'Last.'],
      ['field', 'Decision rationale: First.', 'Last.'],
      ['item', '## Crutches: Upheld', '<!-- endregion -->'],
      ['section', '# Annex', 'Text.'],
      ['comment', '<!-- A note <!--', 'of two lines -->'],
      ['region', '<!-- region drafts -->', '<!-- endregion -->'],
    ]);
  });

  it('leaves unmatched regions and unclosed comments alone', () => {
    assert.deepEqual(folds('<!-- endregion -->\n<!-- region -->\n<!-- open\nText.\n'), []);
  });
});
