import assert from 'node:assert/strict';
import { claimsLine, covered, fieldSketch, fields, issues, itemsOf, rationaleLine, read, reviewerLine } from './sketch';

const rationale = (text: string) => itemsOf(read(text)).map(item => item.rationale);

describe('the labels of an item', () => {
  it('are read in any case, with spaces doubled or lost, in bold, behind number signs, centred', () => {
    for (const label of [
      'Decision rationale:',
      'DECISION RATIONALE:',
      'decision rationale:',
      'Decision  rationale:',
      'Decisionrationale:',
      'Deci sion rationale:',
      'Decision rationale :',
      '  Decision rationale:',
      '\tDecision rationale:',
      '\fDecision rationale:',
      '\u00a0Decision\u00a0rationale:',
      '**Decision rationale:**',
      '**Decision rationale**:',
      '*Decision rationale:*',
      '__Decision rationale:__',
      '# Decision rationale:',
      '## Decision rationale:',
      '### **Decision rationale:**',
      'Rationale:',
      'Rationale for decision:',
      'Decison rationale:',
      'Decision rational:',
    ]) {
      const text = issues('## Cane: Upheld', claimsLine, reviewerLine, `${label} The knee is stable.`);
      assert.deepEqual(
        itemsOf(read(text)),
        [{ title: 'Cane', decision: 'Upheld', ...fieldSketch, rationale: 'The knee is stable.' }],
        label,
      );
    }
  });

  it('say how they are spelt', () => {
    const spelling = (label: string) => {
      const field = read(issues('## Cane: Upheld', `${label}: text`)).items[0]?.part.fields[0];
      return [field?.spelling, field?.printed];
    };
    assert.deepEqual(spelling('decision  RATIONALE'), ['exact', 'Decision rationale']);
    assert.deepEqual(spelling('Rationale'), ['alias', 'Decision rationale']);
    assert.deepEqual(spelling('Decision rationales'), ['near', 'Decision rationale']);
    assert.deepEqual(spelling('Decision reason'), [undefined, undefined]);
  });

  it('have spans that cover label and value', () => {
    const letter = read(issues('## Cane: Upheld', '**Decision rationale:** The *knee*\nis stable. '));
    const [placed] = letter.items;
    const [field] = placed?.part.fields ?? [];
    assert.ok(placed && field);
    assert.equal(covered(letter, placed.start, field.label), 'Decision rationale');
    assert.equal(covered(letter, placed.start, field.value), 'The *knee*\nis stable.');
    assert.equal(field.text.text, 'The knee is stable.');
  });

  it('may have their value on the next line, or none', () => {
    const text = issues(
      '## Cane: Upheld',
      'Claims Administrator guideline:\nDecision based on MTUS.',
      'MAXIMUS guideline:',
      rationaleLine,
    );
    assert.deepEqual(itemsOf(read(text)), [
      {
        title: 'Cane',
        decision: 'Upheld',
        claims: 'Decision based on MTUS.',
        reviewer: '',
        rationale: fieldSketch.rationale,
      },
    ]);
  });

  it('have values that run over paragraphs and lists to the next label', () => {
    const text = issues(
      '## Cane: Upheld',
      claimsLine,
      reviewerLine,
      'Decision rationale: One.\n\nTwo.\n\n- three\n- four',
    );
    assert.deepEqual(rationale(text), ['One. Two. - three - four']);
  });

  it('count at the start of a line only', () => {
    const text = issues(
      '## Cane: Upheld',
      claimsLine,
      reviewerLine,
      'Decision rationale: See the MAXIMUS guideline: it is clear.',
    );
    assert.deepEqual(itemsOf(read(text))[0]?.reviewer, fieldSketch.reviewer);
  });

  it('of the header and the credentials are text in an item', () => {
    const words =
      'Requested Treatment: a cane.\nDOS: 11/11/2016 was told.\nDecision Date: 01/02/2017 is not the header.\nState(s) of Licensure: none.\nCase Number: 5';
    const letter = read(issues('## Cane: Upheld', claimsLine, reviewerLine, `Decision rationale: First.\n${words}`));
    assert.deepEqual(rationale(letter.source.text), [`First. ${words.replace(/\n/g, ' ')}`]);
    assert.deepEqual(letter.header.part.fields, []);
    assert.deepEqual(
      letter.sections.flatMap(section => section.part.fields),
      [],
    );
  });

  it('that could begin a line of a rationale count only where their field is missing', () => {
    const words =
      'Decision rationale: The plan gave a\nRationale: it was too dear.\nRationale for decision: none.\nDecision rational: no.';
    assert.deepEqual(rationale(issues('## Cane: Upheld', claimsLine, reviewerLine, words)), [
      'The plan gave a Rationale: it was too dear. Rationale for decision: none. Decision rational: no.',
    ]);
  });

  it('that could begin a line of a guideline do not count where their own field follows', () => {
    const text = issues('## Cane: Upheld', claimsLine, `${reviewerLine}\nRationale: see below.`, rationaleLine);
    assert.deepEqual(itemsOf(read(text))[0], {
      title: 'Cane',
      decision: 'Upheld',
      ...fieldSketch,
      reviewer: `${fieldSketch.reviewer} Rationale: see below.`,
    });
  });

  it('that are repeated are fields twice', () => {
    const text = issues('## Cane: Upheld', claimsLine, reviewerLine, reviewerLine, rationaleLine);
    assert.equal(itemsOf(read(text))[0]?.reviewer, `${fieldSketch.reviewer} || ${fieldSketch.reviewer}`);
  });

  it('outside of items are known as strays, by their exact words', () => {
    const letter = read(
      `# CLINICAL CASE SUMMARY\n\n${rationaleLine}\nRationale: more.\n\n${issues('## Cane: Upheld', fields)}`,
    );
    const section = letter.sections[0];
    assert.ok(section);
    assert.deepEqual(
      section.part.strayLabels.map(stray => covered(letter, section.start, stray.span)),
      ['Decision rationale'],
    );
  });
});
