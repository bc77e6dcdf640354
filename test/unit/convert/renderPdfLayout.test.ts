import assert from 'node:assert/strict';
import { breakLines, type Line, type StyledText } from '../../../server/src/convert/pdf/layoutLines';
import { lineCount, type Page, pagesOf, paperOf } from '../../../server/src/convert/pdf/layoutPages';
import { unitsOf } from '../../../server/src/convert/pdf/layoutUnits';
import { facesOf } from '../../../server/src/convert/pdf/renderFace';
import type { PrintedBlock } from '../../../server/src/core/printed/printed';
import { field, fonts, header, heading, house, letterOf, list, paragraph, run, title } from './renderPdfLetters';

const faces = facesOf(fonts);
const plainText = (text: string): StyledText => ({ text, face: 'regular' });
const textOf = ({ pieces }: Line) => pieces.map(({ text }) => text).join('');
const textsOf = (text: string, width: number) => breakLines([plainText(text)], 10, width, faces).map(textOf);

describe('lines of a printed letter', () => {
  it('end at spaces, and keep them', () => {
    const lines = textsOf('the knee bent to 120 degrees, against 95 before', 70);
    assert.ok(lines.length > 2);
    assert.equal(lines.join(''), 'the knee bent to 120 degrees, against 95 before');
    for (const line of lines.slice(0, -1)) assert.match(line, /\S $/);
    assert.doesNotMatch(lines.at(-1) ?? '', / $/);
  });

  it('are no wider than they may be', () => {
    const lines = breakLines(
      [plainText('well-known words of many lengths, W i d e and narrow '.repeat(20))],
      10,
      90,
      faces,
    );
    for (const { width } of lines) assert.ok(width <= 90, `${width}`);
  });

  it('do not end inside a word, whatever it is made of, if a line can hold it', () => {
    assert.deepEqual(textsOf('one follow-up/visit', 75), ['one ', 'follow-up/visit']);
  });

  it('break a word that none can hold behind its signs, without a space', () => {
    assert.deepEqual(textsOf('see https://example.org/guideline/wrist today', 75), [
      'see ',
      'https://example.',
      'org/guideline/',
      'wrist today',
    ]);
  });

  it('break a word that none can hold anywhere if it must be, but no character', () => {
    const lines = textsOf('𝐀'.repeat(50), 40);
    assert.equal(lines.join(''), '𝐀'.repeat(50));
    for (const line of lines) assert.doesNotMatch(line, /^[\uDC00-\uDFFF]/);
  });

  it('do not break at spaces that forbid it, nor show soft hyphens', () => {
    assert.deepEqual(textsOf('a dose of 5\u00A0mg, un\u00ADbroken', 60), ['a dose of ', '5\u00A0mg, ', 'unbroken']);
  });

  it('keep a word together that changes its look', () => {
    const lines = breakLines(
      [plainText('some words (“'), { text: 'bold', face: 'bold' }, plainText('”) follow')],
      10,
      52,
      faces,
    );
    assert.deepEqual(lines.map(textOf), ['some words ', '(“bold”) ', 'follow']);
    assert.deepEqual(
      lines[1]?.pieces.map(({ face }) => face),
      ['regular', 'bold', 'regular'],
    );
  });

  it('are none for a text of spaces', () => {
    assert.deepEqual(textsOf(' \n\t ', 60), []);
  });

  it('take a word of a million characters in little time', () => {
    const start = performance.now();
    assert.ok(textsOf('x'.repeat(500_000) + '-/'.repeat(250_000), 400).length > 1000);
    assert.ok(performance.now() - start < 10_000);
  }).timeout(20_000);
});

describe('pages of a printed letter', () => {
  const paper = paperOf(house);
  const pages = (blocks: readonly PrintedBlock[]) =>
    pagesOf(unitsOf(letterOf(blocks, { house: { ...house, letterhead: [] } }), paper.width, faces), paper);
  const fillers = (count: number) => Array.from({ length: count }, (_, index) => paragraph(run(`Line ${index}.`)));
  const tagsOf = (page: Page | undefined) => page?.map(({ unit }) => unit.tag);
  const sentence = 'Grip strength was measured on both days and came to four fifths of the other side. ';

  it('hold everything inside the margins, each line once and in order', () => {
    for (const page of pages([...fillers(50), paragraph(run(sentence.repeat(200))), heading('END'), list('a', 'b')])) {
      let last = paper.top - 1e-6;
      for (const { y, height } of page) {
        assert.ok(y >= last);
        last = y + height;
      }
      assert.ok(last <= paper.top + paper.height + 1e-6);
    }
  });

  it('keep headings and titles with what follows them', () => {
    for (let count = 1; count < 45; count++) {
      const set = pages([...fillers(count), heading('SUMMARY'), title('Splint', 'Denied'), paragraph(run(sentence))]);
      for (const page of set) assert.ok(!['H1', 'H2'].includes(tagsOf(page)?.at(-1) ?? ''), `after ${count}`);
    }
  });

  it('keep a label with the list that is its value', () => {
    for (let count = 1; count < 45; count++) {
      for (const page of pages([...fillers(count), field('Reasons'), list(sentence, sentence)])) {
        const last = page.at(-1)?.unit.cells[0]?.lines.map(textOf).join('');
        assert.notEqual(last, 'Reasons:', `after ${count}`);
      }
    }
  });

  it('neither end nor begin with one line of a paragraph', () => {
    for (let count = 1; count < 45; count++) {
      for (const times of [3, 4, 8]) {
        const fragments = pages([...fillers(count), paragraph(run(sentence.repeat(times)))]).flat();
        for (const { unit, firstLine, endLine } of fragments) {
          assert.ok(lineCount(unit) === 1 || endLine - firstLine > 1, `${count} before, ${times} sentences`);
        }
      }
    }
  });

  it('are as many as a paragraph takes, and each line of it is on one', () => {
    const fragments = pages([paragraph(run(sentence.repeat(1000)))]).flat();
    assert.ok(fragments.length > 10);
    let next = 0;
    for (const { firstLine, endLine } of fragments) {
      assert.equal(firstLine, next);
      next = endLine;
    }
    assert.equal(next, fragments[0] && lineCount(fragments[0].unit));
  });

  it('are one for an empty letter', () => {
    assert.deepEqual(pages([]), [[]]);
    assert.deepEqual(pages([paragraph(run(' ')), list(), header()]), [[]]);
  });

  it('go on after headings that fill more than a page', () => {
    const set = pages(Array.from({ length: 200 }, (_, index) => heading(`HEADING ${index}`)));
    assert.equal(set.flat().length, 200);
  });

  it('have room for a line, whatever margins a house asks for', () => {
    const margins = { top: 5000, right: 5000, bottom: 5000, left: -10 };
    const narrow = paperOf({ ...house, margins, size: 20 });
    assert.ok(narrow.width >= 144 && narrow.height >= 144);
    const set = pagesOf(unitsOf(letterOf([header(['Case Number', '1'])]), narrow.width, faces), narrow);
    assert.ok(set.flat().length > 1);
  });
});

describe('the header of a printed letter', () => {
  const rowsOf = (...pairs: [string, string][]) =>
    [...unitsOf(letterOf([header(...pairs)], { house: { ...house, letterhead: [] } }), 468, faces)].map(({ cells }) =>
      cells.map(({ lines }) => lines.map(textOf).join('')),
    );

  it('has two pairs in a row, read from left to right, if they fit', () => {
    assert.deepEqual(rowsOf(['Number', '1'], ['Injury', '03/14/2016'], ['Priority', 'Standard']), [
      ['Number:', '1', 'Injury:', '03/14/2016'],
      ['Priority:', 'Standard', '', ''],
    ]);
  });

  it('has one pair in a row if one of them is long', () => {
    const long = 'Physical Medicine and Rehabilitation, Pain Management, and one more';
    assert.deepEqual(rowsOf(['Number', '1'], ['Specialty', long]), [
      ['Number:', '1'],
      ['Specialty:', long],
    ]);
  });

  it('has a row for a label without a value', () => {
    assert.deepEqual(rowsOf(['Number', '']), [['Number:', '']]);
  });
});
