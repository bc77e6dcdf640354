import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { NameIndex, nameKey } from '../../server/src/core/catalogue/nameIndex';
import { compileGuidelineGrammar } from '../../server/src/core/citations/grammar';
import type { GuidelineLine } from '../../server/src/core/citations/model';
import { sourcesNamed } from '../../server/src/core/citations/otherSources';
import { parseGuidelineLine } from '../../server/src/core/citations/parse';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { fold } from '../../server/src/core/text/folded';
import type { Span } from '../../server/src/core/text/span';
import { assertLinear } from '../support/growth';

const profile = builtInProfiles.find(({ id }) => id === 'ca-imr');
const field = profile?.items.fields.find(({ role }) => role === 'reviewerGuideline');
assert.ok(profile?.guidelineLine && field);
const reviewerField = field;
const grammar = compileGuidelineGrammar(profile.guidelineLine, builtInCatalogue(profile.catalogues));

function parse(text: string): GuidelineLine {
  return parseGuidelineLine(fold(text), reviewerField, grammar);
}

/** Every span lies in the text and within what it belongs to; sentences and citations stand in order and lose nothing. */
function assertSound(text: string, line: GuidelineLine): void {
  const { text: folded } = fold(text);
  const inside = (span: Span, outer: Span) => {
    assert.ok(
      outer.start <= span.start && span.start <= span.end && span.end <= outer.end,
      JSON.stringify([span, outer]),
    );
  };
  const all = { start: 0, end: folded.length };
  let rest = '';
  let at = 0;
  for (const { span, body } of line.sentences) {
    inside(span, { start: at, end: folded.length });
    inside(body, span);
    rest += folded.slice(at, span.start);
    at = span.end;
  }
  assert.equal(`${rest}${folded.slice(at)}`.trim(), '');
  at = 0;
  for (const citation of line.citations) {
    inside(citation.span, { start: at, end: folded.length });
    at = citation.span.end;
    assert.equal(citation.text, folded.slice(citation.span.start, citation.span.end));
    for (const part of [...citation.pages, ...citation.sections]) inside(part.span, citation.span);
    inside(citation.titleSpan, citation.span);
    for (const span of [citation.yearSpan, citation.chapterSpan]) if (span) inside(span, citation.span);
  }
  for (const { span } of line.problems) inside(span, all);
  for (const { span } of line.other?.sources ?? []) inside(span, all);
}

const pieces = [
  'Decision based on MTUS ',
  'Decision based on Non-MTUS Citation ',
  'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. ',
  'The Expert Reviewer did not cite any medical evidence for its decision. ',
  'ACOEM ',
  'ACOEM Chapter 8 ',
  'Chapter ',
  'Low Back Complaints ',
  'Forearm, Wrist, and Hand Complaints ',
  'Chronic Pain Treatment Guidelines ',
  'Chronic Pain Medical Treatment ',
  'Opioids ',
  '2004',
  '2016 Guidelines',
  ', Section(s): ',
  ' Page(s): ',
  'Special Studies',
  'Inital Care',
  'NSAIDs, GI symptoms & cardiovascular risk',
  '173-174',
  '127',
  ', ',
  ',',
  ', and ',
  ' and ',
  '.',
  ' ',
  '(',
  ')',
  'Official Disability Guidelines (ODG) ',
  'Shoulder Chapter ',
  'xyz ',
  '\u0130',
  '\ud800',
];

describe('any text as a guideline line', () => {
  it('is read without loss, made of the words of guideline lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), words => {
        const text = words.join('');
        assertSound(text, parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is read without loss, made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        assertSound(text, parse(text));
        const opened = `Decision based on MTUS ${text}.`;
        assertSound(opened, parse(opened));
        for (const { span } of sourcesNamed(text, grammar)) assert.ok(span.end <= text.length);
      }),
      { numRuns: 500 },
    );
  });

  const hostile = [
    'a',
    'n ',
    'Low,',
    'Chronic Pain Medical ',
    'Low Back Complaints ',
    'Low Back Complaints 2004 ',
    'Low Bakc Complaints 2004, Section(s): Inital Care, and ',
    'Page(s): ',
    '12-9, ',
    ', and',
    'Prevention) (',
    'Decision based on MTUS ',
    'ODG Shoulder, MRI; ',
    'A. B.',
    '2004',
  ];
  const opened = (text: string) => `Decision based on MTUS ${text}`;
  const free = (text: string) => `Decision based on Non-MTUS Citation ${text}`;

  it('is read without loss, of 50,000 characters', () => {
    for (const piece of hostile) {
      const text = piece.repeat(50_000 / piece.length);
      assertSound(opened(text), parse(opened(text)));
      assertSound(free(text), parse(free(text)));
    }
  });

  it('is read in a time that grows with it', () => {
    assertLinear(hostile, text => [parse(opened(text)), parse(free(text)), sourcesNamed(opened(text), grammar)]);
  });
});

describe('names in a text', () => {
  const index = new NameIndex<string>();
  for (const name of ['Low Back', 'Low Back Complaints', 'R & D', 'Pain (chronic)', 'Follow-up Visits'])
    index.add(name, name);

  it('are found the longest first, to the end of a word', () => {
    assert.deepEqual(index.longestAt('Low Back Complaints 2004', 0)?.values, ['Low Back Complaints']);
    assert.deepEqual(index.longestAt('Low Back Complaintsx', 0)?.values, ['Low Back']);
    assert.equal(index.longestAt('Low Backs', 0), null);
    assert.equal(index.longestAt(' Low Back', 0), null, 'only exactly there');
  });

  it('are found whatever their case, spaces, hyphens and ampersands', () => {
    assert.equal(index.longestAt('LOW-BACK', 0)?.end, 8);
    assert.equal(index.longestAt('follow up visits', 0)?.end, 16);
    assert.deepEqual(index.longestAt('R and D', 0)?.values, ['R & D']);
  });

  it('take in the bracket they end with', () => {
    assert.equal(index.longestAt('Pain (chronic), more', 0)?.end, 14);
    assert.equal(nameKey('Pain (chronic)\u00ae'), 'painchronic');
  });
});
