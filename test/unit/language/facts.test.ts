import assert from 'node:assert/strict';
import { letterFacts } from '../../../server/src/core/language/facts';
import { checkLetter } from '../../../server/src/core/rules/check';
import { applyEdits } from '../../../server/src/core/text/span';
import { testSetup } from '../../support/setup';
import { claimsLine, fields, issues, read, reviewerLine } from './sketch';

const facts = (text: string) => letterFacts(read(text));

describe('what items may know of their letter', () => {
  it('is its line end, LF where it has none', () => {
    for (const [text, lineEnd] of [
      ['', '\n'],
      ['a', '\n'],
      ['a\fb', '\n'],
      ['a\nb\r\n', '\n'],
      ['a\r\nb\n', '\r\n'],
      ['a\rb', '\r'],
      ['a\f\nb\rc', '\r'],
    ]) {
      assert.equal(facts(text ?? '').lineEnd, lineEnd, JSON.stringify(text));
    }
    assert.notEqual(facts('a\nb').key, facts('a\r\nb').key);
  });

  it('is when the denial and the decision were made', () => {
    const known = facts(
      'Date of Injury: 03/14/2016\nUR Denial Date: 10-03-16\nDecision Date: soon\n\n# CLINICAL CASE SUMMARY',
    );
    assert.deepEqual(
      [known.hasHeader, known.dateOfInjury?.iso, known.denialDate?.iso, known.decisionDate],
      [true, '2016-03-14', '2016-10-03', null],
    );
    assert.equal(facts('# CLINICAL CASE SUMMARY').hasHeader, false);
  });

  it('is how the letter cites: as most of its lines do, else as its time did', () => {
    const page = claimsLine.replace(/Knee.*/, 'ACOEM Chapter 13 Knee Complaints Page(s): 341.');
    assert.equal(facts(issues('## Cane: Upheld', reviewerLine)).style, 'section');
    assert.equal(facts(issues('## Cane: Upheld', page)).style, 'page');
    assert.equal(facts(issues('## Cane: Upheld', page, reviewerLine)).style, null);
    assert.equal(facts(`Decision Date: 01/02/2014\n\n${issues('## Cane: Upheld', page, reviewerLine)}`).style, 'page');
    assert.equal(facts(`UR Denial Date: 01/02/2016\n\n${issues('## Cane: Upheld')}`).style, 'section');
  });
});

describe('a fix to an item on one line', () => {
  const setup = testSetup();
  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`has the line ends of the letter (${name})`, () => {
      const text = issues('## Brace: Upheld', fields, '## Cane: Upheld').replaceAll('\n', lineEnd);
      const found = checkLetter(read(text), setup).find(finding => finding.rule === 'missing-claims-guideline');
      const [fix] = found?.fixes() ?? [];
      assert.ok(fix);
      const fixed = applyEdits(text, fix.edits);
      assert.equal(fixed.slice(0, text.length), text);
      assert.equal(fixed.slice(text.length).split('Claims')[0], lineEnd + lineEnd);
    });
  }
});
