import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { renameTarget } from '../../server/src/core/services/rename/rename';
import { isRefusal, type Refusal, type RenameTarget } from '../../server/src/core/services/rename/target';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function targetAt(source: string): { readonly text: string; readonly target: RenameTarget | Refusal } {
  const { text, cursors } = readMarked(source);
  const letter = parseLetter(text, setup.profile);
  return { text, target: renameTarget(letter, setup, cursors[0] ?? assert.fail('the fixture has no cursor')) };
}

/** Renames what stands at the cursor. Exactly the marked places must change; the lines of the letter are returned as they are then. */
function rename(source: string, name: string): string[] {
  const { text, ranges } = readMarked(source);
  const { target } = targetAt(source);
  if (isRefusal(target)) return assert.fail(target.refused);
  const renamed = target.rename(name);
  if (isRefusal(renamed)) return assert.fail(renamed.refused);
  assert.deepEqual(
    renamed.edits.map(({ span }) => [span.start, text.slice(span.start, span.end)]),
    ranges.map(({ start, end }) => [start, text.slice(start, end)]),
  );
  return applyEdits(text, renamed.edits).split('\n');
}

function refusal(source: string, name?: string): string {
  const { target } = targetAt(source);
  if (isRefusal(target)) return target.refused;
  const renamed = name === undefined ? { edits: [] } : target.rename(name);
  return isRefusal(renamed) ? renamed.refused : assert.fail('it is not refused');
}

const item = (title: string, rationale: string, citation = 'Low Back Complaints 2004') =>
  `## ${title}\n\nMAXIMUS guideline: Decision based on MTUS ${citation}.\n\nDecision rationale: ${rationale}\n`;

const letterWith = (...items: string[]) => `# IMR ISSUES, DECISIONS AND RATIONALES\n\n${items.join('\n')}`;

describe('rename of a service', () => {
  it('covers title, rationale and conclusion, and keeps the letter case of each', () => {
    const lines = rename(
      letterWith(
        item(
          '⟪Physical ther‸apy for the neck, 6 visits⟫: Upheld',
          'The request for ⟪physical therapy for the neck, 6 visits⟫ goes beyond a trial. ⟪Physical\ntherapy for the neck, 6 visits⟫, is more than the records support. Therefore, the request for ⟪physical therapy for the neck, 6 visits⟫ is not medically necessary.',
        ),
      ),
      'Aquatic therapy, 4 visits',
    );
    assert.equal(lines[2], '## Aquatic therapy, 4 visits: Upheld');
    assert.equal(
      lines[6],
      'Decision rationale: The request for aquatic therapy, 4 visits goes beyond a trial. Aquatic therapy, 4 visits, is more than the records support. Therefore, the request for aquatic therapy, 4 visits is not medically necessary.',
    );
  });

  it('starts from a mention in lower case as well', () => {
    const lines = rename(
      letterWith(item('⟪Massage therapy⟫: Upheld', 'The request for ⟪massage th‸erapy⟫ is not medically necessary.')),
      'traction of the neck',
    );
    assert.equal(lines[2], '## Traction of the neck: Upheld');
    assert.match(lines[6] ?? '', /request for traction of the neck is not/);
  });

  it('keeps capitals of abbreviations and brands', () => {
    const source = letterWith(
      item('⟪Massage‸ therapy⟫: Upheld', 'The request for ⟪massage therapy⟫ is not medically necessary.'),
    );
    for (const name of ['MRI of the neck', 'TENS unit', 'Norco 10/325 mg']) {
      assert.match(rename(source, name)[6] ?? '', new RegExp(`request for ${name} is`));
    }
    assert.match(rename(source, 'Home exercise')[6] ?? '', /request for home exercise is/);
  });

  it('writes in capitals what stands in capitals', () => {
    const lines = rename(
      letterWith(item('⟪Massage‸ therapy⟫: Upheld', 'The request for ⟪MASSAGE THERAPY⟫ is not medically necessary.')),
      'Traction',
    );
    assert.match(lines[6] ?? '', /request for TRACTION is/);
  });

  it('leaves alone what the worker had, what a guideline says, and what is not the whole phrase', () => {
    rename(
      letterWith(
        item(
          '⟪Mas‸sage therapy⟫: Upheld',
          'The worker had massage therapy in 2015. The guideline recommends massage therapy with exercise. He learned self-massage therapy at home. Massage helped. The request for ⟪massage therapy⟫ is not medically necessary.',
        ),
        item(
          'Crutches: Upheld',
          'Massage therapy is another matter. The request for massage therapy is decided above.',
        ),
      ),
      'Traction',
    );
  });

  it('leaves alone the longer name of another service', () => {
    rename(
      letterWith(
        item(
          '⟪Mas‸sage therapy⟫: Upheld',
          'The request for ⟪massage therapy⟫ is not medically necessary. The request for deep tissue massage therapy is decided below.',
        ),
        item('Deep tissue massage therapy: Upheld', 'None.'),
      ),
      'Traction',
    );
  });

  it('of a title that tells a history renames the portion in dispute', () => {
    const title =
      'Physical therapy, 12 visits was the original request. Physical therapy, 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ';
    const lines = rename(
      letterWith(
        item(
          `${title}⟪physical th‸erapy, 8 visits⟫ is: Upheld`,
          'Therefore, the remaining portion of the request, ⟪physical therapy, 8 visits⟫, is not medically necessary.',
        ),
      ),
      'physical therapy, 6 visits',
    );
    assert.equal(lines[2], `## ${title}physical therapy, 6 visits is: Upheld`);
    assert.match(
      refusal(letterWith(item(`${title.replace('12', '1‸2')}physical therapy, 8 visits is: Upheld`, 'None.'))),
      /Only the portion that is still in dispute/,
    );
  });

  it('says the portion that remains with the quantity first where the rationale does', () => {
    const source = letterWith(
      item(
        '⟪Physical th‸erapy for the neck, 6 visits⟫: Upheld',
        'Therefore, the request for the remaining ⟪6 visits of physical therapy for the neck⟫ is not medically necessary.',
      ),
    );
    assert.match(rename(source, 'Aquatic therapy, 4 visits')[6] ?? '', /remaining 4 visits of aquatic therapy is/);
    assert.match(rename(source, 'MRI of the neck')[6] ?? '', /remaining MRI of the neck is/);
    const fromThere = source.replace('th‸erapy', 'therapy').replace('6 visits of', '6 vis‸its of');
    const lines = rename(fromThere, '4 visits of aquatic therapy');
    assert.equal(lines[2], '## Aquatic therapy, 4 visits: Upheld');
    assert.match(lines[6] ?? '', /remaining 4 visits of aquatic therapy is/);
    const { target } = targetAt(fromThere);
    assert.equal(isRefusal(target) ? '' : target.words, '6 visits of physical therapy for the neck');
  });

  it('follows the sentence by which another item depends on it', () => {
    const lines = rename(
      letterWith(
        item('⟪Knee ar‸throscopy⟫: Upheld', 'The request for ⟪knee arthroscopy⟫ is not medically necessary.'),
        item(
          'Crutches: Upheld',
          'This service depends on ⟪knee arthroscopy⟫, which is upheld above; the same decision follows here.',
        ),
      ),
      'Open meniscectomy',
    );
    assert.match(lines.at(-2) ?? '', /depends on open meniscectomy, which/);
  });

  it('is refused where it cannot be', () => {
    const source = letterWith(item('Mas‸sage: Upheld', 'None.'));
    assert.match(refusal(source, '  '), /Write the service/);
    assert.match(refusal(source, 'Traction: Upheld'), /must not end in a decision/);
    assert.match(refusal(source, 'x'.repeat(600)), /at most 500/);
    assert.match(refusal(source, 'Traction <!-- x -->'), /comment/);
    assert.match(refusal(letterWith(item('Mas<!-- ‸x -->sage: Upheld', 'None.')), 'Traction'), /comment or emphasis/);
    assert.match(refusal(letterWith('## ‸: Upheld\n')), /no title yet/);
  });
});

const summary = (words: string, items = '') => `Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016
Decision Date: 11/08/2016

# CLINICAL CASE SUMMARY

${words}

# IMR ISSUES, DECISIONS AND RATIONALES

${items}`;

describe("rename of the worker's age", () => {
  it('covers every place that states it, each in its own form', () => {
    const lines = rename(
      summary(
        'The injured worker is a ⟪4‸7⟫-year-old man. His brother is 47 years old.',
        item(
          'Crutches: Upheld',
          'This is a ⟪forty-seven⟫ year old man. At the age of 20, he had surgery. The worker is ⟪47⟫ years old.',
        ),
      ),
      '52',
    );
    assert.match(lines[6] ?? '', /is a 52-year-old man\. His brother is 47/);
    assert.match(lines.at(-2) ?? '', /a fifty-two year old man\. At the age of 20, .* is 52 years/);
  });

  it('takes the article along', () => {
    const lines = rename(
      summary('The injured worker is ⟪a⟫ ⟪4‸7⟫-year-old man. ⟪A⟫ ⟪47⟫-year-old man is strong.'),
      '81 years old',
    );
    assert.match(lines[6] ?? '', /is an 81-year-old man\. An 81-year-old man/);
    assert.match(rename(summary('This is ⟪an⟫ ⟪18⟫‸-year-old man.'), 'nineteen')[6] ?? '', /This is a 19-year-old/);
  });

  it('leaves another age of the worker as it is', () => {
    rename(summary('This is a ⟪4‸7⟫-year-old man. The worker is 46 years old.'), '48');
  });

  it('is refused of other ages and for what is no age', () => {
    assert.match(refusal(summary('His brother is 4‸7 years old.')), /not said to be the age of the worker/);
    assert.match(refusal(summary('At the age of 2‸0, he had surgery.')), /age of the worker now/);
    for (const name of ['', 'old', '0', '200', '4x']) {
      assert.match(refusal(summary('This is a 4‸7-year-old man.'), name), /in years/);
    }
  });
});

describe('rename of a side', () => {
  it('covers the body part in the title and the rationale of its item', () => {
    const lines = rename(
      letterWith(
        item(
          'MRI of the ⟪ri‸ght⟫ knee: Upheld',
          'The ⟪Right⟫ knee hurts, the left knee does not, and the right shoulder is well. ⟪Right-sided⟫ knee pain began in May. Therefore, MRI of the ⟪right⟫ knee is not medically necessary.',
        ),
        item('Brace for the right knee: Upheld', 'The right knee is stable.'),
      ),
      'left',
    );
    assert.match(
      lines[6] ?? '',
      /The Left knee hurts, the left knee .* the right shoulder .* Left-sided knee .* the left knee is/,
    );
  });

  it('starts from the rationale as well', () => {
    rename(letterWith(item('MRI, ⟪right⟫ knee: Upheld', 'The ⟪rig‸ht⟫ knee hurts.')), 'Left');
  });

  it('is refused outside of items, of both sides, and for what is no side', () => {
    assert.match(refusal(summary('The ri‸ght knee hurts.')), /in an item/);
    assert.match(refusal(letterWith(item('MRI of the bilat‸eral knees: Upheld', 'None.'))), /Both sides/);
    for (const name of ['', 'upper', 'bilateral']) {
      assert.match(refusal(letterWith(item('MRI of the ri‸ght knee: Upheld', 'None.')), name), /left or right/);
    }
  });
});

describe('rename of a date', () => {
  it('covers header, summary and rationales, each in its own written form', () => {
    const lines = rename(
      summary(
        'The injured worker is a man who was injured on ⟪March 14, 2016⟫. He was seen on 05/05/2016.',
        item('Crutches: Upheld', 'The industrial injury of ⟪3/14/16⟫ healed. An x-ray of 03/14/2016 was normal.'),
      ).replace('Injury: 03/14/2016', 'Injury: ⟪03/14/‸2016⟫'),
      '4/2/2015',
    );
    assert.equal(lines[0], 'Date of Injury: 04/02/2015');
    assert.match(lines[6] ?? '', /on April 2, 2015\. He/);
    assert.match(lines.at(-2) ?? '', /industrial injury of 4\/2\/15 healed. An x-ray of 03\/14\/2016/);
  });

  it('starts from the text as well', () => {
    const source = summary('He was injured on ⟪03/14/‸2016⟫.').replace('Injury: 03/14/2016', 'Injury: ⟪03/14/2016⟫');
    assert.equal(rename(source, 'May 1, 2016')[0], 'Date of Injury: 05/01/2016');
  });

  it('takes a day of harm for that of the injury where it is the same', () => {
    const source = summary('She hurt her knee on ⟪03/14/2016⟫. An x-ray on 03/14/2016 was normal.');
    rename(source.replace('Injury: 03/14/2016', 'Injury: ⟪03/14/‸2016⟫'), '03/15/2016');
    rename(
      summary('She hurt her knee on 03/13/2016.').replace('Injury: 03/14/2016', 'Injury: ⟪03/14/‸2016⟫'),
      '03/15/2016',
    );
  });

  it('covers the decision under review likewise', () => {
    const source = summary('On ⟪10/03/2016⟫, utilization review denied the request.').replace(
      'Denial Date: 10/03/2016',
      'Denial Date: ⟪10/0‸3/2016⟫',
    );
    assert.equal(rename(source, '2016-10-04')[1], 'UR Denial Date: 10/04/2016');
  });

  it('is refused of other dates and for what is no date', () => {
    assert.match(refusal(summary('Seen on 05/0‸5/2016.')), /Only the date of the injury/);
    assert.match(refusal(summary('x').replace('11/08', '11/‸08')), /Only the date of the injury/);
    for (const name of ['', 'soon', '02/30/2016']) {
      assert.match(refusal(summary('He was injured on 03/1‸4/2016.'), name), /Write a date/);
    }
  });
});

describe('rename elsewhere', () => {
  it('says why it cannot be', () => {
    const places: [string, RegExp][] = [
      ['‸', /Only the service/],
      [summary('Nothing st‸ands here.'), /Only the service/],
      [summary('The worker is a m‸an.'), /sex cannot be renamed/],
      [summary('x').replace('Date of', 'Da‸te of'), /A label/],
      [summary('x').replace('CLINICAL', 'CLI‸NICAL'), /A heading/],
      [letterWith(item('Crutches: Uph‸eld', 'None.')), /A decision/],
      [letterWith(item('Crutches: Upheld', 'None.', 'Low Ba‸ck Complaints 2004')), /A citation/],
    ];
    for (const [source, reason] of places) assert.match(refusal(source), reason, source);
  });
});
