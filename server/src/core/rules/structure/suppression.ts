import type { LetterRule } from '../rule';

/** Reported by the engine itself, once all other rules have spoken: see `suppressions.ts`. */
export const rule: LetterRule = {
  id: 'suppression',
  group: 'structure',
  scope: 'letter',
  severity: 'information',
  summary: 'A comment that switches off a rule that does not exist, or that suppresses nothing.',
  fix: 'offered',
  check() {},
};
