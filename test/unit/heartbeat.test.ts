import assert from 'node:assert/strict';
import { Heartbeat } from '../../client/src/supervision/heartbeat';

const patience = { silent: 4, rule: 2, beat: 1000 };

describe('the heartbeat of the server', () => {
  const real = { setInterval, clearInterval };
  let beats: (() => void)[];
  let answers: (() => void)[];
  let lost: (string | null)[];
  let heartbeat: Heartbeat;

  beforeEach(() => {
    beats = [];
    answers = [];
    lost = [];
    const fake = {
      setInterval: (beat: () => void) => beats.push(beat),
      clearInterval: () => {
        beats = [];
      },
    };
    Object.assign(globalThis, fake);
    const ask = () => new Promise<void>(resolve => answers.push(resolve));
    heartbeat = new Heartbeat(ask, rule => lost.push(rule), patience);
  });
  afterEach(() => {
    Object.assign(globalThis, real);
  });

  const beat = (times: number) => {
    for (let time = 0; time < times; time++) beats[0]?.();
  };
  const answer = async () => {
    answers.at(-1)?.();
    await Promise.resolve();
  };

  it('rests where there is nothing to do', async () => {
    assert.equal(beats.length, 0);
    heartbeat.sent();
    heartbeat.sent();
    assert.equal(beats.length, 1);
    beat(1);
    await answer();
    beat(1);
    assert.equal(beats.length, 0);
    assert.equal(answers.length, 1);
    assert.deepEqual(lost, []);
  });

  it('asks once, and again only when that was answered', async () => {
    heartbeat.sent();
    beat(3);
    assert.equal(answers.length, 1);
    await answer();
    heartbeat.sent();
    beat(1);
    assert.equal(answers.length, 2);
    beat(3);
    assert.deepEqual(lost, [], 'silence before an answer does not count');
  });

  it('gives up a server that stays silent', () => {
    heartbeat.sent();
    beat(1 + 3);
    assert.deepEqual(lost, []);
    beat(1);
    assert.deepEqual(lost, [null]);
    assert.equal(beats.length, 0);
  });

  it('gives it up sooner where the rule is known that it runs', () => {
    heartbeat.sent();
    beat(1);
    heartbeat.runs('first');
    beat(1);
    heartbeat.runs('second');
    beat(1);
    assert.deepEqual(lost, [], 'another rule has its own time');
    beat(1);
    assert.deepEqual(lost, ['second']);
  });

  it('takes an answer to what was asked of the server before for none', async () => {
    heartbeat.sent();
    beat(1);
    const [late] = answers;
    heartbeat.stop();
    heartbeat.sent();
    beat(1);
    late?.();
    await Promise.resolve();
    beat(4);
    assert.deepEqual(lost, [null]);
  });
});
