import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import type { SignatureHelp } from '../../server/src/core/services/signatureHelp/signature';
import { signatureHelp } from '../../server/src/core/services/signatureHelp/signatureHelp';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function helpAt(source: string, with_ = setup): SignatureHelp | null {
  const { text, cursors } = readMarked(source);
  return signatureHelp(parseLetter(text, with_.profile), with_, cursors[0] ?? assert.fail());
}

const letterWith = (line: string, day = '10/03/2016') =>
  `UR Denial Date: ${day}\nDecision Date: ${day}\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Back brace: Upheld\n\nMAXIMUS guideline: ${line}\n\nDecision rationale: Stays as it is.\n`;

/** The active signature with its active part in brackets. */
function shown(help: SignatureHelp | null): string | null {
  const signature = help?.signatures[help.active];
  if (!help || !signature) return null;
  const { start, end } = signature.parts[help.activePart]?.span ?? assert.fail('there is no such part');
  const { label } = signature;
  return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
}

const of2016 = (line: string) => shown(helpAt(letterWith(line)));
const of2014 = (line: string) => shown(helpAt(letterWith(line, '10/03/2014')));
const standard = 'Decision based on MTUS ';

describe('signature help in citations by section', () => {
  const parts = {
    '‸': '[guideline] year, Section(s): section',
    'Low Back‸': '[guideline] year, Section(s): section',
    'Low Back Complaints ‸': 'guideline [year], Section(s): section',
    'Low Back Complaints 2004‸': 'guideline [year], Section(s): section',
    'Low Back Complaints 2004,‸': 'guideline year, [Section(s):] section',
    'Low Back Complaints 2004, ‸': 'guideline year, [Section(s):] section',
    'Low Back Complaints 2004, Sect‸': 'guideline year, [Section(s):] section',
    'Low Back Complaints 2004, Section(s):‸': 'guideline year, Section(s): [section]',
    'Low Back Complaints 2004, Section(s): ‸': 'guideline year, Section(s): [section]',
    'Low Back Complaints 2004, Section(s): Special Studies, ‸': 'guideline year, Section(s): [section]',
    'Low Back Complaints 2004, Section(s): Special Studies, and ‸': '[guideline] year, Section(s): section',
    'Low Back Complaints 2004, ‸Section(s): Special Studies.': 'guideline year, [Section(s):] section',
  };
  for (const [typed, expected] of Object.entries(parts)) {
    it(typed, () => assert.equal(of2016(standard + typed), expected));
  }

  it('tells the editions known, which was in force, and the sections', () => {
    const help = helpAt(letterWith(`${standard}Low Back Complaints ‸`));
    const [, year, , section] = help?.signatures[0]?.parts ?? [];
    assert.match(year?.documentation ?? '', /Known: .*2004.*\. In force on 10\/03\/2016: 2004\./);
    assert.match(section?.documentation ?? '', /Known: .*Special Studies/);
  });
});

describe('signature help in citations by page', () => {
  const parts = {
    '‸': '[guideline] topic Page(s): page',
    'ACOEM ‸': 'ACOEM [Chapter number] title Page(s): page',
    'ACOEM Chapter 12 ‸': 'ACOEM Chapter number [title] Page(s): page',
    'ACOEM Chapter 12 Low Back Complaints ‸': 'ACOEM Chapter number title [Page(s):] page',
    'ACOEM Chapter 12 Low Back Complaints Page(s): ‸': 'ACOEM Chapter number title Page(s): [page]',
    'ACOEM Chapter 12 Low Back Complaints Page(s): 300, ‸': 'ACOEM Chapter number title Page(s): [page]',
    'Chronic Pain Treatment Guidelines ‸': 'guideline [topic] Page(s): page',
    'Chronic Pain Treatment Guidelines Massage therapy ‸': 'guideline topic [Page(s):] page',
    'Chronic Pain Treatment Guidelines Massage therapy Page(s): ‸': 'guideline topic Page(s): [page]',
  };
  for (const [typed, expected] of Object.entries(parts)) {
    it(typed, () => assert.equal(of2014(standard + typed), expected));
  }

  it('has the other ways to cite beside the one at hand', () => {
    const help = helpAt(letterWith(`${standard}‸`, '10/03/2014'));
    assert.deepEqual(
      help?.signatures.map(({ label }) => label),
      [
        'guideline year, Section(s): section',
        'ACOEM Chapter number title Page(s): page',
        'guideline topic Page(s): page',
      ],
    );
  });
});

describe('signature help for other sources', () => {
  const other = 'Decision based on Non-MTUS Citation ';
  const parts = {
    '‸': '[organisation], year, chapter, section',
    'Example Society‸': '[organisation], year, chapter, section',
    'Example Society, ‸': 'organisation, [year], chapter, section',
    'Example Society, 2015, ‸': 'organisation, year, [chapter], section',
    'Example Society, Knee‸': 'organisation, year, [chapter], section',
    'Example Society, 2015, Knee Chapter, ‸': 'organisation, year, chapter, [section]',
    'Example Society, Knee Chapter, ‸': 'organisation, year, chapter, [section]',
    'Example Society, 2015, Knee, and Other Medical Treatment Guidelines ‸': '[organisation], year, chapter, section',
  };
  for (const [typed, expected] of Object.entries(parts)) {
    it(typed, () => assert.equal(of2016(other + typed), expected));
  }
});

describe('signature help', () => {
  it('is none where no citation is being written', () => {
    for (const line of [
      '‸',
      'Decision based‸',
      `${standard}Low Back Complaints 2004. ‸`,
      'Decision based on Non-MTUS Citation X. ‸',
    ]) {
      assert.equal(of2016(line), null, line);
    }
    assert.equal(shown(helpAt(letterWith('x').replace('Stays', 'Stays ‸'))), null);
    assert.equal(shown(helpAt('Priority: ‸')), null);
    assert.equal(shown(helpAt('‸')), null);
  });

  it('is none where the profile knows no guideline lines', () => {
    const federal = testSetup({}, 'federal-external-review');
    const { fields } = federal.profile.profile.items;
    const heading = federal.profile.profile.sections.find(({ kind }) => kind === 'issues')?.heading;
    assert.equal(helpAt(`# ${heading}\n\n## Brace\n\n${fields[0]?.label}: Decision based on MTUS ‸`, federal), null);
  });
});
