import assert from 'node:assert/strict';
import { lineOfItem } from '../../server/src/core/citations/lineOfItem';
import { parseLetter } from '../../server/src/core/language/letter';
import { completionsAt } from '../../server/src/core/services/completion/complete';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus } from './corpus';

const setup = testSetup();

/**
 * For every posted item whose reviewer cited the standard: the letter as it stood when that line was begun (this item's
 * reviewer line, decision and rationale and all later items removed), the cursor behind the standard's name.
 */
function proposedFor(id: string) {
  const text = corpusText(id, 'layout');
  const full = parseLetter(text, setup.profile);
  return full.items.flatMap(({ part, start }) => {
    const cited = lineOfItem(part, 'reviewerGuideline', setup)?.citations[0];
    const field = part.fields.find(f => f.definition.role === 'reviewerGuideline');
    const { decision, colon } = part.title;
    if (!cited?.guideline || !field || !decision || colon === null) return [];
    const draft =
      text.slice(0, start + colon) +
      text.slice(start + decision.span.end, start + field.label.end) +
      `: ${setup.profile.profile.guidelineLine?.opening} ${setup.profile.profile.guidelineLine?.standard} `;
    const { items } = completionsAt(parseLetter(draft, setup.profile), setup, draft.length);
    const proposals = items.flatMap(p => (p.about?.kind === 'guideline' ? [p.about] : []));
    const guidelines = [...new Set(proposals.map(p => p.guideline))];
    const sections = proposals
      .filter(p => p.guideline === cited.guideline && p.part)
      .map(p => (p.part && 'name' in p.part ? p.part.name : (p.part?.title ?? '')));
    const section = cited.sections[0];
    return [
      {
        guideline: guidelines.indexOf(cited.guideline),
        section: section ? [...new Set(sections)].indexOf(section.canonical ?? section.name) : null,
      },
    ];
  });
}

describeCorpus('citations proposed for posted items', () => {
  it('have the guideline that the reviewer cited first, and its section, near the top', () => {
    const found = corpusIds().flatMap(proposedFor);
    const share = (hits: number, all: number) => Math.round((1000 * hits) / all) / 10;
    const near = (at: number, places: number) => at >= 0 && at < places;
    const withSection = found.filter(f => f.section !== null);
    const figures = {
      items: found.length,
      guidelineFirst: share(found.filter(f => f.guideline === 0).length, found.length),
      guidelineInFive: share(found.filter(f => near(f.guideline, 5)).length, found.length),
      sectionInFive: share(withSection.filter(f => near(f.section ?? -1, 5)).length, withSection.length),
    };
    console.log(`      ${JSON.stringify(figures)}`);
    assert.ok(figures.items >= 80, 'most items cite the standard');
    assert.ok(figures.guidelineFirst >= 75, JSON.stringify(figures));
    assert.ok(figures.guidelineInFive >= 95, JSON.stringify(figures));
    assert.ok(figures.sectionInFive >= 60, JSON.stringify(figures));
  });
});
