import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { compileGuidelineGrammar } from '../../server/src/core/citations/grammar';
import type { Citation, GuidelineLine } from '../../server/src/core/citations/model';
import { parseGuidelineLine } from '../../server/src/core/citations/parse';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { fold } from '../../server/src/core/text/folded';
import type { Span } from '../../server/src/core/text/span';

const profile = builtInProfiles.find(({ id }) => id === 'ca-imr');
assert.ok(profile?.guidelineLine);
const grammar = compileGuidelineGrammar(profile.guidelineLine, builtInCatalogue(profile.catalogues));

function parse(text: string, role: 'claimsGuideline' | 'reviewerGuideline' = 'reviewerGuideline'): GuidelineLine {
  const field = profile?.items.fields.find(definition => definition.role === role);
  assert.ok(field);
  return parseGuidelineLine(fold(text), field, grammar);
}

/** The citations of a sentence given without its opening words and full stop. */
function cited(text: string): readonly Citation[] {
  return parse(`Decision based on MTUS ${text}.`).citations;
}

function only(text: string): Citation {
  const citations = cited(text);
  assert.equal(citations.length, 1, text);
  return citations[0] as Citation;
}

const guidelines = (text: string) => cited(text).map(({ guideline }) => guideline?.id ?? null);
const sections = ({ sections: all }: Citation) => all.map(({ name }) => name);
const pages = ({ pages: all }: Citation) => all.map(({ range }) => range);

/** Problems with the text each is shown at, and what mends it. */
function problems(text: string): [kind: string, shown: string, replacement: string | null][] {
  const folded = fold(text);
  return parse(text).problems.map(({ kind, span, replacement }) => [kind, slice(folded.text, span), replacement]);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

describe('the forms of a guideline line', () => {
  const outside = 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.';
  const forms: [GuidelineLine['form'], string][] = [
    ['standard', 'Decision based on MTUS Knee Complaints 2004.'],
    [
      'standard-and-other',
      'Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation ODG Knee.',
    ],
    ['other', `${outside} Decision based on Non-MTUS Citation ODG Knee.`],
    ['nothing', 'The Expert Reviewer did not cite any medical evidence for its decision.'],
    ['empty', ''],
    ['unknown', 'See the rationale.'],
  ];
  for (const [form, text] of forms) {
    it(`${form}: ${text || '(no text)'}`, () => {
      assert.equal(parse(text).form, form);
      if (form !== 'unknown') assert.deepEqual(problems(text), []);
    });
  }

  it('has its own sentences on each side', () => {
    const text = 'The Claims Administrator did not cite any medical evidence for its decision.';
    assert.equal(parse(text, 'claimsGuideline').form, 'nothing');
    assert.equal(parse(text, 'reviewerGuideline').form, 'unknown');
  });

  it('is read whatever its case, spaces and wraps', () => {
    const line = parse('decision BASED on\nmtus:  low back\ncomplaints 2004,\nsections : physical methods.');
    assert.equal(line.form, 'standard');
    assert.equal(line.citations[0]?.guideline?.id, 'acoem2-ch12');
    assert.equal(line.citations[0]?.sections[0]?.canonical, 'Physical Methods');
  });

  it('keeps free text with its full stops together', () => {
    const text = 'Hand Surgery, 6th ed. Chapter 17. http://example.org/a.html, vol. 2, et al. 2015';
    const line = parse(`${outside} Decision based on Non-MTUS Citation ${text}.`);
    assert.equal(line.other?.text, text);
    assert.equal(line.other?.unnamed, false);
  });

  it('tells the sentences apart and covers the text', () => {
    const text = `Draft. ${outside} Decision based on Non-MTUS Citation ODG Knee. To do`;
    const line = parse(text);
    const covered = line.sentences.map(({ span }) => slice(text, span));
    assert.deepEqual(covered, ['Draft.', outside, 'Decision based on Non-MTUS Citation ODG Knee. To do']);
  });
});

describe('defects of a guideline line', () => {
  it('a contradiction', () => {
    const text = 'Decision based on MTUS Knee Complaints 2004. The Expert Reviewer did not cite any medical evidence.';
    assert.equal(parse(text).form, 'unknown');
    assert.deepEqual(
      problems(text).map(([kind]) => kind),
      ['mixed-forms'],
    );
  });

  it('incomplete words before other sources', () => {
    const found = problems('Decision based on Non-MTUS Official Disability Guidelines.');
    assert.deepEqual(found.map(([kind]) => kind).sort(), ['incomplete-other', 'missing-outside']);
    assert.deepEqual(found.find(([kind]) => kind === 'incomplete-other')?.slice(1), ['Non-MTUS', 'Non-MTUS Citation']);
  });

  it('a source that does not say what it belongs to', () => {
    assert.deepEqual(problems('Decision based on ACOEM Chapter 9 Shoulder Complaints.'), [
      ['missing-standard', '', 'MTUS '],
    ]);
    const [found] = problems('Decision based on Official Disability Guidelines, Knee.').filter(
      ([kind]) => kind === 'missing-standard',
    );
    assert.equal(found?.[2], 'Non-MTUS Citation ');
  });

  it('nothing behind the opening words', () => {
    assert.deepEqual(
      problems('Decision based on MTUS .').map(([kind]) => kind),
      ['nothing-cited'],
    );
  });

  it('no full stop', () => {
    assert.deepEqual(problems('Decision based on MTUS Knee Complaints 2004'), [['missing-full-stop', '', '.']]);
    const nothing = 'The Expert Reviewer did not cite any medical evidence for its decision';
    assert.deepEqual(problems(nothing), [['missing-full-stop', '', '.']]);
  });

  it('commas without space, doubled and trailing', () => {
    const text = 'Decision based on MTUS Shoulder Complaints 2004,Knee Complaints 2004,, Low Back Complaints 2004,.';
    assert.deepEqual(problems(text), [
      ['comma-without-space', ',', ', '],
      ['stray-comma', ',', ''],
      ['stray-comma', ',', ''],
    ]);
    assert.deepEqual(problems('Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care,Summary.'), [
      ['comma-without-space', ',', ', '],
    ]);
  });

  it('two citations run together', () => {
    const text = 'Decision based on MTUS Knee Complaints 2004, Section(s): Summary Low Back Complaints 2004.';
    assert.deepEqual(problems(text), [['run-together', ' ', ', and ']]);
  });

  it('a label with nothing behind it', () => {
    assert.deepEqual(problems('Decision based on MTUS Knee Complaints 2004, Section(s): .'), [
      ['empty-label', 'Section(s):', null],
    ]);
  });

  it('text behind the citations', () => {
    const text = 'Decision based on MTUS Knee Complaints 2004. The rest is in the file.';
    assert.deepEqual(problems(text), [['unknown-sentence', 'The rest is in the file.', null]]);
    assert.equal(parse(text).citations.length, 1);
  });
});

describe('citations of the section style', () => {
  it('title, year and sections', () => {
    const citation = only('Shoulder Complaints 2004, Section(s): Initial Care, Activity Modification');
    assert.equal(citation.guideline?.id, 'acoem2-ch09');
    assert.equal(citation.family, 'acoem-2004');
    assert.equal(citation.title, 'Shoulder Complaints');
    assert.equal(citation.year, 2004);
    assert.equal(citation.chapter, null);
    assert.equal(citation.style, 'section');
    assert.deepEqual(sections(citation), ['Initial Care', 'Activity Modification']);
  });

  it('without sections', () => {
    assert.equal(only('Acupuncture Treatment 2007').guideline?.id, 'acupuncture-2007');
  });

  it('commas, ampersands and brackets inside names', () => {
    assert.deepEqual(guidelines('Forearm, Wrist, and Hand Complaints 2004, and Knee Complaints 2004'), [
      'acoem2-ch11',
      'acoem2-ch13',
    ]);
    const names = [
      'NSAIDs (non-steroidal anti-inflammatory drugs)',
      'NSAIDs, GI symptoms & cardiovascular risk',
      'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
      'Work conditioning, work hardening',
    ];
    assert.deepEqual(sections(only(`Chronic Pain Medical Treatment 2016, Section(s): ${names.join(', ')}`)), names);
    assert.deepEqual(sections(only('Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand')), [
      'Knee',
      'Forearm, Wrist, & Hand',
    ]);
  });

  it('numbered sections with full stops and colons', () => {
    const names = [
      '2. Opioids for Subacute Pain',
      '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
    ];
    assert.deepEqual(sections(only(`Opioid Treatment 2016, Section(s): ${names.join(', ')}`)), names);
  });

  it('several, the name of one being a section of another', () => {
    const text =
      'General Approaches 2004, Section(s): Prevention, Initial Approaches to Treatment, and Opioids 2017, Section(s): Tapering';
    assert.deepEqual(guidelines(text), ['general-approaches-2004', 'opioids-2017']);
    assert.deepEqual(cited(text).map(sections), [['Prevention', 'Initial Approaches to Treatment'], ['Tapering']]);
  });

  it('the edition of the year', () => {
    assert.equal(only('Chronic Pain Medical Treatment 2009, Section(s): Drug testing').guideline?.id, 'cpmtg-2009');
    assert.equal(only('Chronic Pain Medical Treatment 2016 Guidelines').guideline?.id, 'cpmtg-2016');
    assert.equal(only('Low Back Disorders 2019').guideline?.id, 'lowback-2019');
    assert.equal(only('Knee Disorders 2020').guideline?.id, 'knee-2019');
  });

  it('a year that no edition has, and no year', () => {
    const wrong = only('Shoulder Complaints 2005');
    assert.equal(wrong.guideline?.id, 'acoem2-ch09');
    assert.equal(wrong.year, 2005);
    const none = only('Shoulder Complaints, Section(s): Summary');
    assert.equal(none.year, null);
    assert.equal(none.style, 'section');
  });

  it('a number in the place of a section', () => {
    const [section] = only('Elbow Complaints 2007, Section(s): 326').sections;
    assert.deepEqual([section?.number, section?.known, section?.suggestions], [true, null, []]);
  });

  it('other forms of the label', () => {
    for (const label of ['Section:', 'Sections:', 'section(s) :', 'SECTION(S):']) {
      assert.deepEqual(sections(only(`Knee Complaints 2004, ${label} Summary`)), ['Summary'], label);
    }
  });
});

describe('citations of the page style', () => {
  it('chapter, title and pages', () => {
    const citation = only('ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 173-174, 177');
    assert.equal(citation.guideline?.id, 'acoem2-ch08');
    assert.equal(citation.chapter, 8);
    assert.equal(citation.title, 'Neck and Upper Back Complaints');
    assert.equal(citation.head?.text, 'ACOEM');
    assert.equal(citation.year, null);
    assert.deepEqual(pages(citation), [
      [173, 174],
      [177, 177],
    ]);
  });

  it('a topic before the pages, its name with a comma or without pages', () => {
    const massage = only('Chronic Pain Treatment Guidelines Massage therapy Page(s): 60');
    assert.equal(massage.guideline?.id, 'cpmtg-2009');
    assert.deepEqual(sections(massage), ['Massage therapy']);
    assert.deepEqual(sections(only('Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80')), [
      'Opioids, criteria for use',
    ]);
    assert.equal(only('Chronic Pain Treatment Guidelines Massage Therapy').sections[0]?.canonical, 'Massage therapy');
    assert.equal(only('Acupuncture Treatment Guidelines').style, 'page');
  });

  it('pages without a chapter, and two citations joined by a bare comma', () => {
    const text = 'ACOEM Page(s): 127,Chronic Pain Treatment Guidelines Opioids Page(s): 77, 81';
    const [first, second] = cited(text);
    assert.deepEqual([first?.family, first?.chapter, first && pages(first)], ['acoem-2004', null, [[127, 127]]]);
    assert.deepEqual(
      first?.candidates.map(({ chapter }) => chapter),
      [7],
    );
    assert.deepEqual(
      [second?.guideline?.id, second && pages(second)],
      [
        'cpmtg-2009',
        [
          [77, 77],
          [81, 81],
        ],
      ],
    );
    assert.deepEqual(problems(`Decision based on MTUS ${text}.`), [['comma-without-space', ',', ', ']]);
  });

  it('topics of one guideline that is named once', () => {
    const text = 'Chronic Pain Treatment Guidelines Opioids Page(s): 74-96, Massage therapy Page(s): 60';
    assert.deepEqual(guidelines(text), ['cpmtg-2009', 'cpmtg-2009']);
    assert.deepEqual(cited(text).map(sections), [['Opioids'], ['Massage therapy']]);
  });

  it('the printing of chapter 10 that holds the page', () => {
    assert.equal(only('ACOEM Chapter 10 Elbow Complaints Page(s): 235').guideline?.id, 'acoem2-ch10');
    assert.equal(only('ACOEM Chapter 10 Elbow Complaints Page(s): 35').guideline?.id, 'acoem2-ch10-2007');
  });

  it('pages that are none', () => {
    const { pages: all } = only('ACOEM Chapter 12 Low Back Complaints Page(s): 309-300, 309, 309, xx, 12b');
    assert.deepEqual(
      all.map(({ text, problem }) => [text, problem]),
      [
        ['309-300', 'reversed'],
        ['309', null],
        ['309', 'repeated'],
        ['xx', 'not-a-number'],
        ['12b', 'not-a-number'],
      ],
    );
  });

  it('other forms of label, range and joiner', () => {
    for (const text of [
      'Pages 308-310 and 315',
      'pp. 308 \u2013 310, 315',
      'p. 308 to 310; 315',
      'PAGE: 308-310 & 315',
    ]) {
      const citation = only(`ACOEM Guidelines, Chapter 12, Low Back Complaints, ${text}`);
      assert.deepEqual(
        pages(citation),
        [
          [308, 310],
          [315, 315],
        ],
        text,
      );
    }
  });

  it('a family alone', () => {
    const citation = only('ACOEM');
    assert.deepEqual([citation.guideline, citation.family, citation.candidates], [null, 'acoem-2004', []]);
  });
});

describe('names that the catalogue does not have', () => {
  it('a misspelt title, with what is probably meant', () => {
    const text = 'Lower Back Complaints 2004, Section(s): Special Studies, and Forarm, Wrist, and Hand Complaints 2004';
    const [back, hand] = cited(text);
    assert.deepEqual([back?.title, back?.guideline, back?.family], ['Lower Back Complaints', null, 'other']);
    assert.equal(back?.candidates[0]?.id, 'acoem2-ch12');
    assert.equal(back?.sections[0]?.canonical, 'Special Studies');
    assert.equal(hand?.title, 'Forarm, Wrist, and Hand Complaints');
    assert.equal(hand?.candidates[0]?.id, 'acoem2-ch11');
  });

  it('a shortened title', () => {
    assert.equal(only('Low Back 2004').candidates[0]?.id, 'acoem2-ch12');
    assert.equal(only('Neck Complaints 2004').candidates[0]?.id, 'acoem2-ch08');
  });

  it('a title that is only like nothing else', () => {
    const citation = only('Zodiac Tables 1999, Section(s): Leo, Virgo');
    assert.deepEqual([citation.title, citation.year, citation.candidates], ['Zodiac Tables', 1999, []]);
    assert.deepEqual(sections(citation), ['Leo', 'Virgo']);
  });

  it('misspelt sections, each by itself, commas in their names or not', () => {
    const { sections: all } = only(
      'Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symtoms & cardiovascular risk, Topical analgescis, Office visits',
    );
    assert.deepEqual(
      all.map(({ name, suggestions, canonical }) => canonical ?? [name, suggestions[0]]),
      [
        ['NSAIDs, GI symtoms & cardiovascular risk', 'NSAIDs, GI symptoms & cardiovascular risk'],
        ['Topical analgescis', 'Topical analgesics'],
        'Office visits',
      ],
    );
  });

  it('a section is never called a slip of one that is only remembered', () => {
    const [section] = only('Low Back Disorders 2020, Section(s): Tracton').sections;
    assert.deepEqual([section?.known, section?.suggestions], [null, []]);
  });
});
