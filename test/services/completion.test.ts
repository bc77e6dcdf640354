import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { completionsAt } from '../../server/src/core/services/completion/complete';
import { describeProposal } from '../../server/src/core/services/completion/describe';
import type { Proposal } from '../../server/src/core/services/completion/proposal';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

/** The letter around what a case is about; the year decides the style of its citations. */
const header = (year: number) => `Case Number: CM16-0000001
Date of Injury: 03/14/${year - 1}
UR Denial Date: 10/03/${year}
Application Received: 10/11/${year}
Date Assigned: 10/18/${year}
Decision Date: 11/14/${year}
Priority: Standard
`;
const summary = (text: string) => `\n# CLINICAL CASE SUMMARY\n\n${text}`;
const issues = '\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n';
const knee = '## MRI of the right knee: Upheld\n\n';
const claims = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\n';
const reviewer = 'MAXIMUS guideline: Decision based on MTUS ';
const whole = `${header(2016)}${issues}${knee}${claims}${reviewer}Knee Complaints 2004, Section(s): Special Studies.\n\n`;

interface Case {
  readonly name: string;
  readonly letter: string;
  readonly profile?: string;
  /** What the first proposals are, label and detail together. */
  readonly first?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly none?: true;
  /** The line of the cursor after the first proposal was taken. */
  readonly line?: string;
}

const cases: readonly Case[] = [
  {
    name: 'header labels in an empty letter',
    letter: '‸',
    first: ['Case Number', 'Date of Injury'],
    has: ['CLINICAL CASE SUMMARY'],
  },
  {
    name: 'only the header labels still missing',
    letter: `${header(2016)}‸`,
    lacks: ['Case Number', 'Priority'],
    has: ['CLINICAL CASE SUMMARY'],
  },
  {
    name: 'the values of a labelled word',
    letter: 'Case Number: CM16-0000001\nPriority: ‸',
    first: ['Standard', 'Expedited'],
  },
  {
    name: 'section headings with their standard text',
    letter: `${header(2016)}\n# CLIN‸`,
    has: ['CLINICAL CASE SUMMARY'],
  },
  {
    name: 'states of licensure',
    letter: '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nState(s) of Licensure: ‸',
    first: ['Alabama', 'Alaska'],
    line: 'State(s) of Licensure: Alabama',
  },
  {
    name: 'further states, those given left out',
    letter: '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nState(s) of Licensure: Alabama,‸',
    first: ['Alaska'],
    lacks: ['Alabama'],
    line: 'State(s) of Licensure: Alabama, Alaska',
  },
  {
    name: 'specialties',
    letter: '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nCertification(s)/Specialty: Fam‸',
    has: ['Family Practice'],
  },
  {
    name: 'credential labels still missing',
    letter: '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nState(s) of Licensure: Ohio\n‸',
    first: ['Certification(s)/Specialty'],
  },
  {
    name: 'decisions behind the colon of a marked title',
    letter: `${issues}## MRI of the right knee:‸`,
    first: ['Upheld', 'Overturned'],
    line: '## MRI of the right knee: Upheld',
  },
  { name: 'decisions while one is typed', letter: `${issues}## MRI of the right knee: Ov‸`, has: ['Overturned'] },
  { name: 'decisions in a plain draft', letter: `${issues}MRI of the right knee: ‸`, first: ['Upheld', 'Overturned'] },
  {
    name: 'no decisions in a rationale',
    letter: `${whole}Decision rationale: The worker has one complaint: ‸`,
    lacks: ['Upheld'],
  },
  {
    name: 'the missing fields of an item',
    letter: `${header(2016)}${issues}${knee}‸`,
    first: ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale'],
    line: 'Claims Administrator guideline: ',
  },
  {
    name: 'a label while it is typed below a guideline line',
    letter: `${header(2016)}${issues}${knee}${claims}MAX‸`,
    first: ['MAXIMUS guideline'],
    line: 'MAXIMUS guideline: ',
  },
  {
    name: 'the forms of a guideline line',
    letter: `${header(2016)}${issues}${knee}Claims Administrator guideline: ‸`,
    first: ['Decision based on MTUS'],
    has: ['The Claims Administrator did not cite any medical evidence for its decision.'],
  },
  {
    name: 'what the opening may introduce',
    letter: `${header(2016)}${issues}${knee}${claims}MAXIMUS guideline: Decision based on ‸`,
    first: ['MTUS', 'Non-MTUS Citation'],
  },
  {
    name: 'citations, the likeliest for the item first, with their section',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}‸`,
    first: ['Knee Complaints 2004, Section(s): Special Studies'],
    line: `${reviewer}Knee Complaints 2004, Section(s): Special Studies.`,
  },
  {
    name: 'the edition in force when the treatment was refused',
    letter: `${header(2016)}${issues}## Physical therapy, six visits: Upheld\n\n${reviewer}‸`,
    first: ['Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment'],
  },
  {
    name: 'the older edition in an older letter, by page',
    letter: `${header(2014)}${issues}## Massage therapy, six visits: Upheld\n\n${reviewer}‸`,
    first: ['Chronic Pain Treatment Guidelines Massage therapy Page(s): 60'],
  },
  {
    name: 'chapters by page in an older letter',
    letter: `${header(2014)}${issues}## Traction for the neck: Upheld\n\n${reviewer}‸`,
    first: ['ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 173-174'],
  },
  {
    name: 'a citation by its topic',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}acupuncture‸`,
    first: ['Acupuncture Treatment 2007'],
    line: `${reviewer}Acupuncture Treatment 2007.`,
  },
  {
    name: 'a citation by its chapter number',
    letter: `${header(2014)}${issues}${knee}${reviewer}chapter 13‸`,
    first: ['ACOEM Chapter 13 Knee Complaints Page(s): 341-343'],
  },
  {
    name: 'a citation by a page',
    letter: `${header(2014)}${issues}## Traction for the neck: Upheld\n\n${reviewer}173‸`,
    has: ['ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 173-174'],
  },
  {
    name: 'a second citation behind the joiner',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}Knee Complaints 2004, and ‸`,
    has: ['Low Back Complaints 2004, Section(s): Special Studies'],
    line: `${reviewer}Knee Complaints 2004, and Knee Complaints 2004, Section(s): Special Studies.`,
  },
  {
    name: 'the sections of the guideline cited',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}Knee Complaints 2004, Section(s): ‸`,
    first: ['Special Studies'],
    has: ['Surgical Considerations'],
    lacks: ['Topical analgesics'],
  },
  {
    name: 'further sections, those cited left out',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}Knee Complaints 2004, Section(s): Special Studies, ‸`,
    has: ['Initial Care'],
    lacks: ['Special Studies'],
  },
  {
    name: 'the pages of the guideline cited',
    letter: `${header(2014)}${issues}## Traction for the neck: Upheld\n\n${reviewer}ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): ‸`,
    first: ['173-174 Traction / physical methods'],
  },
  {
    name: 'other sources',
    letter: `${header(2016)}${issues}${knee}${claims}MAXIMUS guideline: Decision based on Non-MTUS Citation ‸`,
    has: ['ODG Knee & Leg'],
  },
  {
    name: 'the sentence for other sources behind a finished one',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}Knee Complaints 2004. ‸`,
    first: ['Decision based on Non-MTUS Citation'],
  },
  {
    name: 'the conclusion for the decision',
    letter: `${whole}Decision rationale: There is no red flag. ‸`,
    first: ['Therefore, the request for MRI of the right knee is not medically necessary.'],
    lacks: ['Therefore, the request for MRI of the right knee is medically necessary.'],
  },
  {
    name: 'the quantity of the remaining portion in the conclusion',
    letter: `${issues}## Eight visits were the original request. The remaining IMR eligible portion of the original request, acupuncture, six visits, is: Upheld\n\nDecision rationale: Relief was short. ‸`,
    first: ['Therefore, the request for acupuncture, six visits is not medically necessary.'],
  },
  {
    name: 'what is known of the worker, in a rationale',
    letter: `${header(2016)}${summary('A 46 year old female fell.')}${issues}${knee}Decision rationale: ‸`,
    has: ['The injured worker is a 46-year-old female.', 'The injury was on 03/14/2015.'],
  },
  {
    name: 'nothing of the worker where the summary gives two ages',
    letter: `${summary('A 46 year old female fell. The worker is a 64 year old.')}${issues}${knee}Decision rationale: ‸`,
    lacks: ['The injured worker is a 46-year-old female.'],
  },
  {
    name: 'the first sentences of a summary, what is not known yet as placeholders',
    letter: `${header(2016)}${summary('‸')}`,
    first: ['The injured worker is a [[age]]-year-old [[sex]] who was injured on 03/14/2015.'],
  },
  {
    name: 'a sentence of a summary as far as it is typed',
    letter: `${summary('A 46 year old male fell. On ‸')}`,
    first: ['On [[UR Denial Date]], utilization review denied the request for [[service]].'],
    line: 'A 46 year old male fell. On [[UR Denial Date]], utilization review denied the request for [[service]].',
  },
  {
    name: 'nothing in the middle of a sentence of a summary',
    letter: summary('A 46 year old ‸'),
    lacks: ['The injured worker is a [[age]]-year-old [[sex]].'],
  },
  { name: 'nothing in the middle of a sentence', letter: `${whole}Decision rationale: There is no red ‸`, none: true },
  {
    name: 'nothing within a comment is eaten: the words behind the cursor stay',
    letter: `${header(2016)}${issues}${knee}${claims}${reviewer}‸ and more.`,
    line: `${reviewer}Knee Complaints 2004, Section(s): Special Studies and more.`,
  },
  { name: 'spans count UTF-16 units', letter: `${issues}## 😀 knee: ‸`, line: '## 😀 knee: Upheld' },
  {
    name: 'labels of another program',
    profile: 'federal-external-review',
    letter: '‸',
    lacks: ['UR Denial Date', 'CLINICAL CASE SUMMARY'],
  },
];

describe('completion', () => {
  for (const { name, letter, profile, first, has, lacks, none, line } of cases) {
    it(name, () => {
      const { items, text, at } = complete(letter, profile);
      const shown = items.map(item => item.label + (item.labelDetail ?? ''));
      if (none) assert.deepEqual(shown, []);
      if (first) assert.deepEqual(shown.slice(0, first.length), first);
      for (const label of has ?? []) assert.ok(shown.includes(label), `${label} in ${shown.slice(0, 40).join(' | ')}`);
      for (const label of lacks ?? []) assert.ok(!shown.includes(label), label);
      for (const { span } of items)
        assert.ok(span.start <= at && span.end === at, 'what is replaced ends at the cursor');
      if (line !== undefined) assert.equal(lineAt(taken(text, items[0]), at), line);
    });
  }

  it('says what is not certain', () => {
    const { items } = complete(`${header(2014)}${issues}## Ergonomic evaluation: Upheld\n\n${reviewer}prevention‸`);
    const unverified = items.filter(item => item.description?.includes('unverified'));
    assert.ok(unverified.length > 0, items.map(item => item.label).join(' | '));
  });

  it('describes a citation with its edition, its section and where that is known from', () => {
    const { items, document, setup } = complete(`${header(2016)}${issues}${knee}${claims}${reviewer}‸`);
    const card = describeProposal(items[0] as Proposal, document, setup);
    assert.ok(card?.title.includes('Knee Complaints'), card?.title);
    assert.ok(
      card?.facts.some(fact => fact.name === 'Special Studies'),
      JSON.stringify(card?.facts),
    );
    assert.ok(
      card?.facts.some(fact => fact.name === 'In force'),
      JSON.stringify(card?.facts),
    );
  });
});

function complete(source: string, profileId?: string) {
  const setup = testSetup({}, profileId);
  const { text, cursors } = readMarked(source);
  const at = cursors[0] ?? 0;
  const document = parseLetter(text, setup.profile);
  return { items: completionsAt(document, setup, at).items, text, at, document, setup };
}

function taken(text: string, proposal: Proposal | undefined): string {
  return proposal ? applyEdits(text, [proposal]) : text;
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}
