import assert from 'node:assert/strict';
import { defaultDisplay } from '../../server/src/core/config/display';
import { parseLetter } from '../../server/src/core/language/letter';
import type { Hint } from '../../server/src/core/services/inlayHints/hint';
import { inlayHints } from '../../server/src/core/services/inlayHints/inlayHints';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();
const all = defaultDisplay.inlayHints;
const none: typeof all = { citedPages: false, daysSinceInjury: false, supersededEditions: false };

interface Shown {
  readonly hints: readonly Hint[];
  /** The letter with each hint as `{label}` where it stands. */
  readonly text: string;
}

/** The hints of the marked range, else of the whole letter. */
function hintsIn(source: string, shows = all): Shown {
  const { text, ranges } = readMarked(source);
  const letter = parseLetter(text, setup.profile);
  const hints = inlayHints(letter, setup, ranges[0] ?? { start: 0, end: text.length }, shows);
  let shown = text;
  for (const { offset, label } of hints.toReversed())
    shown = `${shown.slice(0, offset)}{${label}}${shown.slice(offset)}`;
  return { hints, text: shown };
}

const letterWith = (line: string, summary = 'None.') => `Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016

# CLINICAL CASE SUMMARY

${summary}

# IMR ISSUES, DECISIONS AND RATIONALES

## Massage: Upheld

MAXIMUS guideline: ${line}

Decision rationale: The worker was seen on 05/05/2016.
`;

/** The guideline line with its hints. */
function onLine(line: string, shows = all): string {
  const shown = hintsIn(letterWith(line), shows).text;
  return /MAXIMUS guideline: (.*)/.exec(shown)?.[1] ?? '';
}

describe('inlay hints behind cited pages', () => {
  it('tell what stands on them', () => {
    assert.equal(
      onLine('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 300.', {
        ...none,
        citedPages: true,
      }),
      'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 300{: Initial Care: injections / ESI and 2 more}.',
    );
  });

  it('say where no source proves it', () => {
    assert.equal(
      onLine('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303, 307.'),
      'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303{: Special Studies (unverified)}, 307{: Lumbar fusion and 1 more (unverified)}.',
    );
  });

  it('say nothing that the citation says itself', () => {
    const line = 'Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.';
    assert.equal(onLine(line, { ...none, citedPages: true }), line);
  });

  it('say nothing of pages that are not known, or no pages', () => {
    for (const page of ['9999', '[[page]]', '300-298']) {
      const line = `Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): ${page}.`;
      assert.equal(onLine(line, { ...none, citedPages: true }), line);
    }
  });
});

describe('inlay hints behind editions', () => {
  const line = 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.';

  it('tell that one was not in force', () => {
    assert.equal(
      onLine(line),
      'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids{edition superseded}.',
    );
  });

  it('tell in their tooltip which one was', () => {
    const [hint] = hintsIn(letterWith(line)).hints;
    assert.equal(hint?.kind, 'edition');
    assert.match(JSON.stringify(hint?.card().facts), /not in force on 10\/03\/2016; then it was /);
  });

  it('say nothing where the header lacks the date that decides', () => {
    const text = letterWith(line).replace('UR Denial Date: 10/03/2016\n', '');
    assert.deepEqual(hintsIn(text, { ...none, supersededEditions: true }).hints, []);
  });
});

describe('inlay hints behind dates of the summary', () => {
  const summary = (words: string) =>
    /SUMMARY\n\n(.*)/.exec(hintsIn(letterWith('None.', words), { ...none, daysSinceInjury: true }).text)?.[1];

  it('count the days from the injury', () => {
    assert.equal(
      summary('The worker was injured on 03/14/2016. On March 15, 2016, and on 10/03/2016, she was seen.'),
      'The worker was injured on 03/14/2016. On March 15, 2016{+1 day}, and on 10/03/2016{+203 days}, she was seen.',
    );
    assert.equal(summary('She was seen on 03/12/2016.'), 'She was seen on 03/12/2016{-2 days}.');
  });

  it('say roughly how long that is in their tooltip', () => {
    const [hint] = hintsIn(letterWith('None.', 'Seen on 10/03/2016.')).hints;
    assert.deepEqual(hint?.card(), {
      kind: 'label',
      span: hint?.card().span,
      title: '203 days after the injury',
      facts: [{ name: 'Date of Injury', text: '03/14/2016' }],
      paragraphs: ['About 7 months.'],
      rule: null,
    });
  });

  it('are none where the header lacks the date of the injury, and in other places', () => {
    const text = letterWith('None.', 'Seen on 10/03/2016.');
    assert.equal(hintsIn(text).hints.length, 1, 'none in the rationale');
    assert.deepEqual(hintsIn(text.replace('Date of Injury: 03/14/2016\n', '')).hints, []);
  });
});

describe('inlay hints', () => {
  it('are made of the range alone', () => {
    const dates = 'Seen on 04/14/2016. ⟪Seen on 05/14/2016.⟫ Seen on 06/14/2016.';
    assert.deepEqual(
      hintsIn(letterWith('None.', dates)).hints.map(({ label }) => label),
      ['+61 days'],
    );
  });

  it('can each be switched off', () => {
    const text = letterWith(
      'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, and ACOEM Chapter 12 Low Back Complaints Page(s): 300.',
      'Seen on 04/14/2016.',
    );
    const kinds = (shows: typeof all) => hintsIn(text, shows).hints.map(({ kind }) => kind);
    assert.deepEqual(kinds({ ...none, citedPages: true }), ['page']);
    assert.deepEqual(kinds({ ...none, daysSinceInjury: true }), ['injury']);
    assert.deepEqual(kinds({ ...none, supersededEditions: true }), ['edition']);
    assert.deepEqual(kinds(none), []);
  });
});
