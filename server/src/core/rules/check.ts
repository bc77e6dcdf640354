import type { GuidelineGrammar } from '../citations/grammar';
import type { GuidelineLine } from '../citations/model';
import { parseGuidelineLine } from '../citations/parse';
import { type LetterFacts, letterFacts } from '../language/facts';
import type { Letter } from '../language/letter';
import type { HeaderPart, ItemField, ItemPart, Part, Placed } from '../language/tree';
import type { ItemFieldRole } from '../profile/schema';
import type { ActiveRule, Setup } from '../setup';
import { shift } from '../text/span';
import type { Context, ItemContext, LetterContext } from './context';
import type { Finding, Fix, ItemRule, LetterRule, Related, Report, ReportRelated, Severity } from './rule';
import { severities } from './rule';
import { applySuppressions } from './suppressions';

/** Told of a rule that failed; never of the letter's text. */
export type RuleFailure = (rule: string, error: unknown) => void;

interface PartFindings {
  readonly setup: Setup;
  readonly factsKey: string;
  /** Relative to the part. */
  readonly findings: readonly PartFinding[];
}

/** A finding of a part, before it is known where in the letter the part and the header stand. */
interface PartFinding extends Omit<Finding, 'related'> {
  readonly related: readonly ReportRelated[];
}

const partFindings = new WeakMap<Part, PartFindings>();
const itemContexts = new WeakMap<
  ItemPart,
  { readonly setup: Setup; readonly lines: Map<ItemFieldRole, GuidelineLine> }
>();

/**
 * Everything the rules find in the letter, in the order of the text. Parts that an edit did not touch are not looked at
 * again.
 */
export function checkLetter(letter: Letter, setup: Setup, failed: RuleFailure = () => {}): Finding[] {
  const facts = letterFacts(letter);
  const findings: Finding[] = [];
  for (const { part, start } of letter.parts) {
    for (const finding of findingsOf(part, setup, facts, failed)) findings.push(placed(finding, start, letter.header));
  }
  for (const active of setup.rules) {
    if (active.rule.scope === 'letter') checkWhole(letter, active, setup, facts, findings, failed);
  }
  return applySuppressions(letter, setup, findings).sort(inOrder);
}

function findingsOf(part: Part, setup: Setup, facts: LetterFacts, failed: RuleFailure): readonly PartFinding[] {
  const known = partFindings.get(part);
  if (known && known.setup === setup && known.factsKey === facts.key) return known.findings;
  const findings = part.kind === 'item' ? [...headFindings(part, setup, facts, failed)] : [];
  for (const active of setup.rules) {
    const { rule } = active;
    if (rule.scope === 'part') {
      const context = new SharedContext(setup, facts, active);
      guarded(rule, failed, () => rule.check(part, context, report => findings.push(finding(active, report, failed))));
    } else if (rule.scope === 'item' && part.kind === 'item' && !rule.sparesLastField) {
      checkItem(part, rule, active, setup, facts, findings, failed);
    }
  }
  partFindings.set(part, { setup, factsKey: facts.key, findings });
  return findings;
}

function checkItem(
  item: ItemPart,
  rule: ItemRule,
  active: ActiveRule,
  setup: Setup,
  facts: LetterFacts,
  findings: PartFinding[],
  failed: RuleFailure,
): void {
  const context = itemContext(item, setup, facts, active);
  guarded(rule, failed, () => rule.check(item, context, report => findings.push(finding(active, report, failed))));
}

interface HeadFindings {
  factsKey: string;
  readonly byText: Map<string, readonly PartFinding[]>;
}

/** What the rules that spare an item's last field find, by the text up to it. */
const headsKnown = new WeakMap<Setup, HeadFindings>();
const MOST_HEADS = 2000;

function headFindings(item: ItemPart, setup: Setup, facts: LetterFacts, failed: RuleFailure): readonly PartFinding[] {
  let known = headsKnown.get(setup);
  if (known?.factsKey !== facts.key || known.byText.size > MOST_HEADS) {
    known = { factsKey: facts.key, byText: new Map() };
    headsKnown.set(setup, known);
  }
  const last = item.fields.at(-1);
  // A guideline line that stands last is what these rules look at.
  const end = last?.definition.kind === 'text' ? last.label.end : item.text.length;
  const head = `${item.title.span.end} ${item.text.slice(0, end)}`;
  const kept = known.byText.get(head);
  if (kept) return kept;
  const findings: PartFinding[] = [];
  for (const active of setup.rules) {
    const { rule } = active;
    if (rule.scope === 'item' && rule.sparesLastField) checkItem(item, rule, active, setup, facts, findings, failed);
  }
  known.byText.set(head, findings);
  return findings;
}

function checkWhole(
  letter: Letter,
  active: ActiveRule,
  setup: Setup,
  facts: LetterFacts,
  findings: Finding[],
  failed: RuleFailure,
): void {
  const rule = active.rule as LetterRule;
  const context = new WholeContext(setup, facts, active);
  guarded(rule, failed, () =>
    rule.check(letter, context, report => findings.push(placed(finding(active, report, failed), 0, letter.header))),
  );
}

function guarded(rule: { readonly id: string }, failed: RuleFailure, check: () => void): void {
  try {
    check();
  } catch (error) {
    failed(rule.id, error);
  }
}

class SharedContext implements Context {
  constructor(
    protected readonly setup: Setup,
    readonly facts: LetterFacts,
    protected readonly active: ActiveRule | null,
  ) {}

  get profile() {
    return this.setup.profile;
  }

  get catalogue() {
    return this.setup.catalogue;
  }

  get vocabulary() {
    return this.setup.vocabulary;
  }

  get grammar() {
    return this.setup.grammar;
  }

  option<T>(name: string): T {
    return this.active?.options[name] as T;
  }
}

class WholeContext extends SharedContext implements LetterContext {
  item(item: Placed<ItemPart>): ItemContext {
    return itemContext(item.part, this.setup, this.facts, this.active);
  }
}

class PartContext extends SharedContext implements ItemContext {
  constructor(
    private readonly part: ItemPart,
    setup: Setup,
    facts: LetterFacts,
    active: ActiveRule | null,
  ) {
    super(setup, facts, active);
  }

  field(role: ItemFieldRole): ItemField | null {
    return this.part.fields.find(f => f.definition.role === role) ?? null;
  }

  guidelineLine(role: ItemFieldRole): GuidelineLine | null {
    return guidelineLine(this.part, role, this.setup);
  }
}

/** What a rule, or a feature of the editor, may ask about an item. */
export function itemContext(item: ItemPart, setup: Setup, facts: LetterFacts, active: ActiveRule | null): ItemContext {
  return new PartContext(item, setup, facts, active);
}

function guidelineLine(item: ItemPart, role: ItemFieldRole, setup: Setup): GuidelineLine | null {
  const field = item.fields.find(f => f.definition.role === role);
  if (field?.definition.kind !== 'guidelineLine' || !setup.grammar) return null;
  let known = itemContexts.get(item);
  if (known?.setup !== setup) {
    known = { setup, lines: new Map() };
    itemContexts.set(item, known);
  }
  let line = known.lines.get(role);
  if (!line) {
    line = parsedLine(field, setup, setup.grammar);
    known.lines.set(role, line);
  }
  return line;
}

/** Guideline lines by role and text: typing in a rationale makes a new item whose lines are those of the old one. */
const parsedLines = new WeakMap<Setup, Map<string, GuidelineLine>>();
const MOST_LINES = 2000;

function parsedLine(field: ItemField, setup: Setup, grammar: GuidelineGrammar): GuidelineLine {
  let lines = parsedLines.get(setup);
  if (!lines || lines.size > MOST_LINES) {
    lines = new Map();
    parsedLines.set(setup, lines);
  }
  const key = `${field.definition.role} ${field.text.text}`;
  let line = lines.get(key);
  if (!line) {
    line = parseGuidelineLine(field.text, field.definition, grammar);
    lines.set(key, line);
  }
  return line;
}

function finding(active: ActiveRule, report: Report, failed: RuleFailure): PartFinding {
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

function guardedFixes(rule: string, fixes: NonNullable<Report['fixes']>, failed: RuleFailure): readonly Fix[] {
  try {
    return fixes();
  } catch (error) {
    failed(rule, error);
    return [];
  }
}

function weaker(severity: Severity, atMost: Severity | undefined): Severity {
  if (!atMost) return severity;
  return severities.indexOf(severity) > severities.indexOf(atMost) ? severity : atMost;
}

function placed(finding: PartFinding, by: number, header: Placed<HeaderPart>): Finding {
  const { related, fixes } = finding;
  return {
    ...finding,
    span: shift(finding.span, by),
    related: related.length > 0 ? related.flatMap(r => placedRelated(r, by, header)) : NO_RELATED,
    fixes: () =>
      fixes().map(fix => ({
        ...fix,
        edits: fix.edits.map(edit => ({ ...edit, span: shift(edit.span, by) })),
      })),
  };
}

const NO_RELATED: readonly Related[] = [];

function placedRelated(related: ReportRelated, by: number, header: Placed<HeaderPart>): Related[] {
  if ('span' in related) return [{ ...related, span: shift(related.span, by) }];
  const field = header.part.fields.find(f => f.definition.role === related.header);
  return field ? [{ span: shift(field.value, header.start), message: related.message }] : [];
}

function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
