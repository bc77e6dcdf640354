import assert from 'node:assert/strict';
import { type Letter, parseLetter } from '../../server/src/core/language/letter';
import type { ItemPart, Placed } from '../../server/src/core/language/tree';
import { compileProfile } from '../../server/src/core/profile/compiled';
import type { Span } from '../../server/src/core/text/span';
import { random } from '../bench/letterGenerator';
import { profileNamed } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, type Shape, shapes } from './corpus';

/*
 * Writers lose things: a line, a blank line, a label, a decision, a title. Whatever is cut out of one item of a posted
 * letter, the other items must be read as before.
 */

const profile = compileProfile(profileNamed('ca-imr'));
const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
/** Of each kind in each letter. */
const tries = 6;

interface Cut {
  readonly span: Span;
  /** The item that may change, by its place; -1 where none may. */
  readonly own: number;
}

type Pick = <T>(list: readonly T[]) => T;

const bare = (text: string) => text.replace(/\s+/g, '');

function itemShape({ part }: Placed<ItemPart>): string {
  const { title, fields } = part;
  const values = fields.map(field => `${field.definition.role}: ${bare(field.text.text)}`);
  return [bare(title.text.text), title.decision?.word ?? '(no decision)', ...values].join('\n');
}

function linesOf({ source }: Letter, from: number, blank: boolean): Span[] {
  const spans: Span[] = [];
  for (const [index, line] of source.lines.entries()) {
    const start = source.starts[index] ?? 0;
    if (start >= from && line.blank === blank && !line.pageBreak) spans.push({ start, end: start + line.length });
  }
  return spans;
}

function itemAt(letter: Letter, offset: number): number {
  return letter.items.findLastIndex(item => item.start <= offset);
}

const kinds: Record<string, (letter: Letter, pick: Pick) => Cut | null> = {
  'a blank line': (letter, pick) => {
    const blanks = linesOf(letter, letter.sections.at(-1)?.start ?? 0, true);
    return blanks.length === 0 ? null : { span: pick(blanks), own: -1 };
  },
  'a line': (letter, pick) => {
    const span = pick(linesOf(letter, letter.items[0]?.start ?? 0, false));
    return { span, own: itemAt(letter, span.start) };
  },
  'a label': (letter, pick) => {
    const own = pick([...letter.items.keys()]);
    const { start, part } = letter.items[own] as Placed<ItemPart>;
    const field = pick(part.fields);
    return { span: { start: start + field.label.start, end: start + field.value.start }, own };
  },
  'a decision': (letter, pick) => {
    const own = pick([...letter.items.keys()]);
    const { start, part } = letter.items[own] as Placed<ItemPart>;
    const { colon, decision } = part.title;
    return { span: { start: start + (colon ?? 0), end: start + (decision?.span.end ?? 0) }, own };
  },
  'a title': (letter, pick) => {
    const own = pick([...letter.items.keys()]);
    const { start, part } = letter.items[own] as Placed<ItemPart>;
    return { span: { start: start + part.title.span.start, end: start + part.title.span.end }, own };
  },
};

/** The texts, cut, in which an item changed that should not have. */
function harmed(shape: Shape, kind: string): { cuts: number; harmed: string[] } {
  const found = { cuts: 0, harmed: [] as string[] };
  for (const id of corpusIds()) {
    const text = corpusText(id, shape);
    const letter = parseLetter(text, profile);
    const items = letter.items.map(itemShape);
    const next = random(seed + Number(id));
    for (let i = 0; i < tries; i++) {
      const cut = kinds[kind]?.(letter, list => list[Math.floor(next() * list.length)] as never);
      if (!cut) continue;
      found.cuts++;
      const after = parseLetter(text.slice(0, cut.span.start) + text.slice(cut.span.end), profile).items.map(itemShape);
      const others = items.filter((_, index) => index !== cut.own);
      const kept = others.filter(item => after.includes(item)).length;
      if (kept < others.length || after.length > items.length) found.harmed.push(`${id}, ${cut.span.start}`);
    }
  }
  return found;
}

describeCorpus(`posted letters that lost something (seed ${seed})`, () => {
  for (const shape of shapes) {
    for (const kind of Object.keys(kinds)) {
      it(`${kind}, ${shape}`, () => {
        const { cuts, harmed: others } = harmed(shape, kind);
        assert.ok(cuts > 0);
        // Nothing but a blank line parts a title from a rationale that has lost its last line.
        const allowed = kind !== 'a line' ? 0 : shape === 'raw' ? 0.05 : 0.01;
        assert.ok(others.length <= allowed * cuts, `${others.length} of ${cuts}: ${others.join('; ')}`);
      });
    }
  }
});
