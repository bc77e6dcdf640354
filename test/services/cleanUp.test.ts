import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { cleanPaste, cleanUp } from '../../server/src/core/services/cleanUp/cleanUp';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function cleaned(source: string): string {
  const { text, ranges } = readMarked(source);
  const result = applyEdits(text, cleanUp(parseLetter(text, setup.profile), setup, ranges[0] ?? null));
  if (ranges.length === 0) {
    assert.deepEqual(cleanUp(parseLetter(result, setup.profile), setup), [], 'nothing is left to clean up');
  }
  return result;
}

/** The letter after a paste at the cursor, or over what is selected. */
function pasted(source: string, text: string): string | null {
  const marked = readMarked(source);
  const at = marked.cursors[0] ?? 0;
  const range = marked.ranges[0] ?? { start: at, end: at };
  const words = cleanPaste(parseLetter(marked.text, setup.profile), setup, range, text);
  return words === null ? null : applyEdits(marked.text, [{ span: range, text: words }]);
}

const line = 'The worker went back to the treating physician, who saw that the left knee';
const summary = '# CLINICAL CASE SUMMARY\n\n';

describe('cleaning up text from a PDF', () => {
  it('takes out page numbers, running heads and feet and page breaks, and goes on with the sentence', () => {
    const page = (number: number, text: string) =>
      `Letter for case 42\n${text}\n\nExample Services   Page ${number} of 3\n\f`;
    const text =
      page(1, `CLINICAL CASE SUMMARY\n${line}`) + page(2, 'was swollen.\nHe was sent home.') + page(3, 'He slept.');
    assert.equal(
      cleaned(text),
      `Letter for case 42\n\n${summary}${line} was swollen.\n\nHe was sent home.\n\nHe slept.\n`.replace(
        'swollen.\n\nHe',
        'swollen. He',
      ),
    );
  });

  it('takes out lone numbers only beside a page break', () => {
    assert.equal(
      cleaned(`${summary}${line}\n2\n\fwas swollen. He scored\n3\nof 10.`),
      `${summary}${line} was swollen. He scored 3 of 10.\n`,
    );
  });

  it('puts broken words together, and keeps hyphens that belong to a word', () => {
    assert.equal(
      cleaned(
        `${summary}The manipu-\nlation, a follow-\nup of the weight-\nbearing knee, non-\nsteroidal, on 9-10-\n2015.`,
      ),
      `${summary}The manipulation, a follow-up of the weight-bearing knee, non-steroidal, on 9-10-2015.\n`,
    );
    assert.equal(
      cleaned(`${summary}An instability. The insta-\nbility is a sur\u00ad\nprise.`),
      `${summary}An instability. The instability is a surprise.\n`,
    );
  });

  it('tells the paragraphs of text without blank lines by their last lines', () => {
    const text = `CLINICAL CASE SUMMARY\n${line}\n${line}\n${line}\nwas swollen.\nHe ${line}\n${line}\nslept.\n${line}`;
    assert.equal(
      cleaned(text),
      `${summary}${line} ${line} ${line} was swollen.\n\nHe ${line} ${line} slept.\n\n${line}\n`,
    );
  });

  it('cleans up the selection alone', () => {
    const text = `${summary}One\ntwo  three.\n\n⟪Four\nfive  six\nsev-\nen.⟫\n\nEight\nnine.\n`;
    assert.equal(cleaned(text), `${summary}One\ntwo  three.\n\nFour five six sev-en.\n\nEight\nnine.\n`);
  });

  it('makes markup of a whole letter', () => {
    const text = `\fCLINICAL CASE SUMMARY \n \nHe fell. \n \nIMR ISSUES, DECISIONS AND RATIONALES \nKnee brace: \nUpheld \nClaims Administrator guideline: The Claims \nAdministrator did not cite any medical evidence. \nDecision rationale:  None. \n`;
    assert.equal(
      cleaned(text),
      `${summary}He fell.\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Knee brace: Upheld\n\nClaims Administrator guideline: The Claims Administrator did not cite any medical evidence.\n\nDecision rationale: None.\n`,
    );
  });
});

describe('pasting text from a PDF', () => {
  it('joins its lines where it is put', () => {
    assert.equal(
      pasted(`${summary}He fell. ‸ He rose.\n`, '  The left\nknee   was\nsore.\n'),
      `${summary}He fell. The left knee was sore. He rose.\n`,
    );
    assert.equal(pasted(`${summary}⟪Old⟫.\n`, 'New\nwords'), `${summary}New words.\n`);
  });

  it('takes the empty lines out of double-spaced text, whatever the letter is like', () => {
    const text = [line, line, line, line, 'was swollen.', '', '', 'He slept.'].join(' \n\n');
    assert.equal(pasted(`${summary}‸`, text), `${summary}${line} ${line} ${line} ${line} was swollen.\n\nHe slept.`);
  });

  it('begins a letter with a letter', () => {
    const text =
      'CLINICAL CASE SUMMARY\nHe fell.\nIMR ISSUES, DECISIONS AND RATIONALES\nBrace: Upheld\nDecision rationale: None.';
    assert.equal(
      pasted('', text),
      `${summary}He fell.\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Brace: Upheld\n\nDecision rationale: None.`,
    );
  });

  it('leaves text alone that is fine', () => {
    assert.equal(pasted(`${summary}‸`, 'One line  of text'), null);
    assert.equal(pasted(`${summary}‸`, 'One paragraph.\n\nAnother.'), null);
  });

  it('is linear in what is pasted', function () {
    this.timeout(20_000);
    for (const piece of ['a-\n', '- ', 'Page 1 of 2\n', '\f', '1\n\f', 'word ', '\n', 'x\n\n', 'Date of Injury: ']) {
      const start = performance.now();
      pasted(`${summary}‸`, `a\n${piece.repeat(100_000 / piece.length)}b`);
      assert.ok(performance.now() - start < 5000, JSON.stringify(piece));
    }
  });
});
