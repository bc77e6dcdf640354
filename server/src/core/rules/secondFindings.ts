import { type Letter, partBefore } from '../language/letter';
import type { HeaderPart, Part, Placed } from '../language/tree';
import type { Setup } from '../setup';
import { type Span, shift } from '../text/span';
import { editBetween, movedSpan } from './partEdit';
import { partIndexAt } from './partIndexAt';
import type { Finding } from './rule';

/** A place by the part it stands in. */
interface Anchor {
  readonly index: number;
  readonly part: Part;
  /** Relative to the part. */
  readonly span: Span;
}

interface Anchored {
  readonly finding: Finding;
  readonly own: Anchor;
  readonly related: readonly Anchor[];
}

interface Kept {
  readonly setup: Setup;
  readonly parts: number;
  readonly findings: readonly Anchored[];
}

const known = new WeakMap<HeaderPart, Kept>();

/** Remembers what the second reader found in the letter as a whole. */
export function keepSecond(letter: Letter, setup: Setup, findings: readonly Finding[]): void {
  const anchored = findings.map(finding => ({
    finding,
    own: anchorOf(finding.span, letter),
    related: finding.related.map(({ span }) => anchorOf(span, letter)),
  }));
  known.set(letter.header.part, { setup, parts: letter.parts.length, findings: anchored });
}

/** What the second reader found last, where it is by now; null if the letter has come to have other parts since. */
export function lastSecond(letter: Letter, setup: Setup): Finding[] | null {
  const kept = known.get(letter.header.part);
  if (kept?.setup !== setup || kept.parts !== letter.parts.length) return null;
  const findings = kept.findings.flatMap(one => movedAnchors(one, letter) ?? []);
  known.set(letter.header.part, { ...kept, findings });
  return findings.map(({ finding, own, related }) => ({
    ...finding,
    span: placed(own, letter),
    related: finding.related.map((one, k) => ({ ...one, span: placed(related[k] as Anchor, letter) })),
    // They were made for the letter as it was.
    fixes: () => [],
  }));
}

function anchorOf(span: Span, letter: Letter): Anchor {
  const index = partIndexAt(letter, span.start);
  const { part, start } = letter.parts[index] as Placed;
  return { index, part, span: shift(span, -start) };
}

function movedAnchors({ finding, own, related }: Anchored, letter: Letter): Anchored | null {
  const moved = [own, ...related].flatMap(anchor => movedAnchor(anchor, letter) ?? []);
  const [first, ...others] = moved;
  return first && others.length === related.length ? { finding, own: first, related: others } : null;
}

function movedAnchor(anchor: Anchor, letter: Letter): Anchor | null {
  const { part } = letter.parts[anchor.index] as Placed;
  if (part === anchor.part) return anchor;
  if (partBefore(part) !== anchor.part) return null;
  return { index: anchor.index, part, span: movedSpan(editBetween(anchor.part, part), anchor.span) };
}

function placed({ index, span }: Anchor, letter: Letter): Span {
  return shift(span, (letter.parts[index] as Placed).start);
}
