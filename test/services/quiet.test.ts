import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { type Clock, outsideLine, QuietTyping } from '../../server/src/core/services/quiet';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

/** A clock that goes on when it is told to. */
class FakeClock implements Clock {
  private now = 0;
  private timers: { readonly at: number; readonly callback: () => void }[] = [];

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.now + milliseconds, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(each => each !== timer);
    };
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { callback } of due) callback();
  }

  get pending(): number {
    return this.timers.length;
  }
}

describe('quiet typing', () => {
  let clock: FakeClock;
  let ended: string[];
  let quiet: QuietTyping;
  beforeEach(() => {
    clock = new FakeClock();
    ended = [];
    quiet = new QuietTyping(clock, uri => ended.push(uri));
  });

  it('lasts until a pause, counted from the last key', () => {
    quiet.edited('a', 3, 2000);
    clock.pass(1999);
    quiet.edited('a', 3, 2000);
    clock.pass(1999);
    assert.equal(quiet.lineOf('a'), 3);
    assert.deepEqual(ended, []);
    clock.pass(1);
    assert.equal(quiet.lineOf('a'), null);
    assert.deepEqual(ended, ['a']);
    assert.equal(clock.pending, 0);
  });

  it('goes over to another line that is edited', () => {
    quiet.edited('a', 3, 2000);
    quiet.edited('a', 4, 2000);
    assert.equal(quiet.lineOf('a'), 4);
    assert.deepEqual(ended, [], 'the edit itself brings the answer');
  });

  it('ends when the cursor leaves the line', () => {
    quiet.edited('a', 3, 2000);
    quiet.cursorAt('a', 3);
    assert.equal(quiet.lineOf('a'), 3);
    quiet.cursorAt('a', 2);
    assert.deepEqual(ended, ['a']);
    quiet.cursorAt('a', 1);
    assert.deepEqual(ended, ['a'], 'once');
  });

  it('knows one letter from another', () => {
    quiet.edited('a', 3, 2000);
    quiet.edited('b', 7, 1000);
    clock.pass(1000);
    assert.deepEqual([quiet.lineOf('a'), quiet.lineOf('b')], [3, null]);
    assert.deepEqual(ended, ['b']);
  });

  it('is not for edits of several lines, nor where it is switched off', () => {
    quiet.edited('a', null, 2000);
    quiet.edited('b', 1, 0);
    assert.deepEqual([quiet.lineOf('a'), quiet.lineOf('b'), clock.pending], [null, null, 0]);
  });

  it('ends with the letter, without a trace', () => {
    quiet.edited('a', 3, 2000);
    quiet.end('a');
    quiet.end('a');
    clock.pass(5000);
    assert.deepEqual(ended, ['a']);
  });

  it('holds back what touches the line, and nothing else', () => {
    const setup = testSetup();
    const { text, ranges } = readMarked(
      '# IMR ISSUES, DECISIONS AND RATIONALES\n\n## First\n\n⟪## Second⟫\n\nDecision rationale:\n',
    );
    const findings = checkLetter(parseLetter(text, setup.profile), setup);
    const line = ranges[0] ?? assert.fail();
    const shown = outsideLine(findings, line);
    const decisions = (all: readonly { rule: string; span: { start: number; end: number } }[]) =>
      all.filter(({ rule }) => rule === 'missing-decision').map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(decisions(findings), ['First', 'Second']);
    assert.deepEqual(decisions(shown), ['First']);
    assert.ok(shown.some(({ rule }) => rule === 'empty-field'));
    const blank = { start: line.end + 1, end: line.end + 1 };
    assert.equal(outsideLine(findings, blank), findings, 'nothing there: the same list');
  });
});
