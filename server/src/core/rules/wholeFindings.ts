import type { Letter } from '../language/letter';
import { endOfHead, type Skeleton, skeletonOf } from '../language/skeleton';
import type { HeaderPart, Placed } from '../language/tree';
import type { Setup } from '../setup';
import { shift } from '../text/span';
import { type Active, batchesOf } from './batches';
import { WholeLetter } from './contexts';
import { partIndexAt } from './partIndexAt';
import { finding, guarded, placed, type Reader, type RuleFailure } from './reports';
import type { Finding, LetterRule } from './rule';
import { keepSecond, lastSecond } from './secondFindings';
import type { Surroundings } from './surroundings';

/** What the rules find that look at the letter as a whole, in its offsets. */
export function wholeFindings(
  letter: Letter,
  setup: Setup,
  surroundings: Surroundings,
  reader: Reader,
  failed: RuleFailure,
): Finding[] {
  const { spared, whole, second } = batchesOf(setup);
  const look = (rules: readonly Active<LetterRule>[]) =>
    rules.flatMap(active => run(active, letter, setup, surroundings, failed));
  const last = reader === 'first' ? lastSecond(letter, setup) : null;
  const ofSecond = last ?? look(second);
  if (!last) keepSecond(letter, setup, ofSecond);
  return [...sparedFindings(letter, spared, setup, surroundings, failed), ...look(whole), ...ofSecond];
}

function run(
  active: Active<LetterRule>,
  letter: Letter,
  setup: Setup,
  surroundings: Surroundings,
  failed: RuleFailure,
): Finding[] {
  const findings: Finding[] = [];
  const context = new WholeLetter(setup, active, surroundings);
  guarded(active.rule, failed, () =>
    active.rule.check(letter, context, report =>
      findings.push(placed(finding(active, report, failed), 0, letter, surroundings)),
    ),
  );
  return findings;
}

interface Kept {
  readonly setup: Setup;
  readonly skeleton: Skeleton;
  readonly findings: readonly Anchored[];
}

/** A finding with the parts by which its places are found again. */
interface Anchored {
  readonly active: Active<LetterRule>;
  /** Which of the findings of its rule it is. */
  readonly index: number;
  readonly finding: Finding;
  readonly anchor: Anchor;
  readonly related: readonly Anchor[];
}

interface Anchor {
  readonly part: number;
  /** Where the part stood. */
  readonly start: number;
}

const known = new WeakMap<HeaderPart, Kept>();

/** Rules that spare the last fields of items find the same until something else changes; only places move. */
function sparedFindings(
  letter: Letter,
  rules: readonly Active<LetterRule>[],
  setup: Setup,
  surroundings: Surroundings,
  failed: RuleFailure,
): Finding[] {
  const header = letter.header.part;
  const skeleton = skeletonOf(letter);
  const kept = known.get(header);
  if (kept?.setup === setup && kept.skeleton === skeleton) {
    const again = once((active: Active<LetterRule>) => run(active, letter, setup, surroundings, failed));
    return kept.findings.map(anchored => moved(anchored, letter, again));
  }
  const found = rules.flatMap(active =>
    run(active, letter, setup, surroundings, failed).map((one, index) => ({ active, index, finding: one })),
  );
  const findings = found.map(one => anchor(one, letter));
  if (findings.every(one => one !== null)) known.set(header, { setup, skeleton, findings });
  else known.delete(header);
  return found.map(one => one.finding);
}

function anchor(one: Pick<Anchored, 'active' | 'index' | 'finding'>, letter: Letter): Anchored | null {
  const own = anchorOf(one.finding.span.start, letter);
  const related = one.finding.related.flatMap(({ span }) => anchorOf(span.start, letter) ?? []);
  return own && related.length === one.finding.related.length ? { ...one, anchor: own, related } : null;
}

/** The part that holds an offset; null for one within or behind a last field, which moves as that is typed. */
function anchorOf(offset: number, letter: Letter): Anchor | null {
  const index = partIndexAt(letter, offset);
  const { part, start } = letter.parts[index] as Placed;
  const moves = part.kind === 'item' && offset - start > endOfHead(part);
  return moves ? null : { part: index, start };
}

function moved(
  { active, index, finding: found, anchor: own, related }: Anchored,
  letter: Letter,
  again: (active: Active<LetterRule>) => readonly Finding[],
): Finding {
  const by = ({ part, start }: Anchor) => (letter.parts[part] as Placed).start - start;
  return {
    ...found,
    span: shift(found.span, by(own)),
    related: found.related.map((one, k) => ({ ...one, span: shift(one.span, by(related[k] as Anchor)) })),
    // Their edits would have to move too: for who asks for them the rule looks again.
    fixes: () => again(active)[index]?.fixes() ?? [],
  };
}

/** Works each answer out when it is first asked for. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return key => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
