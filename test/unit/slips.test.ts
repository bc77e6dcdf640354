import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { difference, type Finding } from '../slips/compare';
import { datesIn } from '../slips/days';
import { kinds } from '../slips/kinds';
import { createCheck } from '../slips/letters';
import { percent, shareOf } from '../slips/report';
import { runKind } from '../slips/run';
import { sketch } from '../slips/sketch';
import { applyEdits, flat, matches, newPlace, oldPlace } from '../slips/text';

const file = 'examples/2016-section-style.letter';
const letter = sketch(file, readFileSync(file, 'utf8'));

function finding(rule: string, start: number, message = 'It is wrong.'): Finding {
  return { rule, severity: 'error', span: { start, end: start + 2 }, message, related: [] };
}

describe('planted slips', () => {
  it('follow a place through edits and back', () => {
    const text = 'one two three';
    const edits = [
      { start: 8, end: 13, text: 'four' },
      { start: 0, end: 0, text: 'zero ' },
    ];
    assert.equal(applyEdits(text, edits), 'zero one two four');
    assert.equal(newPlace(4, edits, 'start'), 9);
    assert.equal(oldPlace(9, edits), 4);
    assert.equal(oldPlace(15, edits), 8);
    assert.deepEqual([newPlace(8, edits, 'start'), newPlace(13, edits, 'end')], [13, 17]);
  });

  it('tell new findings from those that moved or say the same in other words', () => {
    const edits = [{ start: 0, end: 0, text: 'zero ' }];
    const old = [finding('a', 4), finding('b', 8, 'Five are known.')];
    const now = [finding('a', 9), finding('b', 13, 'Six are known.'), finding('a', 0), finding('c', 9)];
    const { fresh, changed } = difference(old, now, edits);
    assert.deepEqual(
      fresh.map(({ rule, span }) => [rule, span.start]),
      [
        ['a', 0],
        ['c', 9],
      ],
    );
    assert.deepEqual(changed, [now[1]]);
  });

  it('are told apart by a white space of any kind, in and out of brackets', () => {
    const text = 'a  48\nyear-old man';
    assert.equal(matches(text, { start: 0, end: text.length }, /a 48years?[ -]old man/g).length, 0);
    assert.equal(matches(text, { start: 0, end: text.length }, /a (\d\d) ?years?[ -]old man/g).length, 1);
  });

  it('know the dates of a letter, each in its own form', () => {
    const text = 'on 10-13-16, on 9-10- 2015 and on November 3, 2016; not 6-8 or 02/30/2016';
    const dates = datesIn(text, { start: 0, end: text.length });
    assert.deepEqual(
      dates.map(date => [date.year, date.month, date.day]),
      [
        [2016, 10, 13],
        [2015, 9, 10],
        [2016, 11, 3],
      ],
    );
    const day = { year: 2017, month: 1, day: 5 };
    assert.deepEqual(
      dates.map(date => date.write(day)),
      ['01-05-17', '1-05- 2017', 'January 5, 2017'],
    );
  });

  it('find the items of a letter without its reader', () => {
    assert.equal(letter.items.length, letter.text.match(/^## /gm)?.length);
    const [item] = letter.items;
    assert.ok(item);
    assert.equal(flat(letter.text, item.title), 'MRI of the right knee without contrast');
    assert.equal(flat(letter.text, item.decision), 'Overturned');
  });

  it('are the same for the same seed, each in a copy that differs from the letter', () => {
    const options = { seed: 7, most: 5, least: 2 };
    for (const kind of kinds) {
      const run = () => runKind(kind, [letter], () => [], options).planted.map(planted => planted.after);
      const planted = run();
      assert.deepEqual(planted, run(), kind.id);
      assert.equal(new Set(planted).size, planted.length, kind.id);
      assert.ok(!planted.includes(letter.text), kind.id);
    }
  });

  it('are found where a rule speaks of them', () => {
    const check = createCheck();
    for (const id of ['drop-decision', 'misspelt-label', 'wrong-year', 'placeholder']) {
      const kind = kinds.find(one => one.id === id);
      assert.ok(kind, id);
      const share = shareOf(runKind(kind, [letter], check, { seed: 1, most: 10, least: 5 }).planted);
      assert.ok(share.planted > 0, id);
      assert.equal(percent(share), 100, id);
    }
  });

  it('name no kind twice', () => {
    const ids = kinds.map(kind => kind.id);
    assert.deepEqual([...new Set(ids)], ids);
  });
});
