import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editLetter, parseLetter } from '../../../server/src/core/language/letter';
import type { PrintedBlock, Run } from '../../../server/src/core/printed/printed';
import { printedParts, printLetter } from '../../../server/src/core/printed/printLetter';
import { testSetup } from '../../support/setup';

const setup = testSetup();

function printed(text: string, id = 'ca-imr') {
  const own = testSetup({}, id);
  return printLetter(parseLetter(text, own.profile), own);
}

/** Runs as text: `*emphasis*`, `**strong**`, `{still to be filled in}`. */
function shown(runs: readonly Run[]): string {
  return runs
    .map(({ text, strong, emphasis, placeholder }) => {
      const inner = placeholder ? `{${text}}` : text;
      const soft = emphasis ? `*${inner}*` : inner;
      return strong ? `**${soft}**` : soft;
    })
    .join('');
}

function sketch(blocks: readonly PrintedBlock[]): string[] {
  return blocks.map(block => {
    if (block.kind === 'header')
      return `header: ${block.rows.map(row => `${row.label}=${shown(row.value)}`).join('; ')}`;
    if (block.kind === 'list') return `list: ${block.items.map(shown).join(' | ')}`;
    if (block.kind === 'field') return `field: ${block.label}: ${shown(block.runs)}`;
    return `${block.kind}: ${shown(block.runs)}${block.kind === 'title' ? ` => ${shown(block.decision)}` : ''}`;
  });
}

function item(...lines: string[]): string[] {
  const text = ['# IMR ISSUES, DECISIONS AND RATIONALES', '', ...lines].join('\n');
  return sketch(printed(text).blocks).slice(1);
}

describe('a letter as it is sent', () => {
  it('has the fields of its header in one table, in their order, blank where no value stands', () => {
    const text = 'Case Number: CM16-0000001\nPriority:\nDate of Injury: 03/14/2016 Decision Date: [[date]]\n';
    assert.deepEqual(sketch(printed(text).blocks), [
      'header: Case Number=CM16-0000001; Priority=; Date of Injury=03/14/2016; Decision Date={[[date]]}',
    ]);
  });

  it('joins a label of the header that is broken over two lines', () => {
    const text = 'Priority: Standard Application 11/28/2016\n                 Received:\n';
    assert.deepEqual(sketch(printed(text).blocks), ['header: Priority=Standard; Application Received=11/28/2016']);
  });

  it('keeps words of the header that are no field, before and behind its table', () => {
    const text = 'To whom it may concern\n\n**Case Number:** CM16-0000001\n\nSent by mail.\nTwo copies.\n';
    assert.deepEqual(sketch(printed(text).blocks), [
      'paragraph: To whom it may concern',
      'header: Case Number=CM16-0000001',
      'paragraph: Sent by mail. Two copies.',
    ]);
  });

  it('prints headings and labels in the words of the profile, misspelt ones as they are', () => {
    const text =
      'How the imr  final determination was made\nstate(s) of licensure: Ohio\nCertification(s)/Speciallty: Surgery\n# CLINICAL CASE SUMARY\n# *Appendix*:\n';
    assert.deepEqual(sketch(printed(text).blocks), [
      'heading: HOW THE IMR FINAL DETERMINATION WAS MADE',
      'field: State(s) of Licensure: Ohio',
      'field: Certification(s)/Speciallty: Surgery',
      'heading: CLINICAL CASE SUMARY',
      'heading: Appendix',
    ]);
  });

  it('sets the decision of a title apart, in the words of the profile where it is one of its words', () => {
    const label = 'Decision rationale: So.';
    assert.deepEqual(item('## Labs: CBC: UPHELD', '', label).at(0), 'title: Labs: CBC => Upheld');
    assert.deepEqual(item('## Labs: CBC: Uphled', '', label).at(0), 'title: Labs: CBC => Uphled');
    assert.deepEqual(item('## Labs: CBC: Modified', '', label).at(0), 'title: Labs: CBC => Modified');
    assert.deepEqual(item('## Labs: CBC', '', label).at(0), 'title: Labs: CBC => ');
    assert.deepEqual(item('## [[service]]: [[Upheld]]', '', label).at(0), 'title: {[[service]]}: {[[Upheld]]} => ');
  });

  it('has titles without a decision where the case is decided as a whole', () => {
    const text = readFileSync('examples/federal/federal-external-review.letter', 'utf8');
    const blocks = sketch(printed(text, 'federal-external-review').blocks);
    assert.ok(blocks.includes('title: Inpatient rehabilitation after a stroke, 21 days => '));
    assert.ok(blocks.includes('field: Final decision: Modified'));
    assert.equal(blocks.filter(block => block.startsWith('list: ')).length, 1);
  });

  it('joins hard wraps, and parts paragraphs, lists and what follows them', () => {
    assert.deepEqual(
      item(
        '## MRI: Upheld',
        'Decision rationale: One',
        'two electro-',
        'diagnostic.',
        '',
        '- a',
        '- b',
        '  c',
        '',
        '1. x',
        '2. y',
        '',
        'End.',
      ),
      [
        'title: MRI => Upheld',
        'field: Decision rationale: One two electro-diagnostic.',
        'list: a | b c',
        'paragraph: 1. x',
        'paragraph: 2. y',
        'paragraph: End.',
      ],
    );
  });

  it('begins a list below a label that has no words of its own', () => {
    assert.deepEqual(item('## MRI: Upheld', 'Decision rationale:', '', '- a', '\u2022b'), [
      'title: MRI => Upheld',
      'field: Decision rationale: ',
      'list: a | b',
    ]);
  });

  it('goes on over a page break within a sentence, and begins a paragraph behind a whole one', () => {
    assert.deepEqual(item('## MRI: Upheld', 'Decision rationale: One', '\ftwo.', '\fThree.').slice(1), [
      'field: Decision rationale: One two.',
      'paragraph: Three.',
    ]);
  });

  it('turns marks of emphasis into runs, within placeholders too', () => {
    const [title, rationale] = item('## **MRI** scan: Upheld', 'Decision rationale: *a **b** c* 2*3 [[*d* e]] ____');
    assert.equal(title, 'title: **MRI** scan => Upheld');
    assert.equal(rationale, 'field: Decision rationale: *a ****b**** c* 2*3 {[[}*{d}*{ e]]} {____}');
  });

  it('never prints a comment, wherever it opens and closes', () => {
    const text = [
      'Case Number: CM16-0000001 <!-- secret -->',
      '<!-- secret',
      'secret --> # CLINICAL CASE SUMMARY <!-- secret',
      'secret --> One<!-- secret --> two.',
      '<!-- secret -->',
      'Three. <!-- secret',
      'secret --> # IMR ISSUES, DECISIONS AND RATIONALES',
      '## MRI: Upheld <!-- secret',
      'secret -->',
      'Decision rationale: Four. <!-- secret',
      '',
      'secret --> Five. <!-- secret',
    ].join('\n');
    const blocks = printed(text).blocks;
    assert.deepEqual(sketch(blocks), [
      'header: Case Number=CM16-0000001',
      'heading: CLINICAL CASE SUMMARY',
      'paragraph: One two. Three.',
      'heading: IMR ISSUES, DECISIONS AND RATIONALES',
      'title: MRI => Upheld',
      'field: Decision rationale: Four. Five.',
    ]);
    assert.doesNotMatch(JSON.stringify(blocks), /secret/);
  });

  it('says where in the letter each block stands', () => {
    const text = readFileSync('examples/2016-section-style.letter', 'utf8');
    const { blocks } = printed(text);
    const paragraph = blocks.find(block => block.kind === 'paragraph' && shown(block.runs).startsWith('On 09/12/2016'));
    assert.match(text.slice(paragraph?.span.start, paragraph?.span.end), /^On 09\/12\/2016.*refill\.$/);
    const header = blocks[0];
    assert.equal(header?.kind, 'header');
    const rows = header.rows.map(({ span }) => text.slice(span.start, span.end));
    assert.equal(rows[1], 'Date of Injury: 03/14/2016');
    const starts = blocks.map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('is called by its case number and the house alone', () => {
    const { title, caseNumber, language, house } = printed('Case Number: CM16-0000001\n');
    assert.deepEqual([title, caseNumber, language], [`CM16-0000001, ${house.organisation}`, 'CM16-0000001', 'en-US']);
    assert.equal(printed('').title, house.organisation);
    assert.equal(printed('Case Number: [[number]]\n').caseNumber, '');
  });

  it('prints nothing for an empty letter', () => {
    for (const text of ['', ' \n\f\n', '<!-- a comment -->', '\ufeff']) assert.deepEqual(printed(text).blocks, []);
  });

  it('keeps the blocks of parts that an edit did not touch', () => {
    const text = readFileSync('examples/2016-section-style.letter', 'utf8');
    const letter = parseLetter(text, setup.profile);
    const before = printedParts(letter);
    const at = text.indexOf('locking of the knee');
    const edited = editLetter(letter, { start: at, end: at }, 'x', `${text.slice(0, at)}x${text.slice(at)}`);
    const changed = printedParts(edited).flatMap(({ blocks }, index) =>
      blocks === before[index]?.blocks ? [] : [index],
    );
    assert.equal(changed.length, 1);
    assert.equal(edited.parts[changed[0] ?? 0]?.part.kind, 'section');
  });
});

describe('long letters', function () {
  this.timeout(60_000);

  for (const [name, piece] of [
    ['emphasis', '*a* '],
    ['emphasised paragraphs', '*a*\n\n'],
    ['marks that never close', '*a '],
    ['brackets', '[['],
    ['comments that never close', '<!-- '],
    ['colons', 'Priority: '],
    ['items', '## MRI: Upheld\nDecision rationale: No.\n'],
  ]) {
    it(`are printed in time that follows their length: ${name}`, () => {
      const timeOf = (length: number) => {
        const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n${piece?.repeat(length / (piece?.length ?? 1))}`;
        const letter = parseLetter(text, setup.profile);
        const start = performance.now();
        printLetter(letter, setup);
        return performance.now() - start;
      };
      timeOf(20_000);
      const small = timeOf(100_000);
      assert.ok(timeOf(1_000_000) < 40 * Math.max(small, 50), `${small} ms for a tenth`);
    });
  }
});
