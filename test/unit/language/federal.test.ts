import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { credentialsOf } from '../../../server/src/core/language/credentials';
import { federal, headerOf, itemsOf, read, sectionsOf } from './sketch';

const parse = (text: string) => read(text, federal);
const own = [
  "Plan's basis for the denial: Not needed.",
  'Evidence considered: The plan document.',
  "Reviewer's rationale: It is needed.",
];
const ownSketch = { claims: 'Not needed.', reviewer: 'The plan document.', rationale: 'It is needed.' };
const caseDecision = (text: string) => sectionsOf(parse(text)).map(([, , fields]) => fields['Final decision'] ?? null);

describe('a letter of a program that decides the case', () => {
  it('is read with the words of its own profile', () => {
    const letter = parse(readFileSync('examples/federal/federal-external-review.letter', 'utf8'));
    assert.equal(headerOf(letter)['Case Reference'], 'ER-2024-00001');
    assert.equal(Object.keys(headerOf(letter)).length, 8);
    assert.deepEqual(
      letter.sections.map(section => section.part.sectionKind),
      ['how-made', 'summary', 'other', 'other', 'issues', 'other'],
    );
    assert.deepEqual(
      itemsOf(letter).map(item => [item.title, item.decision]),
      [['Inpatient rehabilitation after a stroke, 21 days', null]],
    );
    assert.equal(caseDecision(letter.source.text)[2], 'Modified');
    assert.equal(credentialsOf(letter).length, 3);
  });

  it('has the decision on a labelled line of a section, which is not the background', () => {
    for (const line of [
      'Final decision: Upheld',
      'FINAL DECISION : Upheld',
      '**Final decision:** Upheld',
      '# Final decision: Upheld',
      'External review decision: Upheld',
    ]) {
      assert.deepEqual(caseDecision(`# FINAL EXTERNAL REVIEW DECISION\n\n${line}\n\nText.`), ['Upheld'], line);
    }
    assert.deepEqual(caseDecision('# BACKGROUND INFORMATION\n\nFinal decision: the plan upheld its denial.'), [null]);
    assert.deepEqual(caseDecision(`# FINDINGS\n\nFinal decision: Upheld\n\n## Stay\n\n${own.join('\n\n')}`), [
      'Upheld',
    ]);
  });

  it('has items without a decision, marked or plain', () => {
    for (const mark of ['## ', '']) {
      const text = `# FINDINGS\n\nThe reasons follow.\n\n${mark}Stay, 21 days\n\n${own.join('\n\n')}\n\n${mark}Visits\n\n${own.join('\n\n')}`;
      assert.deepEqual(itemsOf(parse(text)), [
        { title: 'Stay, 21 days', decision: null, ...ownSketch },
        { title: 'Visits', decision: null, ...ownSketch },
      ]);
    }
  });

  it('knows its own decisions and wrong words in a title', () => {
    const match = (word: string) =>
      parse(`# FINDINGS\n\n## Stay: ${word}\n\n${own[0]}`).items[0]?.part.title.decision?.match ?? null;
    assert.deepEqual(
      ['Modified', 'Upheld', 'Modifed', 'Partially upheld', '21 days', 'verified', 'notified'].map(match),
      ['exact', 'exact', 'near', 'wrong', null, null, null],
    );
  });

  it('takes no words of the plan for labels', () => {
    const reason =
      "Plan's basis for the denial: The plan wrote\nReason for denial: not needed.\nRationale: none given.";
    assert.deepEqual(itemsOf(parse(`# FINDINGS\n\n## Stay\n\n${[reason, ...own.slice(1)].join('\n\n')}`)), [
      {
        title: 'Stay',
        decision: null,
        ...ownSketch,
        claims: 'The plan wrote Reason for denial: not needed. Rationale: none given.',
      },
    ]);
  });

  it('has no words of another program', () => {
    const letter = parse('Case Number: 1\n\n# CLINICAL CASE SUMMARY\n\nMAXIMUS guideline: none.');
    assert.deepEqual(headerOf(letter), {});
    assert.deepEqual(sectionsOf(letter), [['CLINICAL CASE SUMMARY', 'other', {}]]);
  });
});
