import assert from 'node:assert/strict';
import { credentialsOf } from '../../../server/src/core/language/credentials';
import { fieldSketch, headerOf, itemsOf, read, sectionsOf } from './sketch';

/*
 * Text as it comes out of a PDF: one letter, wrapped as on a page, then changed in the ways that extraction changes it.
 * Our own words in the form of a posted letter.
 */

const pages = [
  'Case Number: CM16-0000001',
  'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
  'Priority: Standard Application',
  'Received:',
  '10/11/2016',
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'The case file went to an expert reviewer, who knows the kind of treatment that is in dispute and',
  'who has no interest in the outcome.',
  'The Expert Reviewer has the following credentials:',
  'State(s) of Licensure: Ohio, Texas',
  'Certification(s)/Specialty: Physical Medicine & Rehabilitation',
  'CLINICAL CASE SUMMARY',
  'The injured worker is a 40 year old who fell on 9-10-',
  '2015 and was seen two days later by a physician, who found the right knee swollen and asked for',
  'skilled-',
  'nursing care at the home of the worker for the length of a month, which was refused on review.',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'The decisions on the disputed items and services of this case are those that are set forth below:',
  'MRI of the right knee without contrast, as the physician asked for it in the report of the second',
  'visit: Upheld',
  'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.',
  'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
  'Decision rationale: The knee was stable on both visits and there was no sign of locking, so that a',
  'picture of it would not change the treatment. An earlier letter said of a brace: Upheld',
  'and gave no reason that could be of use here. As such, the request is not medically necessary.',
  'Twelve visits of therapy was the original request. Six visits of therapy was authorized by the Claims',
  'Administrator. The remaining IMR eligible portion of the original request, six visits of therapy is:',
  'Overturned',
  'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its',
  'decision.',
  'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
  'Decision rationale: The visits so far have helped. Requested Treatment: six more visits. As such, the',
  'request is medically necessary.',
];

const items = [
  {
    title: 'MRI of the right knee without contrast, as the physician asked for it in the report of the second visit',
    decision: 'Upheld',
    claims: fieldSketch.claims,
    reviewer: fieldSketch.reviewer,
    rationale:
      'The knee was stable on both visits and there was no sign of locking, so that a picture of it would not change the treatment. An earlier letter said of a brace: Upheld and gave no reason that could be of use here. As such, the request is not medically necessary.',
  },
  {
    title:
      'Twelve visits of therapy was the original request. Six visits of therapy was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, six visits of therapy is',
    decision: 'Overturned',
    claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
    reviewer: fieldSketch.reviewer,
    rationale:
      'The visits so far have helped. Requested Treatment: six more visits. As such, the request is medically necessary.',
  },
];

/** The letter with what `between` says before each line that begins a paragraph. */
function letter(between: string): string {
  const opens =
    /^(?:HOW|CLINICAL|IMR|The Expert|The injured|The decisions|MRI|Twelve|Claims Admin|MAXIMUS|Decision rat)/;
  return pages
    .map((line, index) => (index > 0 && opens.test(line) ? `\n${between}${line}` : index > 0 ? `\n${line}` : line))
    .join('');
}

const shapes: Record<string, string> = {
  'no blank lines': letter(''),
  'a blank line between paragraphs': letter('\n'),
  'two blank lines between paragraphs': letter('\n\n'),
  'a form feed between paragraphs': letter('\f'),
  'trailing spaces': letter('\n').replace(/$/gm, '  '),
  'blank lines that hold a space': letter(' \n'),
  'every line double spaced': pages.join('\n\n'),
  'every line double spaced, paragraphs further': letter('\n').replace(/\n/g, '\n\n'),
  'every line double spaced, with trailing spaces': pages.join(' \n \n'),
  'lines centred': letter('\n').replace(/^/gm, '        '),
  'doubled spaces': letter('').replace(/ /g, '  '),
  'no-break spaces': letter('').replace(/ /g, '\u00a0'),
  'a byte-order mark': `\ufeff${letter('')}`,
  'a form feed after every third line': pages.map((line, i) => (i % 3 === 2 ? `${line}\n\f` : `${line}\n`)).join(''),
  'a form feed within every fifth line': pages
    .map((line, i) => (i % 5 === 4 ? line.replace(/ (?=\S+$)/, ' \f') : line))
    .join('\n'),
};

describe('text extracted from a PDF', () => {
  for (const [shape, text] of Object.entries(shapes)) {
    for (const [name, end] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
      ['CR', '\r'],
    ] as const) {
      it(`${shape} (${name})`, () => {
        const read1 = read(text.replaceAll('\n', end));
        assert.deepEqual(itemsOf(read1), items);
        assert.deepEqual(
          sectionsOf(read1).map(([, kind]) => kind),
          ['how-made', 'summary', 'issues'],
        );
        assert.deepEqual(headerOf(read1), {
          'Case Number': 'CM16-0000001',
          'Date Assigned': '10/18/2016',
          'Date of Injury': '03/14/2016',
          Priority: 'Standard',
          'Application Received': '10/11/2016',
        });
        assert.deepEqual(
          credentialsOf(read1).map(credential => credential.value),
          ['Ohio', 'Texas', 'Physical Medicine & Rehabilitation'],
        );
        const summary = read1.sections[1]?.part.body.text ?? '';
        assert.match(summary, /fell on 9-10-2015 and was .* asked for skilled-nursing care/);
      });
    }
  }

  it('mixed line ends', () => {
    const ends = ['\n', '\r\n', '\r', '\f\n', '\n\f'];
    const mixed = pages.map((line, index) => line + ends[index % ends.length]).join('');
    assert.deepEqual(itemsOf(read(mixed)), items);
  });
});
