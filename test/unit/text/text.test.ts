import assert from 'node:assert/strict';
import { printDay, readDay } from '../../../server/src/core/text/dates';
import { splitLines } from '../../../server/src/core/text/lines';
import { lowerCase } from '../../../server/src/core/text/lowerCase';
import { applyEdits, contains, shift, touches } from '../../../server/src/core/text/span';
import { endsSentence, foldSpaces, isSpace, isWordCharacter, squeeze } from '../../../server/src/core/text/words';

describe('lines', () => {
  const table: [text: string, lines: [content: string, terminator: string][]][] = [
    ['', [['', '']]],
    ['a', [['a', '']]],
    [
      'a\nb',
      [
        ['a', '\n'],
        ['b', ''],
      ],
    ],
    [
      'a\r\nb\rc\n',
      [
        ['a', '\r\n'],
        ['b', '\r'],
        ['c', '\n'],
        ['', ''],
      ],
    ],
    [
      'a\n\rb',
      [
        ['a', '\n'],
        ['', '\r'],
        ['b', ''],
      ],
    ],
    [
      'a\fb',
      [
        ['a', '\f'],
        ['b', ''],
      ],
    ],
    [
      'a\f  \nb',
      [
        ['a', '\f  \n'],
        ['b', ''],
      ],
    ],
    [
      'a\f\r\nb',
      [
        ['a', '\f\r\n'],
        ['b', ''],
      ],
    ],
    [
      'a\n\f\nb',
      [
        ['a', '\n'],
        ['', '\f\n'],
        ['b', ''],
      ],
    ],
    [
      'a\f\fb',
      [
        ['a', '\f'],
        ['', '\f'],
        ['b', ''],
      ],
    ],
    [
      'a\f b\f',
      [
        ['a', '\f '],
        ['b', '\f'],
        ['', ''],
      ],
    ],
    ['a\u2028b\u2029c\u0085d\u000be', [['a\u2028b\u2029c\u0085d\u000be', '']]],
  ];
  for (const [text, lines] of table) {
    it(`of ${JSON.stringify(text)}`, () => {
      const found = splitLines(text);
      assert.deepEqual(
        found.map(line => [line.content, line.terminator]),
        lines,
      );
      assert.equal(found.map(line => line.content + line.terminator).join(''), text);
    });
  }
});

describe('words', () => {
  it('are parted by white space of any kind, and by no other character', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      const known = /\s/.test(character);
      assert.equal(isSpace(code), known, `U+${code.toString(16)}`);
      assert.equal(squeeze(character) === '', known, `U+${code.toString(16)}`);
      assert.equal(foldSpaces(`a${character}b`) === 'a b', known, `U+${code.toString(16)}`);
      if (known) assert.equal(isWordCharacter(code), false, `U+${code.toString(16)}`);
    }
  });

  it('are letters and digits, of any alphabet', () => {
    for (const character of 'azAZ09éßж中\ud83d') assert.ok(isWordCharacter(character.charCodeAt(0)), character);
    for (const character of ' .,:-()[]*_#/\u2013\u2019\u201c')
      assert.ok(!isWordCharacter(character.charCodeAt(0)), character);
  });

  it('are compared without white space and case', () => {
    assert.equal(squeeze(' Decision\u00a0 Date\n'), 'decisiondate');
    assert.equal(foldSpaces(' Decision \n\tDate '), 'Decision Date');
  });

  it('keep their length in lower case', () => {
    assert.equal(lowerCase('MRI of the KNEE, É'), 'mri of the knee, é');
    const grows = '\u0130STANBUL';
    assert.notEqual(grows.toLowerCase().length, grows.length);
    assert.equal(lowerCase(grows), '\u0130stanbul');
  });

  it('end a sentence', () => {
    for (const text of [
      'It is.',
      'Is it?',
      'It is!',
      'It is." ',
      "It is.'",
      'It is.)',
      '(It is.)',
      'It is.\u201d',
      '**It is.**',
      'No. 5.',
      '...',
    ]) {
      assert.ok(endsSentence(text), text);
    }
    for (const text of ['', ' ', 'It is', 'It is:', 'It is;', 'It is,', 'at 0.5 mg', 'It is. Not', '")']) {
      assert.ok(!endsSentence(text), text);
    }
  });
});

describe('days', () => {
  const table: [written: string, iso: string | null][] = [
    ['10/13/2016', '2016-10-13'],
    ['1/3/2016', '2016-01-03'],
    ['10-13-16', '2016-10-13'],
    ['10.13.2016', '2016-10-13'],
    [' 10/13/2016 ', '2016-10-13'],
    ['9-10- 2015', '2015-09-10'],
    ['2016-10-13', '2016-10-13'],
    ['October 13, 2016', '2016-10-13'],
    ['Oct. 13 2016', '2016-10-13'],
    ['Sept 3, 2016', '2016-09-03'],
    ['01/01/69', '2069-01-01'],
    ['01/01/70', '1970-01-01'],
    ['02/29/2016', '2016-02-29'],
    ['02/29/2015', null],
    ['02/29/1900', null],
    ['02/29/2000', '2000-02-29'],
    ['13/10/2016', null],
    ['00/10/2016', null],
    ['04/31/2016', null],
    ['10/13/216', null],
    ['10/13', null],
    ['10/13/2016 and more', null],
    ['Foo 13, 2016', null],
    ['', null],
    ['1'.repeat(1000), null],
  ];
  for (const [written, iso] of table) {
    it(`"${written.slice(0, 40)}" is ${iso ?? 'none'}`, () => assert.equal(readDay(written)?.iso ?? null, iso));
  }

  it('are printed as letters print them', () => {
    const day = readDay('1-3-16');
    assert.equal(day && printDay(day), '01/03/2016');
  });
});

describe('spans', () => {
  it('touch where they share a character or an edge', () => {
    assert.ok(touches({ start: 1, end: 3 }, { start: 3, end: 3 }));
    assert.ok(touches({ start: 1, end: 3 }, { start: 2, end: 5 }));
    assert.ok(!touches({ start: 1, end: 3 }, { start: 4, end: 5 }));
    assert.ok(
      contains({ start: 1, end: 3 }, 3) && contains({ start: 1, end: 3 }, 1) && !contains({ start: 1, end: 3 }, 4),
    );
    assert.deepEqual(shift({ start: 1, end: 3 }, 2), { start: 3, end: 5 });
  });

  it('are replaced in any order', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'E' },
      { span: { start: 0, end: 0 }, text: '>' },
      { span: { start: 1, end: 3 }, text: '' },
    ];
    assert.equal(applyEdits('abcdef', edits), '>adEf');
    assert.equal(applyEdits('abc', []), 'abc');
  });
});
