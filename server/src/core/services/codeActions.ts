import type { Letter } from '../language/letter';
import type { RuleFailure } from '../rules/check';
import type { Finding } from '../rules/rule';
import { type Span, type TextEdit, touches } from '../text/span';
import { t } from '../words/translate';
import { fixesOf } from './fixesOf';
import { suppressInFile, suppressOnNextLine } from './suppress';

/** Something the writer may choose to do about a finding. */
export interface FindingAction {
  readonly kind: 'fix' | 'suppress';
  readonly title: string;
  readonly finding: Finding;
  /** What one keystroke may do without asking. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** A suppression would hide these in vain: they are about comments themselves. */
const aboutComments: ReadonlySet<string> = new Set(['suppression', 'unclosed-comment']);

/**
 * What can be done about the findings that touch `range`: their fixes first, in the order of the text, then the
 * comments that switch a rule off.
 */
export function findingActions(
  letter: Letter,
  findings: readonly Finding[],
  range: Span,
  failed: RuleFailure = () => {},
): FindingAction[] {
  const touched = findings.filter(finding => touches(finding.span, range));
  const rules = new Map(touched.filter(({ rule }) => !aboutComments.has(rule)).map(f => [f.rule, f]));
  return [
    ...touched.flatMap(finding => fixActions(finding, failed)),
    ...[...rules.values()].flatMap(finding => suppressions(letter, finding)),
  ];
}

function fixActions(finding: Finding, failed: RuleFailure): FindingAction[] {
  return fixesOf(finding, failed).map((fix, index) => ({
    kind: 'fix',
    title: fix.title,
    finding,
    preferred: index === 0 && fix.safe,
    edits: fix.edits,
  }));
}

function suppressions(letter: Letter, finding: Finding): FindingAction[] {
  const { rule } = finding;
  const action = (title: string, edit: TextEdit): FindingAction => {
    return { kind: 'suppress', title, finding, preferred: false, edits: [edit] };
  };
  return [
    action(t('Suppress {0} here', rule), suppressOnNextLine(letter, finding.span.start, rule)),
    action(t('Suppress {0} in this file', rule), suppressInFile(letter, rule)),
  ];
}
