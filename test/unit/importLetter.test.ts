import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { withBeside } from '../../server/src/core/import/beside';
import { importLetter } from '../../server/src/core/import/importLetter';
import { pageAt, sourceOffset } from '../../server/src/core/import/origin';
import { parseLetter } from '../../server/src/core/language/letter';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { compileProfile } from '../../server/src/core/profile/compiled';
import { applyEdits } from '../../server/src/core/text/span';
import { assertLinear } from '../support/growth';
import { testSetup } from '../support/setup';

const setup = testSetup();

const imported = (text: string) => importLetter(text, setup, builtInProfiles);

const posted = [
  'Acme Review, Sacramento',
  'Case Number:   CM16-0000003          Date of Injury:   03/14/2016',
  'Priority:      Standard              Application       10/11/2016',
  '                                     Received:',
  '             CLINICAL CASE SUMMARY',
  'The worker went back to the treating physician, who saw that the left knee',
  'was swollen on 9-10-',
  '2015.',
  '\fIMR ISSUES, DECISIONS AND RATIONALES',
  'The decisions rest on what follows:',
  '',
  'Knee brace: Upheld',
  'Claims Administrator guideline: The Claims Administrator did not cite any medical',
  'evidence for its decision.',
  'Decision rationale: None.',
  '',
].join('\n');

const markup = [
  'Acme Review, Sacramento',
  '',
  'Case Number: CM16-0000003',
  'Date of Injury: 03/14/2016',
  'Priority: Standard',
  'Application Received: 10/11/2016',
  '',
  '# CLINICAL CASE SUMMARY',
  '',
  'The worker went back to the treating physician, who saw that the left knee was swollen on 9-10-2015.',
  '',
  '# IMR ISSUES, DECISIONS AND RATIONALES',
  '',
  'The decisions rest on what follows:',
  '',
  '## Knee brace: Upheld',
  '',
  'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
  '',
  'Decision rationale: None.',
  '',
].join('\n');

describe('importing a letter', () => {
  it('makes markup of posted text, and tells what belongs nowhere', () => {
    const { text, notALetter, betterProfile, unplaced, leftOut } = imported(posted);
    assert.equal(text, markup);
    assert.equal(notALetter, false);
    assert.equal(betterProfile, null);
    assert.deepEqual(unplaced, [{ line: 0, text: 'Acme Review, Sacramento', why: 'header' }]);
    assert.deepEqual(leftOut, []);
  });

  it('leaves a letter in markup as it is, its comments too', () => {
    for (const path of ['examples/2016-section-style.letter', 'examples/2014-page-style.letter']) {
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(imported(text), {
        text,
        notALetter: false,
        betterProfile: null,
        unplaced: [],
        leftOut: [],
        edits: [],
      });
    }
  });

  it('writes any line ends as LF, and drops what no text has', () => {
    for (const lineEnd of ['\r\n', '\r', '\u2028']) {
      assert.equal(imported(`\ufeff${posted.replaceAll('\n', lineEnd)}`).text, markup);
    }
    assert.match(imported('CLINICAL CASE SUMMARY\n\nOne\u0000two\u000bthree.').text, /\n\nOne two three\.\n$/);
  });

  it('tells where in the source each word stood, and on which page', () => {
    const result = imported(posted);
    const pages = [0, posted.indexOf('\f') + 1];
    assert.equal(applyEdits(posted, result.edits), result.text);
    for (const word of [
      'Acme',
      'CM16-0000003',
      '03/14/2016',
      'physician',
      'Knee brace',
      'rest on',
      'evidence for',
      'None',
    ]) {
      const at = sourceOffset(result, result.text.indexOf(word));
      assert.equal(posted.slice(at, at + 4), word.slice(0, 4), word);
      assert.equal(pageAt(pages, at), at < (pages[1] ?? 0) ? 1 : 2, word);
    }
    assert.equal(pageAt([0], 99), 1);
  });

  it('names text among the items, labels out of place and unknown headings', () => {
    const { text, unplaced } = imported(
      [
        '# CLINICAL CASE SUMMARY',
        'MAXIMUS guideline: lost.',
        '# LETTERS RECEIVED',
        'One.',
        '# IMR ISSUES, DECISIONS AND RATIONALES',
        'The decisions rest on this:',
        '',
        'A paragraph on its own.',
        '',
        '## Knee brace: Upheld',
        '',
        'Words below the title.',
        '',
        'Claims Administrator guideline: none.',
        'Decision rationale: None.',
        '',
        'More of the rationale.',
      ].join('\n'),
    );
    const lines = text.split('\n');
    assert.deepEqual(
      unplaced.map(({ why, text: words, line }) => [why, words, lines[line]?.includes(words)]),
      [
        ['label', 'MAXIMUS guideline', true],
        ['heading', 'LETTERS RECEIVED', true],
        ['items', 'A paragraph on its own.', true],
        ['item', 'Words below the title.', true],
      ],
    );
  });

  it('takes out page numbers, running heads and feet, and tells them', () => {
    const page = (number: number, words: string) => `Example Services\n${words}\nCase 42\nPage ${number} of 3\n`;
    const text = [
      page(1, 'CLINICAL CASE SUMMARY\nThe worker went to see the physician about'),
      page(2, 'the knee. It was swollen, and the physician asked for'),
      page(3, 'a brace.'),
    ].join('\f');
    const result = imported(text);
    assert.match(result.text, /about the knee\. It was swollen, and the physician asked for a brace\.\n$/);
    assert.deepEqual(
      result.leftOut.map(({ what, page: on, text: words }) => [what, on, words]),
      [
        ['runningFoot', 1, 'Case 42'],
        ['pageNumber', 1, 'Page 1 of 3'],
        ['runningHead', 2, 'Example Services'],
        ['runningFoot', 2, 'Case 42'],
        ['pageNumber', 2, 'Page 2 of 3'],
        ['runningHead', 3, 'Example Services'],
        ['runningFoot', 3, 'Case 42'],
        ['pageNumber', 3, 'Page 3 of 3'],
      ],
    );
  });

  it("takes out the house's letterhead, which is printed above the letter again", () => {
    const house = { ...setup.profile.profile.house, letterhead: ['Acme Review', 'Of  Sacramento'] };
    const ofHouse = { ...setup, profile: compileProfile({ ...setup.profile.profile, house }) };
    const text =
      '\n      Acme Review\n\n   of Sacramento \n\nCase Number: CM16-0000003\n\nCLINICAL CASE SUMMARY\n\nHe fell.\n';
    const result = importLetter(text, ofHouse);
    assert.match(result.text, /^Case Number: CM16-0000003\n\n# CLINICAL/);
    assert.deepEqual(result.leftOut, [{ what: 'letterhead', page: 1, text: 'Acme Review of Sacramento' }]);
    assert.match(importLetter(text.replace('of ', 'in '), ofHouse).text, /^Acme Review\s+in Sacramento/);
    const beside = [{ what: 'runningHead', page: null, text: 'Acme Review Of Sacramento' }];
    assert.equal(withBeside(result, beside, house.letterhead).text, result.text);
  });

  it('takes no text for a page number or a running head', () => {
    const line = 'As the chapter on the knee says of such cases at length, and again on page 261';
    const rationale = `${line}\nthe study is of use.\n`;
    const again = 'As the chapter on the knee says of such cases';
    const text = `CLINICAL CASE SUMMARY\n${rationale}${rationale}He asked,\n\f${again}\nhe slept.\nHe said,\n\f${again}\nand he rose.\n\fThe\nend.\n\fThe\nlast.\n\f\f\f`;
    const { text: result, leftOut } = imported(text);
    assert.deepEqual(
      leftOut.filter(({ what }) => what === 'pageNumber'),
      [],
    );
    assert.equal(result.split('page 261 the study').length, 3);
  });
});

describe('importing what is no letter', () => {
  it('leaves it as it is, and says so', () => {
    for (const text of [
      'Sehr geehrte Damen und Herren,\n\nder Antrag auf   eine Knieorthese wird abgelehnt.\n',
      'Dear Sir\n\n\n\n# Findings of fact\n\nNone.',
      'const a = 1;\n',
      '',
    ]) {
      const result = imported(text);
      assert.equal(result.text, text);
      assert.equal(result.notALetter, true, text);
      assert.deepEqual(result.unplaced, []);
    }
  });

  it('names the profile that it fits better', () => {
    const text = readFileSync('examples/federal/federal-external-review.letter', 'utf8');
    assert.equal(imported(text).betterProfile, 'federal-external-review');
    assert.equal(importLetter(text, testSetup({}, 'federal-external-review'), builtInProfiles).betterProfile, null);
    assert.equal(importLetter(text, setup).betterProfile, null);
  });

  it('is linear in the text', () => {
    const pieces = ['Page 1 of 2\n', 'a\n\f', 'Case Number: ', 'Upheld\n', '# A\n', '<!-- ', '\r', ': Upheld\n\n'];
    assertLinear(pieces, text => imported(`CLINICAL CASE SUMMARY\n${text}`));
  });
});

describe('what stands beside the text of a file', () => {
  const letter = imported('# CLINICAL CASE SUMMARY\n\nHe fell.\n');

  it('is kept as a comment at the end, each thing once, and only what the letter does not say', () => {
    const beside = [
      { what: 'runningFoot', page: 1, text: 'Case 42 --> end  <!-- here' },
      { what: 'runningFoot', page: 2, text: 'Case 42 --> end <!-- here' },
      { what: 'runningFoot', page: 2, text: 'Page 2 of 3' },
      { what: 'runningFoot', page: 2, text: 'He fell - 2 -' },
      { what: 'runningHead', page: 2, text: 'Example Services, page 2' },
      { what: 'runningHead', page: 3, text: 'Example Services, page 3' },
      { what: 'picture', page: 3, text: '' },
      { what: 'comment', page: null, text: 'Ask\nagain' },
    ];
    const result = withBeside(letter, beside, []);
    assert.equal(
      result.text,
      `${letter.text}\n<!--\nBeside the text of the imported file:\n- (runningFoot, page 1) Case 42 -- > end <! -- here\n- (runningHead, page 2) Example Services, page 2\n- (comment) Ask again\n-->\n`,
    );
    assert.deepEqual(result.leftOut, beside);
    const { items, sections, unclosedComments } = parseLetter(result.text, setup.profile);
    assert.deepEqual([items.length, sections.length, unclosedComments.length], [0, 1, 0]);
    assert.ok(!sections[0]?.part.body.text.includes('Ask'));
  });

  it('adds nothing where there is nothing', () => {
    assert.deepEqual(withBeside(letter, [], []), letter);
    assert.equal(
      withBeside({ ...letter, text: '' }, [{ what: 'note', page: null, text: 'x' }], []).text.slice(0, 4),
      '<!--',
    );
  });
});
