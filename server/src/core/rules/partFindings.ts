import { headOf } from '../language/skeleton';
import type { ItemPart, Part } from '../language/tree';
import type { Setup } from '../setup';
import { RecentCache } from '../text/recentCache';
import { type Batch, batchesOf } from './batches';
import { OneItem, OnePart } from './contexts';
import { finding, guarded, type PartFinding, type RuleFailure } from './reports';
import { sentenceFindings } from './sentenceFindings';
import type { Surroundings } from './surroundings';

interface Kept {
  readonly setup: Setup;
  readonly version: object;
  readonly ofSentences: readonly PartFinding[];
  /** Of each batch of rules: what of the surroundings they saw, and what they found. */
  readonly ofBatches: readonly { readonly seen: string; readonly findings: readonly PartFinding[] }[];
  readonly all: readonly PartFinding[];
}

const known = new WeakMap<Part, Kept>();

/** Looks at parts one by one with the rules of one setup, and keeps what it found in each. */
export class PartChecker {
  constructor(
    private readonly setup: Setup,
    private readonly surroundings: Surroundings,
    private readonly failed: RuleFailure,
  ) {}

  /** What the rules find in a part, relative to it; `index` is its number if it is an item. */
  findings(part: Part, index: number): readonly PartFinding[] {
    const { setup, failed } = this;
    const { version } = this.surroundings;
    const kept = known.get(part);
    if (kept?.setup === setup && kept.version === version) return kept.all;
    const before = kept?.setup === setup ? kept : null;
    const ofSentences = before?.ofSentences ?? sentenceFindings(part, setup, failed);
    const ofBatches = batchesOf(setup).batches.map((batch, k) => {
      const seen = this.seenBy(batch, index);
      const same = before?.ofBatches[k];
      return same?.seen === seen ? same : { seen, findings: this.look(part, batch, seen, index) };
    });
    const all = [...ofSentences, ...ofBatches.flatMap(({ findings }) => findings)];
    known.set(part, { setup, version, ofSentences, ofBatches, all });
    return all;
  }

  /** Equal for equal surroundings, as far as the rules of the batch see them. */
  private seenBy({ sees }: Batch, index: number): string {
    const { facts, case: ofCase, items } = this.surroundings;
    let seen = facts.key;
    if (sees.has('case')) seen += `|${ofCase.key}`;
    if (sees.has('items')) seen += `|${index}|${items.key}`;
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
