import type { RuleFailure } from '../core/rules/check';
import { say } from './terminal';

/** Says that a rule failed, once for each; never of what the letter says. */
export function ruleFailures(): RuleFailure {
  const said = new Set<string>();
  return rule => {
    if (!said.has(rule)) say(`The rule ${rule} failed and was left out. Please report this.`);
    said.add(rule);
  };
}
