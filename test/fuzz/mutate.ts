import { applied, type CaseEdit, undoOf } from '../property/claims/edits';
import type { Random } from '../slips/random';

/** Longer letters are cut: a run is about many edits. */
const LONGEST = 6000;
const typed = [...' abeknsty.,:;()[]"\'-–*#<>/\\0123456789ABMU\n\n\t\u00a0\f\r\u2028é😀\ud83d\ude00\u0000'];

/** Makes edits as writers do, and as nobody would: each in the text that those before it left. */
export function randomEdits(text: string, count: number, random: Random, piece: () => string): CaseEdit[] {
  const edits: CaseEdit[] = [];
  const undos: CaseEdit[] = [];
  const redos: CaseEdit[] = [];
  let now = text;
  let cursor = random.between(0, text.length);
  const make = (edit: CaseEdit, isHistory = false) => {
    if (!isHistory) {
      undos.push(undoOf(now, edit));
      redos.length = 0;
    }
    now = applied(now, edit);
    cursor = edit.start + edit.text.length;
    edits.push(edit);
  };
  while (edits.length < count) {
    if (now.length > LONGEST) {
      const half = now.length >> 1;
      const start = random.between(0, half);
      make({ start, end: start + half, text: '' });
      continue;
    }
    const chance = random.next();
    const undo = chance < 0.06 ? undos.pop() : undefined;
    const redo = chance >= 0.06 && chance < 0.09 ? redos.pop() : undefined;
    if (undo) {
      redos.push(undoOf(now, undo));
      make(undo, true);
    } else if (redo) {
      undos.push(undoOf(now, redo));
      make(redo, true);
    } else if (chance < 0.55) {
      const burst = random.between(1, 6);
      for (let i = 0; i < burst && edits.length < count; i++) make(keystroke(now, cursor, random));
      if (random.next() < 0.5) cursor = random.between(0, now.length);
    } else make(larger(now, random, piece));
  }
  return edits;
}

/** A character typed or rubbed out where the cursor is. */
function keystroke(text: string, cursor: number, random: Random): CaseEdit {
  if (random.next() < 0.35) return { start: Math.max(0, cursor - 1), end: cursor, text: '' };
  // Mostly what letters have: a word character that stands elsewhere.
  const character = random.next() < 0.5 ? text.charAt(random.between(0, text.length - 1)) : random.pick(typed);
  return { start: cursor, end: cursor, text: character };
}

function larger(text: string, random: Random, piece: () => string): CaseEdit {
  const at = random.between(0, text.length);
  const kinds: (() => CaseEdit)[] = [
    () => ({ start: at, end: at, text: piece() }),
    () => ({ start: at, end: at, text: `\n\n${piece()}\n\n` }),
    () => ({ ...wordAt(text, at), text: piece() }),
    () => ({ ...wordAt(text, at), text: '' }),
    () => ({ ...lineAt(text, at), text: '' }),
    () => ({ ...lineAt(text, at), text: textAt(text, lineAt(text, random.between(0, text.length))) }),
    () => {
      const line = lineAt(text, at);
      return { start: line.start, end: line.start, text: textAt(text, line) };
    },
    () => ({ ...lineAt(text, at), text: random.pick(['\n', '\n\n', '\r\n', '\r', '\f']) }),
    () => swapped(text, lineAt(text, at), random),
    () => changedDigit(text, at, random),
    () => ({ start: at, end: Math.min(text.length, at + random.between(0, 200)), text: '' }),
    () => ({ start: at, end: Math.min(text.length, at + random.between(0, 60)), text: piece() }),
    () => changedCase(text, wordAt(text, at)),
    () => commented(text, at, random),
  ];
  if (random.next() < 0.01) return random.pick(wholes)(text, piece);
  return random.pick(kinds)();
}

/** Edits of all of the text. */
const wholes: ((text: string, piece: () => string) => CaseEdit)[] = [
  text => ({ start: 0, end: text.length, text: '' }),
  (text, piece) => ({ start: 0, end: text.length, text: piece().repeat(20).slice(0, LONGEST) }),
  text => ({ start: 0, end: text.length, text: text.replace(/\r\n?/g, '\n') }),
  text => ({ start: 0, end: text.length, text: text.replace(/\r\n?|\n/g, '\r\n') }),
  text => ({ start: 0, end: text.length, text: text.replace(/\n\n+/g, '\n') }),
  text => ({ start: text.length, end: text.length, text: text.slice(0, LONGEST / 2) }),
];

interface Range {
  readonly start: number;
  readonly end: number;
}

const textAt = (text: string, { start, end }: Range) => text.slice(start, end);

function wordAt(text: string, at: number): Range {
  let start = at;
  let end = at;
  while (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[\p{L}\p{N}]/u.test(text.charAt(end))) end++;
  return { start, end };
}

/** With its line end. */
function lineAt(text: string, at: number): Range {
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end + 1 };
}

function swapped(text: string, line: Range, random: Random): CaseEdit {
  const next = lineAt(text, Math.min(text.length, line.end + random.between(0, 1)));
  if (next.start < line.end) return { ...line, text: '' };
  const between = text.slice(line.end, next.start);
  return { start: line.start, end: next.end, text: textAt(text, next) + between + textAt(text, line) };
}

function changedDigit(text: string, from: number, random: Random): CaseEdit {
  const found = text.slice(from, from + 2000).search(/\d/);
  const at = found < 0 ? from : from + found;
  return { start: at, end: Math.min(text.length, at + 1), text: String(random.between(0, 9)) };
}

function changedCase(text: string, word: Range): CaseEdit {
  const old = textAt(text, word);
  return { ...word, text: old === old.toLowerCase() ? old.toUpperCase() : old.toLowerCase() };
}

function commented(text: string, at: number, random: Random): CaseEdit {
  const end = Math.min(text.length, at + random.between(0, 80));
  const [open, close] = random.pick([
    ['<!--', '-->'],
    ['<!-- letter-disable-next-line missing-decision -->\n', ''],
    ['*', '*'],
    ['**', '**'],
    ['[[', ']]'],
    ['(', ')'],
  ] as const);
  return { start: at, end, text: open + text.slice(at, end) + close };
}
