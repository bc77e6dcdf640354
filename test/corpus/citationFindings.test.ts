import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { rules } from '../../server/src/core/rules/index';
import type { Finding } from '../../server/src/core/rules/rule';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, seedText, shapes } from './corpus';

const setup = testSetup();
const group = new Set(rules.filter(rule => rule.group === 'citations').map(rule => rule.id));

/** Findings of the group, each with the number of the item it stands in, from 1. */
function findings(text: string): { readonly item: number; readonly finding: Finding }[] {
  const letter = parseLetter(text, setup.profile);
  return checkLetter(letter, setup)
    .filter(finding => group.has(finding.rule))
    .map(finding => ({ item: letter.items.filter(item => item.start <= finding.span.start).length, finding }));
}

describeCorpus('findings about citations', () => {
  for (const id of corpusIds()) {
    it(`${id} has the same in every shape`, () => {
      const [first, ...others] = shapes.map(shape =>
        findings(corpusText(id, shape)).map(({ item, finding }) => `${item} ${finding.rule} ${finding.severity}`),
      );
      for (const other of others) assert.deepEqual(other, first);
    });
  }

  it('the seed of 2014: a page outside its chapter, a chapter that is missing, a comma', () => {
    const found = findings(seedText('000')).filter(({ item }) => item === 2);
    const of = (rule: string) => found.find(({ finding }) => finding.rule === rule)?.finding;
    assert.match(of('page-outside-chapter')?.message ?? '', /^Page 127 is not in Chapter 12 .* it is in Chapter 7 /);
    const titles = (of('page-outside-chapter')?.fixes() ?? []).map(fix => fix.title);
    assert.match(titles[0] ?? '', /^Cite Chapter 7 /);
    assert.ok(titles.slice(1).every(title => /^Write pages? \d/.test(title)) && titles.length > 1, titles.join('\n'));
    assert.deepEqual(
      of('missing-chapter')
        ?.fixes()
        .map(fix => fix.title.startsWith('Add Chapter 7 ')),
      [true],
    );
    assert.deepEqual(
      of('citation-syntax')
        ?.fixes()
        .map(fix => [fix.safe, fix.edits.map(edit => edit.text)]),
      [[true, [', ']]],
    );
  });
});
