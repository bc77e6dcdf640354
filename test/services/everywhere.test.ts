import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLetterService } from '../../server/src/core/letterService';
import type { Span } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';

/** Every few characters, and never at the same place of a word. */
const step = 13;

describe('at every place of the examples', () => {
  const service = createLetterService((rule, error) => assert.fail(`${rule}: ${error}`));
  for (const name of readdirSync('examples').filter(file => file.endsWith('.letter'))) {
    it(`${name}: what is found stands in the letter, and finds its own place again`, () => {
      const setup = testSetup({}, name.includes('federal') ? 'federal-external-review' : 'ca-imr');
      const text = readFileSync(join('examples', name), 'utf8');
      const letter = service.parse(text, setup);
      const isInside = ({ start, end }: Span) => start >= 0 && start < end && end <= text.length;
      for (let at = 0; at <= text.length; at += step) {
        const highlights = service.highlights(letter, setup, at).map(({ span }) => span);
        assert.ok(highlights.every(isInside));
        if (highlights.length > 0) assert.ok(highlights.some(({ start, end }) => start <= at && at <= end));
        const linked = service.linkedEditing(letter, setup, at);
        assert.equal(new Set(linked.map(({ start, end }) => text.slice(start, end))).size, linked.length > 0 ? 1 : 0);
        const found = service.definition(letter, setup, at);
        if (found) assert.ok(found.origin.start <= at && at <= found.origin.end && isInside(found.origin));
        const target = found?.target;
        if (target?.kind === 'places')
          assert.ok(target.places.every(({ span, whole }) => isInside(span) && isInside(whole)));
        const places = service.references(letter, setup, at)?.places.map(({ span }) => span) ?? [];
        assert.ok(places.every(isInside));
      }
    });
  }
});
