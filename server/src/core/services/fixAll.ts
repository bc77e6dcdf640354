import { editLetter, type Letter, parseLetter } from '../language/letter';
import { LineIndex } from '../output/lineIndex';
import { checkLetter, type RuleFailure } from '../rules/check';
import type { Finding, Fix } from '../rules/rule';
import type { Setup } from '../setup';
import { applyEdits, type TextEdit } from '../text/span';
import { composeEdits } from './composeEdits';
import { fixesOf } from './fixesOf';
import { TakenSpans } from './takenSpans';

/** A fix may bring out the next slip; rules whose fixes undo each other must not go on for ever. */
const maxRounds = 20;

export interface FixedLetter {
  readonly text: string;
  /** From the letter's text to `text`; they do not overlap, and change no more than differs. */
  readonly edits: readonly TextEdit[];
  readonly applied: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  /** Line, from 0 as an editor counts, on which the finding stood when it was fixed. */
  readonly line: number;
}

interface ChosenFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The letter with all safe fixes, made again and again until there is none left. */
export function fixAll(letter: Letter, setup: Setup, failed: RuleFailure = () => {}): FixedLetter {
  const seen = new Set([letter.source.text]);
  let fixed = letter;
  let edits: readonly TextEdit[] = [];
  const applied: AppliedFix[] = [];
  for (let round = 0; round < maxRounds; round++) {
    const { text } = fixed.source;
    const chosen = compatible(checkLetter(fixed, setup, failed), failed);
    const fixes = chosen.flatMap(({ fix }) => fix.edits);
    const next = applyEdits(text, fixes);
    if (seen.has(next)) break;
    seen.add(next);
    applied.push(...named(chosen, text));
    edits = composeEdits(edits, fixes, text);
    fixed = reread(fixed, fixes, next);
  }
  const { text } = letter.source;
  return { text: fixed.source.text, edits: edits.map(edit => trimmed(edit, text)).filter(changes(text)), applied };
}

/** Whether fix-all would do anything for these findings. */
export function hasSafeFix(findings: readonly Finding[], failed: RuleFailure): boolean {
  return findings.some(finding => fixesOf(finding, failed).some(fix => fix.safe));
}

/** The first safe fix of each finding, those left out that would touch an earlier one. */
function compatible(findings: readonly Finding[], failed: RuleFailure): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const taken = new TakenSpans();
  for (const finding of findings) {
    const fix = fixesOf(finding, failed).find(each => each.safe);
    if (!fix?.edits.every(({ span }) => taken.isFree(span))) continue;
    chosen.push({ finding, fix });
    for (const { span } of fix.edits) taken.take(span);
  }
  return chosen;
}

function named(chosen: readonly ChosenFix[], text: string): AppliedFix[] {
  const lines = new LineIndex(text);
  return chosen.map(({ finding: { rule, span }, fix: { title } }) => {
    return { rule, title, line: lines.position(span.start).line };
  });
}

function reread(letter: Letter, edits: readonly TextEdit[], text: string): Letter {
  const [only] = edits;
  return only && edits.length === 1
    ? editLetter(letter, only.span, only.text, text)
    : parseLetter(text, letter.profile);
}

/** The edit without what its text and the text it replaces have in common at their ends. */
function trimmed({ span, text }: TextEdit, source: string): TextEdit {
  const replaced = source.slice(span.start, span.end);
  const most = Math.min(replaced.length, text.length);
  let head = 0;
  while (head < most && replaced.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    replaced.charCodeAt(replaced.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { span: { start: span.start + head, end: span.end - tail }, text: text.slice(head, text.length - tail) };
}

function changes(source: string): (edit: TextEdit) => boolean {
  return ({ span, text }) => source.slice(span.start, span.end) !== text;
}
