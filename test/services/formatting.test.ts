import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedParts } from '../../server/src/core/language/format/sameContent';
import { parseLetter } from '../../server/src/core/language/letter';
import { formatOnType } from '../../server/src/core/services/formatOnType';
import { formatLetter, formatRange } from '../../server/src/core/services/formatting';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const { profile } = testSetup();
const issues = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n';

function formatted(source: string, wrap: 'keep' | 'join' | number = 'join'): string {
  const { text } = readMarked(source);
  const once = applyEdits(text, formatLetter(parseLetter(text, profile), { wrap }));
  assert.deepEqual(formatLetter(parseLetter(once, profile), { wrap }), [], 'the second time changes nothing');
  return once;
}

describe('formatting', () => {
  it('writes headings, titles and labels as the profile has them', () => {
    const text = [
      '   how  the IMR final determination was made  '.toUpperCase(),
      '**State(s) of licensure:** Ohio',
      '# Clinical Case Summary:',
      'The worker fell.',
      '##IMR ISSUES, DECISIONS AND RATIONALES',
      'The items:',
      '**Knee brace: Upheld**',
      'claims  administrator guideline : Decision based on MTUS Knee Complaints 2004.',
      'Rationale:',
      'None.',
    ].join('\n');
    assert.equal(
      formatted(text),
      `# HOW THE IMR FINAL DETERMINATION WAS MADE

State(s) of Licensure: Ohio

# CLINICAL CASE SUMMARY

The worker fell.

# IMR ISSUES, DECISIONS AND RATIONALES

The items:

## **Knee brace: Upheld**

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: None.
`,
    );
  });

  it('leaves misspelt labels and headings to their rule, which offers the right words', () => {
    const text = `# CLINCAL CASE SUMARY\n\nHe fell.\n\n${issues}## Knee brace: Upheld\n\nDecision ratonale: None.\n`;
    assert.equal(formatted(text), text);
  });

  it('gives each field of the header a line, its label whole', () => {
    const text = [
      'Case Number:          CM16-0000042',
      'Date Assigned: 10/18/2016      Date of Injury: 03/14/2016',
      '**UR Denial Date:** 10/03/2016',
      'Priority:             Standard       Application       10/11/2016',
      '                                     Received:',
      '',
      'CLINICAL CASE SUMMARY',
    ].join('\n');
    assert.equal(
      formatted(text),
      `Case Number: CM16-0000042
Date Assigned: 10/18/2016
Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016
Priority: Standard
Application Received: 10/11/2016

# CLINICAL CASE SUMMARY
`,
    );
  });

  it('joins the lines of a paragraph, keeps them, or sets them anew', () => {
    const text = '# CLINICAL CASE SUMMARY\nThe injured worker fell on 9-10-\n2015 from a  ladder.\nHe hurt his \fknee.';
    const head = '# CLINICAL CASE SUMMARY\n\n';
    assert.equal(formatted(text), `${head}The injured worker fell on 9-10-2015 from a ladder. He hurt his knee.\n`);
    assert.equal(
      formatted(text, 'keep'),
      `${head}The injured worker fell on 9-10-\n2015 from a ladder.\nHe hurt his\nknee.\n`,
    );
    assert.equal(
      formatted(text, 40),
      `${head}The injured worker fell on 9-10-2015\nfrom a ladder. He hurt his knee.\n`,
    );
  });

  it('breaks no line where the next one would be read as something else', () => {
    const words = 'one two three four five six seven eight nine';
    for (const trap of ['- 5', '2. five', '#60 tablets', 'Rationale: none', 'pre- and']) {
      const text = `${issues}## Brace: Upheld\n\nDecision rationale: ${words} ${trap} ten eleven twelve thirteen fourteen.\n`;
      for (let column = 40; column < 90; column++) {
        const wrapped = formatted(text, column);
        const letter = parseLetter(wrapped, profile);
        assert.deepEqual(changedParts(parseLetter(text, profile), letter), [], trap);
        assert.ok(wrapped.split('\n').length > 5, 'lines are broken');
      }
    }
  });

  it('takes out the empty lines of double-spaced text, and page breaks, but no paragraph', () => {
    const line = 'The worker was seen again by the treating physician, and he said that his';
    const text = `CLINICAL CASE SUMMARY \n\n${line} \n\n${line} \n\n${line} \n\nknee hurt. \n\n \n\nHe was sent home.\f\nThen he slept.`;
    assert.equal(
      formatted(text),
      `# CLINICAL CASE SUMMARY\n\n${line} ${line} ${line} knee hurt.\n\nHe was sent home.\n\nThen he slept.\n`,
    );
  });

  it('keeps lists, with a hyphen for any bullet', () => {
    const text = `# CLINICAL CASE SUMMARY\n\nHe took:\n• naproxen\n  daily\n* ibuprofen\n1. rest\n2. ice,\nand 10.\nThe end`;
    assert.equal(
      formatted(text),
      `# CLINICAL CASE SUMMARY\n\nHe took:\n- naproxen daily\n- ibuprofen\n1. rest\n2. ice, and 10. The end\n`,
    );
  });

  it('makes quotation marks straight where they come in pairs', () => {
    const text = '# CLINICAL CASE SUMMARY\n\nHe’s “well” and ‘fit’.\n\nAn open “quote, and it’s left.\n';
    assert.equal(
      formatted(text),
      "# CLINICAL CASE SUMMARY\n\nHe's \"well\" and 'fit'.\n\nAn open “quote, and it's left.\n",
    );
  });

  it('keeps comments where they are, blank lines around them too', () => {
    const text = `<!-- top -->

# CLINICAL CASE SUMMARY <!-- ours -->

One line
<!-- letter-disable-next-line style -->
and  <!-- two
lines --> another.
<!-- above the items -->
${issues}<!-- letter-disable-next-line missing-decision -->
## Knee brace

Decision rationale: [[why]] <!-- unclosed
More.
`;
    assert.equal(
      formatted(text),
      text.replace('and  <', 'and <').replace('.\n<!-- above', '.\n\n<!-- above').replace('items -->\n', 'items -->\n'),
    );
  });

  it('keeps line ends and the byte-order mark', () => {
    const text = '\ufeffCLINICAL CASE SUMMARY\r\nHe  fell.\r\n\r\n\r\nHe rose.';
    assert.equal(formatted(text), '\ufeff# CLINICAL CASE SUMMARY\r\n\r\nHe fell.\r\n\r\nHe rose.\r\n');
    assert.equal(formatted(''), '');
    assert.equal(formatted(' \n\n'), '');
  });

  it('edits no more than differs', () => {
    const text = `${issues}## Knee  brace: Upheld\n\nDecision  Rationale: It was\nnot asked for.\n`;
    const edits = formatLetter(parseLetter(text, profile), { wrap: 'join' });
    assert.deepEqual(
      edits.map(({ span, text: written }) => [text.slice(span.start, span.end), written]),
      [
        [' ', ''],
        [' R', 'r'],
        ['\n', ' '],
      ],
    );
  });

  it('leaves the examples as they are', () => {
    for (const name of readdirSync('examples').filter(each => /^\d.*\.letter$/.test(each))) {
      const text = readFileSync(join('examples', name), 'utf8');
      assert.equal(formatted(text), text, name);
    }
  });

  it('is linear in the text', function () {
    this.timeout(20_000);
    for (const piece of [
      '<!-- ',
      'a ',
      ' ',
      '\n\n',
      '“ ',
      '- ',
      'Decision rationale: x\n',
      '## a: Upheld\n',
      '\f',
      '1. ',
    ]) {
      const text = `${issues}## Brace: Upheld\n\n${piece.repeat(100_000 / piece.length)}`;
      const letter = parseLetter(text, profile);
      const start = performance.now();
      formatLetter(letter, { wrap: 'join' });
      formatLetter(letter, { wrap: 80 });
      assert.ok(performance.now() - start < 5000, JSON.stringify(piece));
    }
  });
});

describe('formatting a range', () => {
  it('touches the lines of the range alone', () => {
    const { text, ranges } = readMarked(
      `${issues}## Knee  brace: Upheld\n\nDecision rationale: It ⟪was  asked\nfor  in⟫ vain.\nNo  more.\n`,
    );
    const edits = formatRange(parseLetter(text, profile), ranges[0] ?? assert.fail(), { wrap: 'join' });
    assert.equal(
      applyEdits(text, edits),
      text.replace('was  asked\nfor  in vain.\n', 'was asked for in vain. ').replace('No  more', 'No  more'),
    );
  });
});

describe('formatting on type', () => {
  function typed(source: string, character: '\n' | ':'): string {
    const { text, cursors } = readMarked(source);
    return applyEdits(text, formatOnType(parseLetter(text, profile), cursors[0] ?? assert.fail(), character));
  }

  it('writes the label as the profile has it when its colon is typed', () => {
    const item = `${issues}## Knee brace: Upheld\n\n`;
    assert.equal(typed(`${item}decision  rationale:‸ None.`, ':'), `${item}Decision rationale: None.`);
    assert.equal(typed('date of injury:‸', ':'), 'Date of Injury:');
  });

  it('marks the heading on the line that was left, and takes the spaces off its end', () => {
    assert.equal(typed('CLINICAL CASE  SUMMARY \n‸', '\n'), '# CLINICAL CASE SUMMARY\n');
    assert.equal(
      typed('# CLINICAL CASE SUMMARY\n\nHe  fell.  \n‸\n', '\n'),
      '# CLINICAL CASE SUMMARY\n\nHe  fell.\n\n',
    );
  });

  it('leaves other colons, misspelt labels and comments alone', () => {
    const item = `${issues}## Knee brace: Upheld\n\n`;
    for (const line of ['Decision rationale: See the note:‸', 'Decision ratonale:‸', '<!-- decision rationale:‸ -->']) {
      assert.equal(typed(item + line, ':'), item + line.replace('‸', ''));
    }
  });
});
