import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { compileGuidelineGrammar } from '../../server/src/core/citations/grammar';
import type { NamedSource, OtherSources } from '../../server/src/core/citations/model';
import { sourcesNamed } from '../../server/src/core/citations/otherSources';
import { parseGuidelineLine } from '../../server/src/core/citations/parse';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { fold } from '../../server/src/core/text/folded';

const profile = builtInProfiles.find(({ id }) => id === 'ca-imr');
const field = profile?.items.fields.find(({ role }) => role === 'reviewerGuideline');
assert.ok(profile?.guidelineLine && field);
const grammar = compileGuidelineGrammar(profile.guidelineLine, builtInCatalogue(profile.catalogues));

function other(text: string): OtherSources {
  assert.ok(field);
  const line = parseGuidelineLine(fold(`Decision based on Non-MTUS Citation ${text}.`), field, grammar);
  assert.ok(line.other);
  return line.other;
}

/** Guideline, or name of the source, with its topics. */
function described({ guideline, source, topics }: NamedSource): string {
  return [guideline?.id ?? source, ...topics.map(({ title }) => title)].join(' / ');
}

const free = (text: string) => other(text).sources.map(described);
const named = (text: string) => sourcesNamed(text, grammar);

describe('sources in the free text of a guideline line', () => {
  it('a chapter of another source with its topic, however it is punctuated', () => {
    for (const text of [
      'Official Disability Guidelines (ODG), Shoulder Chapter, Surgical assistant',
      'Official Disability Guidelines - Shoulder chapter - Surgical assistant',
      'Official Disability Guidelines: Shoulder - Surgical assistant',
      'ODG Shoulder (Surgical assistant)',
      'ODG, 2016, web version, Shoulder (Acute & Chronic): Surgical assistant',
    ]) {
      assert.deepEqual(free(text), ['odg-shoulder / Surgical assistant'], text);
    }
  });

  it('several chapters, also one behind another sentence of the same source', () => {
    assert.deepEqual(
      free('ODG, Neck & Upper Back, Low Back - Lumbar & Thoracic and Forearm, Wrist and Hand chapters'),
      ['odg-neck', 'odg-lowback', 'odg-fwh'],
    );
    assert.deepEqual(free('ODG Shoulder, Manipulation and Other Medical Treatment Guidelines ODG Hip & Pelvis'), [
      'odg-shoulder / Manipulation',
      'odg-hip',
    ]);
  });

  it('a source alone, and one whose topic only one chapter has', () => {
    assert.deepEqual(free('Official Disability Guidelines (ODG)'), ['Official Disability Guidelines']);
    assert.deepEqual(free('Official Disability Guidelines Home Cervical (patient controlled) Traction'), [
      'odg-neck / Home Cervical (patient controlled) Traction',
    ]);
  });

  it('a guideline of the catalogue with its pages', () => {
    const [source] = other(
      'ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Shoulder Disorders, pg. 64',
    ).sources;
    assert.equal(source?.guideline?.id, 'acoem3');
    assert.deepEqual(
      source?.pages.map(({ range }) => range),
      [[64, 64]],
    );
  });

  it('is unnamed only where there is no name at all', () => {
    for (const text of [
      'guidelines',
      'peer reviewed medical literature',
      'Current medical evidence',
      'expert opinion',
    ]) {
      assert.equal(other(text).unnamed, true, text);
    }
    for (const text of [
      'http://www.drugs.com/famotidine.html',
      'Smith, 2014',
      "Green's Operative Hand Surgery",
      'UpToDate',
    ]) {
      assert.equal(other(text).unnamed, false, text);
    }
  });
});

describe('sources that a rationale names', () => {
  it('a chapter with table and page', () => {
    const [source] = named('As ACOEM Chapter 12, Table 12-8, page 309 says, bed rest is not advised.');
    assert.deepEqual(
      [source?.kind, source?.guideline?.id, source?.chapter, source?.pages.map(({ range }) => range)],
      ['guideline', 'acoem2-ch12', 12, [[309, 309]]],
    );
    assert.equal(source?.name, 'ACOEM Chapter 12, Table 12-8, page 309');
  });

  it('a page before the name, a year before or behind it', () => {
    const [page] = named('This is noted on page 82 of the Chronic Pain Medical Treatment Guidelines (July 28, 2016).');
    assert.deepEqual([page?.guideline?.id, page?.pages.map(({ range }) => range)], ['cpmtg-2016', [[82, 82]]]);
    assert.equal(named('The 2009 Chronic Pain Guidelines say so.')[0]?.guideline?.id, 'cpmtg-2009');
    assert.equal(named('The 2016 Chronic Pain Guidelines say so.')[0]?.guideline?.id, 'cpmtg-2016');
    assert.deepEqual(
      named('The Chronic Pain Guidelines say so.')[0]
        ?.candidates.map(({ id }) => id)
        .sort(),
      ['chronic-pain-2017', 'cpmtg-2009', 'cpmtg-2016'],
    );
  });

  it('other sources and the standard, each where it stands', () => {
    const text =
      'The MTUS is silent. The Official Disability Guidelines (ODG), Neck and Upper Back section, recommend it. ODG too.';
    assert.deepEqual(
      named(text).map(({ kind, guideline, span }) => [kind, guideline?.id ?? null, text.slice(span.start, span.end)]),
      [
        ['standard', null, 'MTUS'],
        ['other', 'odg-neck', 'Official Disability Guidelines (ODG), Neck and Upper Back'],
        ['other', null, 'ODG'],
      ],
    );
  });

  it('no name in ordinary words', () => {
    for (const text of [
      'The patient has neck and upper back complaints and shoulder complaints.',
      'Chronic pain and opioids were discussed; Prevention matters.',
      'Low back pain on page 3 of the report.',
      'Knee surgery in 2016.',
    ]) {
      assert.deepEqual(named(text), [], text);
    }
  });
});
