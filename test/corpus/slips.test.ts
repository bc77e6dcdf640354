import assert from 'node:assert/strict';
import { join } from 'node:path';
import { rules } from '../../server/src/core/rules/index';
import { kinds } from '../slips/kinds';
import { createCheck, readLetters } from '../slips/letters';
import { ENOUGH, percent, shareOf, TOLERATED } from '../slips/report';
import { runKind } from '../slips/run';
import { corpusFolder, describeCorpus } from './corpus';

/*
 * The short form of `npm run slips`: a few slips of each kind, so only what is found at all, and nearly always, is asked
 * of a kind; the share of 95 in 100 is asked of all together.
 */

const seed = Number(process.env['SLIPS_SEED'] ?? 1);
const options = { seed, most: 12, least: 12 };
/** Of twelve. */
const least = 75;

describeCorpus(`slips planted in posted letters (seed ${seed})`, () => {
  const letters = readLetters(join(corpusFolder, 'spaced')) ?? [];
  const check = createCheck();
  const known = new Set<string>(rules.map(rule => rule.id));
  const all: ReturnType<typeof runKind>['planted'][number][] = [];

  for (const kind of kinds) {
    it(`${kind.id}: ${kind.about}`, () => {
      assert.ok(
        [...kind.rules, ...(kind.alsoFine ?? [])].every(rule => known.has(rule)),
        'names a rule that does not exist',
      );
      const { planted } = runKind(kind, letters, check, options);
      all.push(...planted);
      const missed = planted.filter(one => one.found === null).map(one => one.letter);
      assert.ok(planted.length > 0);
      assert.ok(percent(shareOf(planted)) >= least, `missed in ${missed.join(', ')}`);
    });
  }

  it('are found, and nothing else', () => {
    const share = shareOf(all);
    assert.ok(percent(share) >= ENOUGH, `${percent(share)} of 100`);
    assert.ok(share.unrelated <= (TOLERATED * share.planted) / 100, `${share.unrelated} in ${share.planted} letters`);
  });
});
