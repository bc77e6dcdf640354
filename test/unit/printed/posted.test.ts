import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseLetter } from '../../../server/src/core/language/letter';
import { parsedLetter } from '../../../server/src/core/output/parseOutput';
import { postedText } from '../../../server/src/core/printed/posted';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import { testSetup } from '../../support/setup';

function posted(text: string, id = 'ca-imr'): string {
  const setup = testSetup({}, id);
  return postedText(printLetter(parseLetter(text, setup.profile), setup), setup.profile);
}

describe('the posted text of a letter', () => {
  it('has the header as a table in the order of the house, a label broken where its column is narrow', () => {
    const text =
      'Priority: Standard\nCase Number: CM16-0000001\nApplication Received: 10/11/2016\nDate of Injury: 03/14/2016\nDate Assigned: 10/18/2016\nRecords Complete: 10/20/2016\n';
    assert.deepEqual(posted(text).split('\n'), [
      'Case Number:          CM16-0000001',
      'Date Assigned:        10/18/2016                      Date of Injury:      03/14/2016',
      'Priority:             Standard                        Application          10/11/2016',
      '                                                      Received:',
      'Records Complete:     10/20/2016',
      '',
    ]);
  });

  it('has centred headings right above their text, credentials below each other, fields apart', () => {
    const text =
      '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nThe reviewer:\nState(s) of Licensure: Ohio\nCertification(s)/Specialty: Surgery\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\nAll:\n\n## MRI: Upheld\n\nMAXIMUS guideline: None.\nDecision rationale: **So** it is.\n\n- a\n- b\n';
    assert.deepEqual(posted(text).split('\n'), [
      `${' '.repeat(20)}HOW THE IMR FINAL DETERMINATION WAS MADE`,
      'The reviewer:',
      'State(s) of Licensure: Ohio',
      'Certification(s)/Specialty: Surgery',
      '',
      `${' '.repeat(22)}IMR ISSUES, DECISIONS AND RATIONALES`,
      'All:',
      '',
      'MRI: Upheld',
      '',
      'MAXIMUS guideline: None.',
      '',
      'Decision rationale: So it is.',
      '',
      '- a',
      '- b',
      '',
    ]);
  });

  it('breaks lines at 95 columns, never behind a hyphen nor before words that would be read as a label', () => {
    const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n## MRI: Upheld\n\nDecision rationale: ${'word '.repeat(14)}pre- Decision rationale: and so on ${'word '.repeat(40)}\n`;
    const lines = posted(text).split('\n');
    assert.ok(lines.filter(line => line.length > 95).length <= 1);
    assert.ok(lines.some(line => line.length > 85));
    assert.equal(lines.filter(line => line.startsWith('Decision rationale:')).length, 1);
    assert.ok(lines.every(line => !line.endsWith('-') && line === line.trimEnd()));
  });

  it('keeps the mark of a heading or title that is known by nothing else', () => {
    const text =
      '# Appendix\n\nOne.\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Six visits\n\nThe records tell.\n\n## MRI: Upheld\n\nDecision rationale: No.\n';
    const lines = posted(text).split('\n');
    assert.deepEqual(
      lines.filter(line => line.startsWith('#')),
      ['# Appendix', '## Six visits'],
    );
  });

  for (const [name, id] of [
    ['2014-page-style', 'ca-imr'],
    ['2016-section-style', 'ca-imr'],
    ['problems', 'ca-imr'],
    ['second-reader', 'ca-imr'],
    ['federal/federal-external-review', 'federal-external-review'],
  ] as const) {
    it(`is read as the same letter: ${name}`, () => {
      const setup = testSetup({}, id);
      const text = readFileSync(`examples/${name}.letter`, 'utf8');
      const plain = posted(text, id);
      const said = (source: string) => parsedLetter(parseLetter(source, setup.profile), setup, '');
      assert.deepEqual(said(plain), said(text));
      assert.equal(posted(plain, id), plain);
    });
  }
});
