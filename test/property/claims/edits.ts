import assert from 'node:assert/strict';
import { passagesOf } from '../../../server/src/core/facts/passages';
import { editLetter, type Letter, parseLetter } from '../../../server/src/core/language/letter';
import { printedParts } from '../../../server/src/core/printed/printLetter';
import { isOfSecondReader } from '../../../server/src/core/rules/batches';
import { checkLetter, checkWhileTyping } from '../../../server/src/core/rules/check';
import type { Finding } from '../../../server/src/core/rules/rule';
import type { Setup } from '../../../server/src/core/setup';
import { shapeOf } from '../shape';
import { assertTiles } from './parsing';

/** Replaces what stands between two offsets, UTF-16 units of the text as it is by then. */
export interface CaseEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit with its offsets within a text. */
export function within({ start, end, text }: CaseEdit, length: number): CaseEdit {
  const from = Math.min(start, length);
  return { start: from, end: Math.max(from, Math.min(end, length)), text };
}

export function applied(text: string, { start, end, text: by }: CaseEdit): string {
  return text.slice(0, start) + by + text.slice(end);
}

export function undoOf(text: string, { start, end, text: by }: CaseEdit): CaseEdit {
  return { start, end: start + by.length, text: text.slice(start, end) };
}

export function textAfter(text: string, edits: readonly CaseEdit[]): string {
  return edits.reduce((before, edit) => applied(before, within(edit, before.length)), text);
}

/**
 * The letter after every edit, and after all of them are undone, is what a fresh run makes of its text. Its findings are
 * asked for after so many edits as `pace` says: in the time between, keys are typed faster than the letter is read.
 */
export function assertEdits(text: string, edits: readonly CaseEdit[], pace: number, setup: Setup): void {
  let letter = parseLetter(text, setup.profile);
  assertSame(letter, setup);
  const undos: CaseEdit[] = [];
  let turn = 0;
  for (const [index, each] of edits.entries()) {
    const edit = within(each, letter.source.text.length);
    undos.push(undoOf(letter.source.text, edit));
    letter = edited(letter, edit);
    const fresh = assertSameLetter(letter, setup);
    if (index % pace > 0) continue;
    turn++;
    if (turn % 2 === 0) assertSameWhileTyping(letter, fresh, setup);
    else assertSameFindings(letter, fresh, setup, turn % 8 === 1);
  }
  for (const undo of undos.reverse()) letter = edited(letter, undo);
  assert.equal(letter.source.text, text);
  assertSame(letter, setup);
}

function edited(letter: Letter, edit: CaseEdit): Letter {
  return editLetter(letter, edit, edit.text, applied(letter.source.text, edit));
}

/** All that is known of the letter is what a fresh run knows of its text. */
function assertSame(letter: Letter, setup: Setup): void {
  assertSameFindings(letter, assertSameLetter(letter, setup), setup, true);
}

function assertSameLetter(letter: Letter, setup: Setup): Letter {
  const fresh = parseLetter(letter.source.text, setup.profile);
  assert.deepEqual(shapeOf(letter), shapeOf(fresh));
  assert.deepEqual(letter.source.starts, fresh.source.starts);
  assert.equal(letter.source.opening, fresh.source.opening);
  assertTiles(letter);
  return fresh;
}

/** What both readers say, the sentences and the printed letter; fixes, which cost most, where asked for. */
function assertSameFindings(letter: Letter, fresh: Letter, setup: Setup, withFixes: boolean): void {
  const data = withFixes ? whole : withoutFixes;
  const found = checkLetter(letter, setup, rethrow);
  // A setup of its own: nothing that was kept can be used.
  assert.deepEqual(found.map(data), checkLetter(fresh, { ...setup }, rethrow).map(data));
  for (const one of found) assertWithin(one, letter.source.text.length, withFixes);
  assert.deepEqual(sentences(letter, setup), sentences(fresh, setup));
  assert.deepEqual(printedParts(letter).map(printed), printedParts(fresh).map(printed));
}

/** The first reader says what it says of the fresh text; what the second one said before stands within the text. */
function assertSameWhileTyping(letter: Letter, fresh: Letter, setup: Setup): void {
  const ofFirst = setup.rules.filter(({ rule }) => !isOfSecondReader(rule));
  const first = new Set(ofFirst.map(({ rule }) => rule.id));
  // It tells of comments that suppress nothing, which depends on the second reader.
  first.delete('suppression');
  const typing = checkWhileTyping(letter, setup, rethrow);
  const expected = checkLetter(fresh, { ...setup, rules: ofFirst }, rethrow);
  const said = (findings: readonly Finding[]) => findings.filter(({ rule }) => first.has(rule)).map(withoutFixes);
  assert.deepEqual(said(typing), said(expected));
  for (const found of typing) assertWithin(found, letter.source.text.length, false);
}

const printed = ({ start, blocks }: ReturnType<typeof printedParts>[number]) => ({ start, blocks });

function withoutFixes({ rule, severity, span, message, related }: Finding) {
  return [rule, severity, span, message, related];
}

function whole(finding: Finding) {
  return [...withoutFixes(finding), finding.fixes()];
}

function assertWithin({ rule, span, related, fixes }: Finding, length: number, withFixes: boolean): void {
  const edits = (withFixes ? fixes() : []).flatMap(fix => fix.edits.map(edit => edit.span));
  for (const { start, end } of [span, ...related.map(one => one.span), ...edits]) {
    assert.ok(0 <= start && start <= end && end <= length, `${rule}: ${start} to ${end} of ${length}`);
  }
}

function sentences(letter: Letter, { vocabulary }: Setup) {
  return letter.parts.map(({ part }) =>
    passagesOf(part, vocabulary).map(({ place, role, text, sentences: list }) => [
      place,
      role,
      text.text,
      list.map(({ start, sentence }) => [start, sentence.text]),
    ]),
  );
}

export function rethrow(rule: string, error: unknown): never {
  throw new Error(`${rule} failed`, { cause: error });
}
