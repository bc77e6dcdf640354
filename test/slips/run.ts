import { concerns, difference, type Finding, moved } from './compare';
import { Random } from './random';
import type { Sketch } from './sketch';
import type { Kind, Slip } from './slip';
import { applyEdits, type Edit, type Span, touches } from './text';

/** Errors and warnings of a letter. */
export type Check = (text: string) => readonly Finding[];

export interface Planted {
  readonly letter: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
  /** The finding that speaks of the slip; null if it was missed. */
  readonly found: Finding | null;
  /** New findings that have nothing to do with the slip. */
  readonly unrelated: readonly Finding[];
}

export interface KindResult {
  readonly kind: Kind;
  /** Places where a slip of the kind is certain. */
  readonly eligible: number;
  readonly planted: readonly Planted[];
}

export interface RunOptions {
  readonly seed: number;
  /** How many slips are planted where there are places enough. */
  readonly most: number;
  /** Where there are fewer places, each is used again with other words until there are so many. */
  readonly least: number;
}

/** How often a place is used again. */
const ROUNDS = 40;

/** Plants slips of one kind, each in a copy of its own, and looks whether the check finds them. */
export function runKind(kind: Kind, letters: readonly Sketch[], check: Check, options: RunOptions): KindResult {
  const { seed, most, least } = options;
  const chosen: { readonly letter: Sketch; readonly slip: Slip }[] = [];
  const known = new Set<string>();
  let eligible = 0;
  for (let round = 0; round < ROUNDS && (round === 0 || (eligible > 0 && chosen.length < least)); round++) {
    const all = letters.flatMap(letter =>
      kind.plant(letter, new Random(seed, kind.id, letter.name, round)).map(slip => ({ letter, slip })),
    );
    if (round === 0) eligible = all.length;
    const wanted = round === 0 ? most : least;
    for (const one of new Random(seed, kind.id, round).shuffled(all)) {
      const base = (one.slip.base ?? one.letter).text;
      const text = applyEdits(base, one.slip.edits);
      if (chosen.length >= wanted) break;
      if (text === base || known.has(text)) continue;
      known.add(text);
      chosen.push(one);
    }
  }
  return { kind, eligible, planted: chosen.map(({ letter, slip }) => measure(kind, letter, slip, check)) };
}

function measure(kind: Kind, letter: Sketch, slip: Slip, check: Check): Planted {
  const base = slip.base ?? letter;
  const { edits } = slip;
  const text = applyEdits(base.text, edits);
  const old = check(base.text);
  const { fresh, changed } = difference(old, check(text), edits);
  const places = moved([...edits.flatMap(edit => partsAround(base, edit)), ...(slip.also ?? [])], edits);
  const found = [...fresh, ...changed].find(
    finding => kind.rules.includes(finding.rule) && (kind.anywhere === true || concerns(finding, places)),
  );
  const expected = [...kind.rules, ...(kind.alsoFine ?? [])];
  return {
    letter: letter.name,
    before: base.text,
    after: text,
    edits,
    found: found ?? null,
    unrelated: fresh.filter(finding => !expected.includes(finding.rule) && !(kind.copies && isAmong(finding, old))),
  };
}

function isAmong(finding: Finding, others: readonly Finding[]): boolean {
  return others.some(other => other.rule === finding.rule && other.message === finding.message);
}

/** The items, or else the section or header, that an edit is in. */
function partsAround({ items, header, howMade, summary, issues }: Sketch, edit: Span): Span[] {
  const inItems = items.map(item => item.span).filter(span => touches(span, edit));
  if (inItems.length > 0) return [...inItems, edit];
  const sections = [howMade, summary, issues].flatMap(section => section?.span ?? []);
  return [...[header, ...sections].filter(span => touches(span, edit)), edit];
}
