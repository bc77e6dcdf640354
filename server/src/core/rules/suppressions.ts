import type { Letter } from '../language/letter';
import type { Setup } from '../setup';
import { rules } from './index';
import type { Finding } from './rule';
import {
  nextTextLines,
  type SuppressedName,
  type SuppressionComment,
  suppressionComments,
} from './suppressionComments';
import {
  enablesNothing,
  namesNoRule,
  type SuppressionProblem,
  suppressesNothing,
  unknownKind,
  unknownRule,
} from './suppressionProblems';

/** The rule in whose name this file reports. */
const RULE = 'suppression';

/** One rule switched off by one comment. */
interface Suppression {
  readonly comment: SuppressionComment;
  readonly name: SuppressedName;
  /** A finding that starts from here on … */
  readonly from: number;
  /** … up to here, this offset included, is suppressed. */
  to: number;
  used: boolean;
}

/** The suppressions of one rule, each list in the order of the text. */
interface SuppressionsOfRule {
  readonly lines: Suppression[];
  readonly ranges: Suppression[];
  readonly files: Suppression[];
}

/** Takes out what comments in the letter suppress, and reports comments that name no rule or suppress nothing. */
export function applySuppressions(letter: Letter, setup: Setup, findings: readonly Finding[]): Finding[] {
  const comments = suppressionComments(letter);
  if (comments.length === 0) return [...findings];
  const problems: SuppressionProblem[] = [];
  const suppressions = collect(letter, comments, problems);
  const isKept = (finding: Finding) => !isSuppressed(suppressions.get(finding.rule), finding.span.start);
  const kept = findings.filter(isKept);
  const active = setup.rules.find(a => a.rule.id === RULE);
  if (!active) return kept;
  problems.push(...unused(letter, setup, suppressions));
  const reported = problems.map(p => ({ ...p, rule: RULE, severity: active.severity, related: [] }));
  return [...kept, ...reported.filter(isKept)];
}

function collect(
  letter: Letter,
  comments: readonly SuppressionComment[],
  problems: SuppressionProblem[],
): Map<string, SuppressionsOfRule> {
  const found = new Map<string, SuppressionsOfRule>();
  const end = letter.source.text.length;
  const nextLines = nextTextLines(letter, comments);
  for (const comment of comments) {
    if (comment.kind === null) problems.push(unknownKind(comment));
    else if (comment.names.length === 0) problems.push(namesNoRule(letter, comment));
    if (comment.kind === null) continue;
    for (const name of comment.names) {
      const ofRule = found.get(name.id) ?? { lines: [], ranges: [], files: [] };
      found.set(name.id, ofRule);
      const { start } = comment.span;
      const line = nextLines.get(comment);
      if (line) ofRule.lines.push({ comment, name, from: line.start, to: line.end, used: false });
      else if (comment.kind === 'disable-file') ofRule.files.push({ comment, name, from: 0, to: end, used: false });
      else if (comment.kind === 'disable') ofRule.ranges.push({ comment, name, from: start, to: end, used: false });
      else if (!close(ofRule.ranges, start, end)) problems.push(enablesNothing(letter, comment, name));
    }
  }
  return found;
}

/** Ends at `at` the ranges that are open, those that reach to the letter's `end`; says whether there was one. */
function close(ranges: readonly Suppression[], at: number, end: number): boolean {
  const open = ranges.slice(ranges.findLastIndex(range => range.to !== end) + 1);
  for (const range of open) range.to = at;
  return open.length > 0;
}

/** Whether a finding at `at` is suppressed; of several comments that say so the narrowest is the one in use. */
function isSuppressed(ofRule: SuppressionsOfRule | undefined, at: number): boolean {
  const by = ofRule && (covering(ofRule.lines, at) ?? covering(ofRule.ranges, at) ?? ofRule.files[0]);
  if (by) by.used = true;
  return by !== undefined;
}

/** The last of the suppressions that begins at or before `at`, if it reaches so far. */
function covering(suppressions: readonly Suppression[], at: number): Suppression | undefined {
  let low = 0;
  let high = suppressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((suppressions[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = suppressions[low - 1];
  return last && at <= last.to ? last : undefined;
}

function* unused(
  letter: Letter,
  setup: Setup,
  suppressions: ReadonlyMap<string, SuppressionsOfRule>,
): Iterable<SuppressionProblem> {
  const ids = rules.map(rule => rule.id);
  for (const [id, { lines, ranges, files }] of suppressions) {
    const known = ids.includes(id);
    // A rule that is switched off finds nothing to suppress: the comment may be meant for others.
    if (known && (id === RULE || !setup.rules.some(a => a.rule.id === id))) continue;
    for (const { used, comment, name } of [...lines, ...ranges, ...files]) {
      if (used) continue;
      yield known ? suppressesNothing(letter, comment, name) : unknownRule(letter, comment, name, ids);
    }
  }
}
