import assert from 'node:assert/strict';
import { clientModule } from '../support/clientModule';

/* The supervisor of the server, with an editor and a client of a few lines. */

const actions = { DoNotRestart: 1, Restart: 2 };

interface Supervisor {
  readonly errorHandler: { closed(): { readonly action: number } };
}
interface Module {
  readonly Supervisor: new (dialogs: object) => Supervisor;
}

function loaded(): Promise<Module> {
  const l10n = { t: (text: string, ...values: readonly unknown[]) => text.replace('{0}', String(values[0])) };
  const editor = { l10n, CloseAction: actions, ErrorAction: {}, State: {} };
  return clientModule<Module>('client/src/supervision/supervisor.ts', editor);
}

describe('a server that stops', () => {
  const { now } = performance;
  let time: number;
  let told: string[];
  let supervisor: Supervisor;

  beforeEach(async () => {
    const { Supervisor } = await loaded();
    time = 0;
    told = [];
    performance.now = () => time;
    supervisor = new Supervisor({
      tell: async (how: string, message: string) => {
        told.push(`${how}: ${message}`);
      },
    });
  });
  afterEach(() => {
    performance.now = now;
  });

  /** What becomes of servers that stop at these times, in seconds. */
  const stops = (...times: readonly number[]) =>
    times.map(seconds => {
      time = seconds * 1000;
      return supervisor.errorHandler.closed().action === actions.Restart ? 'started' : 'left';
    });

  it('is started again four times; the fifth time that is said', () => {
    assert.deepEqual(stops(1, 2, 3, 4), ['started', 'started', 'started', 'started']);
    assert.deepEqual(told, []);
    assert.deepEqual(stops(5), ['left']);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^error: .*stopped 5 times in a row/);
  });

  it('is started again for ever where it stops now and then', () => {
    const seldom = Array.from({ length: 50 }, (_, number) => number * 61);
    assert.ok(stops(...seldom).every(each => each === 'started'));
    assert.deepEqual(told, []);
  });
});
