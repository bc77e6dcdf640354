import type { Change, ChangeGroup, Comparison, Said, Weight } from '../../core/compare/comparison';
import { changeWords, groupWords, untranslated } from '../../core/compare/words';
import type { LineIndex, Position } from '../../core/output/lineIndex';
import type { Span } from '../../core/text/span';
import { type Colors, count, visible, visiblePath } from '../terminal';

/** One of the letters that were compared. */
export interface ComparedFile {
  readonly path: string;
  readonly lines: LineIndex;
  /** Of a letter that was imported: the page, from 1, on which a character stands, if its format has pages. */
  readonly pageOf: ((offset: number) => number | null) | null;
}

/*
 * The JSON of `letters diff`: `{ "version": 1, "before": path, "after": path, "differences": number, "groups": JsonGroup[] }`.
 * A contract that others build on: nothing is renamed or left out within a version. Groups and changes are those of
 * `Comparison`, with ranges in the place of spans.
 */

interface JsonGroup extends Omit<ChangeGroup, 'before' | 'after' | 'changes'> {
  readonly before: { readonly index: number; readonly range: JsonRange } | null;
  readonly after: { readonly index: number; readonly range: JsonRange } | null;
  readonly changes: readonly JsonChange[];
}

interface JsonChange extends Omit<Change, 'before' | 'after'> {
  readonly before: JsonSaid | null;
  readonly after: JsonSaid | null;
}

interface JsonSaid {
  readonly text: string;
  readonly range: JsonRange;
  /** From 1; null unless the letter was imported from a file with pages. */
  readonly page: number | null;
}

/** From 0; characters in UTF-16 units. Of a letter that was imported: in its markup, as `letters import` writes it. */
interface JsonRange {
  readonly start: Position;
  readonly end: Position;
}

export function diffJson(before: ComparedFile, after: ComparedFile, { groups }: Comparison): string {
  const differences = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  const all = groups.map(group => jsonGroup(group, before, after));
  return `${JSON.stringify({ version: 1, before: before.path, after: after.path, differences, groups: all })}\n`;
}

function jsonGroup(group: ChangeGroup, before: ComparedFile, after: ComparedFile): JsonGroup {
  return {
    ...group,
    before: group.before && { index: group.before.index, range: rangeIn(before, group.before.span) },
    after: group.after && { index: group.after.index, range: rangeIn(after, group.after.span) },
    changes: group.changes.map(change => ({
      ...change,
      before: change.before && jsonSaid(change.before, before),
      after: change.after && jsonSaid(change.after, after),
    })),
  };
}

function jsonSaid({ text, span }: Said, file: ComparedFile): JsonSaid {
  return { text, range: rangeIn(file, span), page: file.pageOf?.(span.start) ?? null };
}

function rangeIn({ lines }: ComparedFile, { start, end }: Span): JsonRange {
  return { start: lines.position(start), end: lines.position(end) };
}

/** For people: the changes of each part, the weightiest first, with their lines or pages. */
export function diffPretty(before: ComparedFile, after: ComparedFile, { groups }: Comparison, colors: Colors): string {
  const paths = `${visiblePath(before.path)} → ${visiblePath(after.path)}`;
  if (groups.length === 0) return `${paths}: ${colors.green('no difference in what they say')}\n`;
  const parts = groups.map(group => {
    const changes = group.changes.map(change => {
      const words = weights[change.weight](colors)(visible(changeWords(change, group, untranslated)));
      return `  ${change.weight === 'decision' ? '!' : '-'} ${words}${colors.dim(places(change, before, after))}\n`;
    });
    return `${colors.bold(visible(groupWords(group, untranslated)))}\n${changes.join('')}\n`;
  });
  return `${paths}\n\n${parts.join('')}${summary(groups)}\n`;
}

const weights: Record<Weight, (colors: Colors) => (text: string) => string> = {
  decision: colors => colors.red,
  substance: colors => colors.yellow,
  wording: () => text => text,
};

function places({ before: was, after: is }: Change, before: ComparedFile, after: ComparedFile): string {
  const found = [was && placeIn(before, was), is && placeIn(after, is)].filter(place => place !== null);
  return ` (${found.join(' → ')})`;
}

function placeIn(file: ComparedFile, { span }: Said): string {
  const page = file.pageOf?.(span.start) ?? null;
  if (page !== null) return `${visiblePath(file.path)} page ${page}`;
  return file.pageOf ? visiblePath(file.path) : `${visiblePath(file.path)}:${file.lines.position(span.start).line + 1}`;
}

function summary(groups: readonly ChangeGroup[]): string {
  const changes = groups.flatMap(group => group.changes);
  const decided = changes.filter(({ weight }) => weight === 'decision').length;
  return `${count(changes.length, 'difference')}${decided > 0 ? `, ${decided} in what is decided (!)` : ''}`;
}
