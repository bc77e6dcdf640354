import assert from 'node:assert/strict';
import { parseGuidelineLine } from '../../server/src/core/citations/parse';
import { fold } from '../../server/src/core/text/folded';
import { testSetup } from '../support/setup';

const setup = testSetup();
const field = setup.profile.profile.items.fields.find(f => f.role === 'reviewerGuideline');

function parse(citations: string) {
  assert.ok(field && setup.grammar);
  return parseGuidelineLine(fold(`Decision based on MTUS ${citations}.`), field, setup.grammar);
}

function pages(citations: string) {
  return parse(citations).citations.flatMap(c =>
    c.pages.map(p => ({ text: p.text, range: p.range, problem: p.problem })),
  );
}

describe('slips in citations', () => {
  it('a comma directly before a label lacks its space', () => {
    const { problems, citations } = parse('Low Back Complaints 2004,Section(s): Special Studies');
    assert.deepEqual(
      problems.map(p => [p.kind, p.replacement]),
      [['comma-without-space', ', ']],
    );
    assert.deepEqual(
      citations.map(c => c.sections.map(s => s.canonical)),
      [['Special Studies']],
    );
    assert.deepEqual(parse('Low Back Complaints 2004, Section(s): Special Studies').problems, []);
  });

  it('a section in the place of a page is no page, and nothing is lost behind it', () => {
    const found = { text: 'Special Studies', range: null, problem: 'not-a-number' };
    assert.deepEqual(pages('Low Back Complaints 2004, Page(s): Special Studies'), [found]);
    assert.deepEqual(parse('Low Back Complaints 2004, Page(s): Special Studies').problems, []);
  });

  it('behind pages a section begins a new topic', () => {
    const { citations } = parse('Chronic Pain Treatment Guidelines Massage therapy Page(s): 60, Opioids Page(s): 77');
    assert.deepEqual(
      citations.map(c => c.pages.map(p => p.text)),
      [['60'], ['77']],
    );
  });

  it('the number of all pages belongs to the page before it', () => {
    assert.deepEqual(pages('Chronic Pain Treatment Guidelines Page(s): 98-99 of 127, 22'), [
      { text: '98-99 of 127', range: [98, 99], problem: null },
      { text: '22', range: [22, 22], problem: null },
    ]);
  });

  it('a topic may hold a year', () => {
    const { citations, problems } = parse(
      'Chronic Pain Treatment Guidelines Part 2 (adopted July 18, 2009) Page(s): 22',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      citations.map(c => [c.title, c.pages.length]),
      [['Chronic Pain Treatment Guidelines', 1]],
    );
  });

  it('a line gives more pages than a call takes arguments', () => {
    assert.equal(pages(`Chronic Pain Treatment Guidelines Page(s): ${'9, '.repeat(200_000)}9`).length, 200_001);
  });
});
