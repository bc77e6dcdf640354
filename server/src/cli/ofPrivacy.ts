import { rules } from '../core/rules/index';

const ids = new Set(rules.filter(({ group }) => group === 'privacy').map(({ id }) => id));

/** Whether what a rule finds identifies a person. */
export function ofPrivacy(rule: string): boolean {
  return ids.has(rule);
}
