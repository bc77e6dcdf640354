import { summaryOf } from '../facts/caseFacts';
import type { Letter } from '../language/letter';
import type { HeaderRole } from '../profile/schema';
import type { ActiveRule } from '../setup';
import type { Folded } from '../text/folded';
import { type Span, shift, type TextEdit } from '../text/span';
import type { Finding, Fix, HeaderEdit, Related, Report, ReportFix, ReportRelated, Severity } from './rule';
import { severities } from './rule';
import type { Surroundings } from './surroundings';

/** Who looks at the letter: all, or the first reader alone, who finds what the second one found before where it is by now. */
export type Reader = 'all' | 'first';

/** Told of a rule that failed; never of the letter's text. */
export interface RuleFailure {
  (rule: string, error: unknown): void;
  /** Told of every rule that runs. */
  readonly watch?: RuleWatch;
}

/** Told by its id of a rule that is about to run, and when it has come to its end. */
export interface RuleWatch {
  starts(rule: string): void;
  ends(): void;
}

/** A finding of a part, relative to it, before it is known where in the letter the part and what it relates to stand. */
export interface PartFinding extends Omit<Finding, 'related' | 'fixes'> {
  readonly related: readonly ReportRelated[];
  readonly fixes: () => readonly ReportFix[];
}

export function guarded(rule: { readonly id: string }, failed: RuleFailure, check: () => void): void {
  const { watch } = failed;
  watch?.starts(rule.id);
  try {
    check();
  } catch (error) {
    failed(rule.id, error);
  } finally {
    watch?.ends();
  }
}

export function finding(active: ActiveRule, report: Report, failed: RuleFailure): PartFinding {
  const { id } = active.rule;
  const { fixes } = report;
  return {
    rule: id,
    severity: weaker(active.severity, report.atMost),
    span: report.span,
    message: report.message,
    related: report.related ?? [],
    fixes: fixes ? () => guardedFixes(id, fixes, failed) : () => [],
  };
}

function guardedFixes(rule: string, fixes: NonNullable<Report['fixes']>, failed: RuleFailure): readonly ReportFix[] {
  let made: readonly ReportFix[] = [];
  guarded({ id: rule }, failed, () => {
    made = fixes();
  });
  return made;
}

function weaker(severity: Severity, atMost: Severity | undefined): Severity {
  if (!atMost) return severity;
  return severities.indexOf(severity) > severities.indexOf(atMost) ? severity : atMost;
}

/** A finding of a sentence, which begins at `start` in the text, as one of the text's part. */
export function ofPart(found: PartFinding, start: number, text: Folded): PartFinding {
  const moved = (span: Span) => text.source(start + span.start, start + span.end);
  return {
    ...found,
    span: moved(found.span),
    related: found.related.map(one => ('span' in one ? { ...one, span: moved(one.span) } : one)),
    fixes: () => found.fixes().map(fix => ({ ...fix, edits: fix.edits.map(edit => movedEdit(edit, moved)) })),
  };
}

/** The edit with its place moved; one of the header has none of its own. */
export function movedEdit(edit: TextEdit | HeaderEdit, moved: (span: Span) => Span): TextEdit | HeaderEdit {
  return 'span' in edit ? { ...edit, span: moved(edit.span) } : edit;
}

/** A finding of a part in the letter's offsets; the part stands at `by`. */
export function placed(found: PartFinding, by: number, letter: Letter, surroundings: Surroundings): Finding {
  const { rule, severity, message, related, fixes } = found;
  return {
    rule,
    severity,
    message,
    span: shift(found.span, by),
    related: related.length > 0 ? related.flatMap(one => placedRelated(one, by, letter, surroundings)) : NO_RELATED,
    fixes: () => fixes().flatMap(fix => placedFix(fix, by, letter)),
  };
}

const NO_RELATED: readonly Related[] = [];

function placedFix(fix: ReportFix, by: number, letter: Letter): Fix[] {
  const edits = fix.edits.flatMap(edit => {
    const span = 'span' in edit ? shift(edit.span, by) : headerValue(edit.header, letter);
    return span ? [{ span, text: edit.text }] : [];
  });
  return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
}

/** Where the value of a header field stands in the letter; null without that field. */
function headerValue(role: HeaderRole, { header: { part, start } }: Letter): Span | null {
  const field = part.fields.find(({ definition }) => definition.role === role);
  return field ? shift(field.value, start) : null;
}

function placedRelated(related: ReportRelated, by: number, letter: Letter, surroundings: Surroundings): Related[] {
  const span = relatedSpan(related, by, letter, surroundings);
  return span ? [{ span, message: related.message }] : [];
}

function relatedSpan(related: ReportRelated, by: number, letter: Letter, surroundings: Surroundings): Span | null {
  if ('span' in related) return shift(related.span, by);
  if ('header' in related) return headerValue(related.header, letter);
  if ('item' in related) {
    const item = letter.items[related.item];
    return item ? shift(item.part.title.span, item.start) : null;
  }
  const fact = surroundings.case.facts[related.caseFact];
  const summary = summaryOf(letter);
  if (!fact || !summary) return null;
  // While the summary is typed its facts are those of before.
  const end = summary.part.text.length;
  const { start, end: factEnd } = surroundings.case.source(fact);
  return shift({ start: Math.min(start, end), end: Math.min(factEnd, end) }, summary.start);
}
