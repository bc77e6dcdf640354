import { type Letter, partBefore } from '../language/letter';
import { headOf } from '../language/skeleton';
import type { HeaderPart, ItemPart, Part } from '../language/tree';
import type { Setup } from '../setup';
import { RecentCache } from '../text/recentCache';
import { type Batch, batchesOf } from './batches';
import { OneItem, OnePart } from './contexts';
import { editBetween, movedBy } from './partEdit';
import { finding, guarded, type PartFinding, type Reader, type RuleFailure } from './reports';
import { sentenceFindings } from './sentenceFindings';
import type { Surroundings } from './surroundings';

/** What rules found in a part; `isCurrent` tells whether they looked at it as it stands. */
interface Found {
  readonly findings: readonly PartFinding[];
  readonly isCurrent: boolean;
}

interface Kept {
  readonly setup: Setup;
  readonly version: object;
  readonly ofSentences: Found;
  /** Of each batch of rules: what of the surroundings they saw, and what they found. */
  readonly ofBatches: readonly (Found & { readonly seen: string })[];
  readonly isCurrent: boolean;
  readonly all: readonly PartFinding[];
}

const known = new WeakMap<Part, Kept>();

/** What was found the last time, part by part: most parts of a letter are those of the key before. */
interface LastLook extends Pick<Kept, 'setup' | 'version'> {
  readonly reader: Reader;
  readonly letter: Letter;
  readonly found: readonly (readonly PartFinding[])[];
}

const lastLooks = new WeakMap<HeaderPart, LastLook>();

/** Looks at parts one by one with the rules of one setup, and keeps what it found in each. */
export class PartChecker {
  /** The items looked at, the first of each text: those of a long letter are often copies of each other. */
  private readonly looked = new Map<string, ItemPart>();

  constructor(
    private readonly setup: Setup,
    private readonly surroundings: Surroundings,
    private readonly reader: Reader,
    private readonly failed: RuleFailure,
  ) {}

  /** What the rules find in each part of the letter, relative to it. */
  all(letter: Letter): readonly (readonly PartFinding[])[] {
    const { setup, reader } = this;
    const { version } = this.surroundings;
    const header = letter.header.part;
    const kept = lastLooks.get(header);
    const isUsable = kept?.setup === setup && kept.version === version && (kept.reader === 'all' || reader === 'first');
    let items = 0;
    const found = letter.parts.map(({ part }, k) => {
      const index = part.kind === 'item' ? items++ : -1;
      return isUsable && kept.letter.parts[k]?.part === part
        ? (kept.found[k] as readonly PartFinding[])
        : this.findings(part, index);
    });
    lastLooks.set(header, { setup, version, reader, letter, found });
    return found;
  }

  /** `index` is the part's number if it is an item. */
  private findings(part: Part, index: number): readonly PartFinding[] {
    const { setup } = this;
    const { version } = this.surroundings;
    const isFirst = this.reader === 'first';
    const own = this.keptOf(part);
    if (own && own.version === version && (own.isCurrent || isFirst)) return own.all;
    const last = isFirst ? (own ?? this.keptBefore(part)) : null;
    const twin = last ? null : this.twinOf(part);
    const ofSentences = this.ofSentences(part, own, last, twin);
    const ofBatches = batchesOf(setup).batches.map((batch, k) => {
      const seen = this.seenBy(batch, index);
      const same = own?.ofBatches[k];
      if (same?.isCurrent && same.seen === seen) return same;
      const alike = twin?.ofBatches[k];
      if (alike?.isCurrent && alike.seen === seen) return alike;
      const before = batch.isSecond && last?.ofBatches[k];
      if (before) return { seen, findings: before.findings, isCurrent: false };
      return { seen, findings: this.look(part, batch, seen, index), isCurrent: true };
    });
    const isCurrent = ofSentences.isCurrent && ofBatches.every(found => found.isCurrent);
    const all = [...ofSentences.findings, ...ofBatches.flatMap(({ findings }) => findings)];
    known.set(part, { setup, version, ofSentences, ofBatches, isCurrent, all });
    return all;
  }

  private ofSentences(part: Part, own: Kept | null, last: Kept | null, twin: Kept | null): Found {
    if (own?.ofSentences.isCurrent) return own.ofSentences;
    if (twin?.ofSentences.isCurrent) return twin.ofSentences;
    if (last) return { findings: last.ofSentences.findings, isCurrent: false };
    return { findings: sentenceFindings(part, this.setup, this.failed), isCurrent: true };
  }

  private keptOf(part: Part): Kept | null {
    const kept = known.get(part);
    return kept?.setup === this.setup ? kept : null;
  }

  /** What was found in an item of this letter that is the same, word by word. */
  private twinOf(part: Part): Kept | null {
    // Behind the end of a comment that opened above, the same words may read differently.
    if (part.kind !== 'item' || part.text.includes('-->')) return null;
    const twin = this.looked.get(part.text);
    if (!twin) this.looked.set(part.text, part);
    const isSame = twin?.title.span.end === part.title.span.end && twin.fields.length === part.fields.length;
    return isSame ? this.keptOf(twin) : null;
  }

  /** What was found in the part before it was edited, with its places moved. */
  private keptBefore(part: Part): Kept | null {
    const before = partBefore(part);
    const kept = before && this.keptOf(before);
    if (!before || !kept) return null;
    const edit = editBetween(before, part);
    const moved = <T extends Found>(found: T): T =>
      found.findings.length > 0 ? { ...found, findings: found.findings.map(one => movedBy(edit, one)) } : found;
    return { ...kept, ofSentences: moved(kept.ofSentences), ofBatches: kept.ofBatches.map(moved) };
  }

  /** Equal for equal surroundings, as far as the rules of the batch see them. */
  private seenBy({ sees }: Batch, index: number): string {
    const { keys } = this.surroundings;
    let seen = keys.facts;
    if (sees.has('case')) seen += `|${keys.case}`;
    if (sees.has('items')) seen += `|${index}|${keys.items}`;
    return seen;
  }

  private look(part: Part, batch: Batch, seen: string, index: number): readonly PartFinding[] {
    if (!batch.sparesLastField) return this.run(part, batch, index);
    return part.kind === 'item'
      ? headsOf(batch).get(`${seen} ${headOf(part)}`, () => this.run(part, batch, index))
      : [];
  }

  private run(part: Part, batch: Batch, index: number): readonly PartFinding[] {
    const { setup, surroundings, failed } = this;
    const findings: PartFinding[] = [];
    for (const active of batch.parts) {
      const context = new OnePart(setup, active, surroundings);
      guarded(active.rule, failed, () =>
        active.rule.check(part, context, report => findings.push(finding(active, report, failed))),
      );
    }
    if (part.kind === 'item') this.runItem(part, batch, index, findings);
    return findings;
  }

  private runItem(item: ItemPart, batch: Batch, index: number, findings: PartFinding[]): void {
    const { setup, surroundings, failed } = this;
    for (const active of batch.items) {
      const context = new OneItem(setup, active, surroundings, item, index);
      guarded(active.rule, failed, () =>
        active.rule.check(item, context, report => findings.push(finding(active, report, failed))),
      );
    }
  }
}

/** What the rules that spare an item's last field find, by what they see and the text up to it. */
const headsKnown = new WeakMap<Batch, RecentCache<readonly PartFinding[]>>();
const MOST_HEADS = 2000;

function headsOf(batch: Batch): RecentCache<readonly PartFinding[]> {
  let heads = headsKnown.get(batch);
  if (!heads) {
    heads = new RecentCache(MOST_HEADS);
    headsKnown.set(batch, heads);
  }
  return heads;
}
