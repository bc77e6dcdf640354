import type { Rule } from '../../server/src/core/rules/rule';

/** Rules that do harm where a letter tells them to; `scripts/lib/faultyServer.mjs` builds them into a server for tests. */
export const faultyRules: readonly Rule[] = [
  {
    id: 'never-ending',
    group: 'structure',
    severity: 'warning',
    summary: 'Never ends in an item whose title says so.',
    fix: 'none',
    scope: 'item',
    check(item) {
      while (item.text.includes('never-ending')) {}
    },
  },
  {
    id: 'endless-reading',
    group: 'style',
    severity: 'warning',
    summary: 'Never ends at a sentence that says so.',
    fix: 'none',
    scope: 'sentence',
    places: ['rationale'],
    check(sentence) {
      while (sentence.text.includes('endless reading')) {}
    },
  },
  {
    id: 'too-slow',
    group: 'style',
    severity: 'warning',
    summary: 'Takes more than two seconds over a letter in which two sentences say so, and flags them.',
    fix: 'none',
    scope: 'sentence',
    places: ['rationale'],
    check(sentence, _, report) {
      const at = sentence.text.indexOf('slow reading');
      if (at < 0) return;
      const end = performance.now() + 1100;
      while (performance.now() < end) {}
      report({ span: { start: at, end: at + 12 }, message: 'Slow.' });
    },
  },
  {
    id: 'deadly',
    group: 'structure',
    severity: 'warning',
    summary: 'Ends the server at an item whose title says so: no guard holds an error of a later turn.',
    fix: 'none',
    scope: 'item',
    check(item) {
      if (!item.text.includes('deadly')) return;
      setTimeout(() => {
        throw new Error('deadly');
      });
    },
  },
];
