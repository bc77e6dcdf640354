import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { compileGuidelineGrammar } from '../../server/src/core/citations/grammar';
import type { GuidelineLine } from '../../server/src/core/citations/model';
import { parseGuidelineLine } from '../../server/src/core/citations/parse';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { fold } from '../../server/src/core/text/folded';
import { corpusIds, corpusPresent, describeCorpus, expectedLetter } from './corpus';

const profile = builtInProfiles.find(({ id }) => id === 'ca-imr');
assert.ok(profile?.guidelineLine);
const { fields } = profile.items;
const grammar = compileGuidelineGrammar(profile.guidelineLine, builtInCatalogue(profile.catalogues));

interface Read {
  /** Letter, item from 0, side. */
  readonly where: string;
  readonly text: string;
  readonly line: GuidelineLine;
}

function readAll(): Read[] {
  return corpusIds().flatMap(id =>
    expectedLetter(id).items.flatMap((item, index) =>
      (['claimsGuideline', 'reviewerGuideline'] as const).map(role => {
        const field = fields.find(definition => definition.role === role);
        assert.ok(field);
        const folded = fold(item[role]);
        return { where: `${id} ${index} ${role}`, text: folded.text, line: parseGuidelineLine(folded, field, grammar) };
      }),
    ),
  );
}

describeCorpus('guideline lines of posted letters', () => {
  const lines = corpusPresent ? readAll() : [];
  const citations = lines.flatMap(({ where, line }) => line.citations.map(citation => ({ where, citation })));

  it('are there', () => {
    assert.ok(lines.length > 200);
    assert.ok(citations.length > 150);
  });

  it('have one of the four forms, without a defect of syntax', () => {
    const odd = lines.filter(({ line }) => ['unknown', 'empty'].includes(line.form) || line.problems.length > 0);
    assert.deepEqual(
      odd.map(({ where, line }) => [where, line.form, line.problems.map(({ kind }) => kind)]),
      [],
    );
  });

  it('cite guidelines of the catalogue, with an edition of the year they print', () => {
    for (const { where, citation } of citations) {
      assert.ok(citation.guideline, where);
      assert.ok(citation.nameKnown, where);
      assert.ok(
        citation.guideline.citedAs.some(({ year }) => year === citation.year),
        `${where}: ${citation.text}`,
      );
    }
  });

  it('cite known sections, all but a misspelt one and a number that was never resolved', () => {
    const unknown = citations.flatMap(({ citation }) => citation.sections.filter(({ known }) => known === null));
    assert.deepEqual(
      unknown.map(({ number, suggestions }) => (number ? 'number' : (suggestions[0] ?? 'no suggestion'))).sort(),
      ['Diagnostic Criteria', 'number', 'number'],
    );
  });

  it('are read without loss: citations, sections and what stands between them are the text', () => {
    for (const { where, text, line } of lines) {
      for (const sentence of line.sentences.filter(({ kind }) => kind === 'standard')) {
        const own = line.citations.filter(
          ({ span }) => sentence.body.start <= span.start && span.end <= sentence.body.end,
        );
        let rest = '';
        let at = sentence.body.start;
        for (const { span } of own) {
          rest += text.slice(at, span.start);
          at = span.end;
        }
        rest += text.slice(at, sentence.body.end);
        assert.match(rest, /^(?:, and )*$/, where);
        for (const citation of own) {
          const names = citation.sections.map(({ name }) => name).join(', ');
          const year = citation.year === null ? '' : ` ${citation.year}`;
          assert.equal(citation.text, `${citation.title}${year}${names && ', Section(s): '}${names}`, where);
        }
      }
    }
  });

  it('name their other sources', () => {
    const others = lines.flatMap(({ where, line }) => (line.other ? [{ where, other: line.other }] : []));
    assert.ok(others.length > 60);
    assert.deepEqual(
      others.filter(({ other }) => other.unnamed).map(({ where }) => where),
      [],
    );
    const resolved = others.filter(({ other }) => other.sources.some(({ guideline }) => guideline !== null));
    assert.ok(resolved.length / others.length > 0.9, `${resolved.length} of ${others.length}`);
  });
});
