import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { type HoverCard, hoverCards } from '../../server/src/core/services/hover';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

/** The cards at the cursor, with the text that the first is about. */
function hover(source: string): { readonly cards: readonly HoverCard[]; readonly on: string | undefined } {
  const { text, cursors } = readMarked(source);
  const letter = parseLetter(text, setup.profile);
  const cards = hoverCards(letter, setup, checkLetter(letter, setup), cursors[0] ?? assert.fail());
  const span = cards[0]?.span;
  return { cards, on: span && text.slice(span.start, span.end) };
}

function fact(card: HoverCard | undefined, name: string): string | undefined {
  return card?.facts.find(each => each.name === name)?.text;
}

const item = (line: string, title = 'Physical therapy for the neck: Upheld') =>
  `UR Denial Date: 10/03/2016\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## ${title}\n\nMAXIMUS guideline: ${line}\n\nDecision rationale: None.\n`;

describe('hover on a citation', () => {
  it('tells the guideline, when it was in force, its pages and how well they are known', () => {
    const { cards, on } = hover(
      item('Decision based on MTUS Neck and Upper Back Comp‸laints 2004, Section(s): Physical Methods.'),
    );
    assert.equal(on, 'Neck and Upper Back Complaints 2004, Section(s): Physical Methods');
    const [card] = cards;
    assert.equal(card?.kind, 'citation');
    assert.equal(card?.title, 'Neck and Upper Back Complaints (chapter 8)');
    assert.match(fact(card, 'Edition') ?? '', /2004|2nd/);
    assert.match(fact(card, 'In force') ?? '', /^from \d{4}-\d{2}-\d{2}/);
    assert.match(fact(card, 'For this letter') ?? '', /in force on 10\/03\/2016/);
    assert.match(fact(card, 'Pages') ?? '', /^\d+-\d+ \(.+\)$/);
    assert.match(fact(card, 'Physical Methods') ?? '', /^(seen in posted letters|unverified: )/);
    assert.ok(fact(card, 'Source'));
  });

  it('says of pages that no source proves that they are not verified', () => {
    const { cards } = hover(item('Decision based on MTUS Chronic Pain Treatment Guidelines Bacl‸ofen Page(s): 23.'));
    assert.equal(cards[0]?.title, 'Chronic Pain Medical Treatment Guidelines');
    const about = cards[0]?.facts.map(({ name, text }) => `${name}: ${text}`).join('\n') ?? '';
    assert.match(about, /(Baclofen|Page 23).*unverified: look it up/);
  });

  it('tells when an edition was not in force on the day of the letter', () => {
    const { cards } = hover(item('Decision based on MTUS Chronic Pain Medical Treat‸ment 2009, Section(s): Opioids.'));
    assert.match(fact(cards[0], 'For this letter') ?? '', /^not in force on 10\/03\/2016; then it was /);
  });

  it('finds it although the line is broken and holds a comment', () => {
    const { on } = hover(item('Decision based on MTUS Neck and\nUpper <!-- x -->Back Compla‸ints 2004.'));
    assert.equal(on, 'Neck and\nUpper <!-- x -->Back Complaints 2004');
  });

  it('admits what the catalogue does not know', () => {
    const { cards } = hover(item('Decision based on MTUS Heartache Com‸plaints 2004, Section(s): Sighs.'));
    assert.deepEqual(cards[0]?.paragraphs, ['The catalogue does not know this guideline.']);
  });

  it('tells of a source outside the standard', () => {
    const line =
      'Decision based on Non-MTUS Citation Official Disability Guid‸elines (ODG), Neck & Upper Back Chapter.';
    assert.equal(hover(item(line)).cards[0]?.kind, 'citation');
  });
});

describe('hover elsewhere', () => {
  it('tells what belongs behind a label', () => {
    const { cards, on } = hover('Date of Inj‸ury: 03/14/2016\nPriority: Standard\n');
    assert.equal(on, 'Date of Injury');
    assert.deepEqual(cards[0], {
      kind: 'label',
      span: { start: 0, end: 14 },
      title: 'Date of Injury',
      facts: [],
      paragraphs: ['A date, as in 03/14/2016.'],
      rule: null,
    });
    assert.equal(fact(hover('Prio‸rity: Standard\n').cards[0], 'Values'), 'Standard, Expedited');
    assert.equal(hover(item('x').replace('MAXIMUS', 'MAX‸IMUS')).cards[0]?.facts.length, 4, 'the four forms');
  });

  it('tells what a decision means', () => {
    const { cards } = hover(item('x', 'Knee brace: Uph‸eld'));
    assert.equal(cards[0]?.kind, 'decision');
    assert.match(cards[0]?.paragraphs[0] ?? '', /stands/);
    assert.match(fact(cards[0], 'The rationale ends') ?? '', /not medically necessary/);
    const wrong = hover(item('x', 'Knee brace: Modi‸fied')).cards[0];
    assert.match(wrong?.paragraphs.join(' ') ?? '', /no decision here.*authorised/);
  });

  it('tells of every finding what it means', () => {
    const { cards } = hover(item('x', 'Knee br‸ace'));
    const [first] = cards.filter(({ kind }) => kind === 'finding');
    assert.equal(first?.rule, first?.title);
    assert.equal(first?.paragraphs.length, 2, 'summary and message');
  });

  it('tells nothing where nothing is known', () => {
    assert.deepEqual(
      hover('# CLINICAL CASE SUMMARY\n\nSome wo‸rds.\n').cards.filter(({ kind }) => kind !== 'finding'),
      [],
    );
    assert.deepEqual(
      hover('‸').cards.filter(({ kind }) => kind !== 'finding'),
      [],
    );
  });
});
