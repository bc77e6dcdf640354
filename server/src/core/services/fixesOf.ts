import type { RuleFailure } from '../rules/check';
import type { Finding, Fix } from '../rules/rule';

/** The fixes of a finding; none, and the failure is told, where its rule fails to make them. */
export function fixesOf(finding: Finding, failed: RuleFailure): readonly Fix[] {
  try {
    return finding.fixes();
  } catch (error) {
    failed(finding.rule, error);
    return [];
  }
}
