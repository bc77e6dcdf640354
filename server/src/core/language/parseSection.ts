import type { SectionKind } from '../profile/schema';
import { fold } from '../text/folded';
import { foldSpaces } from '../text/words';
import { BlockBuilder } from './blocks';
import { labelledField } from './fields';
import type { LetterLine } from './letterLine';
import type { LineHeading } from './lineMarks';
import type { SectionField, SectionPart, StrayLabel } from './tree';

/** Reads a section from its heading's line to the next heading or item. */
export function parseSection(lines: readonly LetterLine[], doubleSpaced: boolean): SectionPart {
  const text = lines.map(line => line.content + line.terminator).join('');
  const first = lines[0] as LetterLine;
  const heading = first.heading as LineHeading;
  const sectionKind = heading.match?.definition.kind ?? 'other';
  const labels = countingLabels(lines, sectionKind);
  const blocks = new BlockBuilder(doubleSpaced);
  const fields: SectionField[] = [];
  const strayLabels: StrayLabel[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const label = labels[index];
    if (label) fields.push(labelledField(text, at, label, at + valueLength(lines, labels, index, doubleSpaced)));
    const stray = line.itemLabel;
    if (stray && stray.spelling === 'exact') {
      strayLabels.push({ span: { start: at + stray.start, end: at + stray.end }, definition: stray.definition });
    }
    blocks.add(line, index === 0 ? 'heading' : label ? 'field' : null);
    at += line.length;
  }
  return {
    kind: 'section',
    text,
    blocks: blocks.finish(),
    heading: {
      span: { start: heading.start, end: heading.end },
      title: foldSpaces(first.plain.slice(heading.start, heading.end).replace(/[*_]+/g, '')).replace(/:$/, ''),
      marked: heading.marked,
      match: heading.match,
    },
    sectionKind,
    fields,
    strayLabels,
    body: fold(text, first.length, text.length),
  };
}

type FieldLabel = NonNullable<LetterLine['sectionLabel']>;

/**
 * Labels count only in their place: the summary tells what others decided, and who they are, and the reviewer does not
 * stand among the items. An alias or a misspelt label counts only where the field is missing.
 */
function countingLabels(lines: readonly LetterLine[], kind: SectionKind): (FieldLabel | null)[] {
  const given = new Set<string>();
  for (const { sectionLabel } of lines) if (sectionLabel?.spelling === 'exact') given.add(sectionLabel.definition.role);
  return lines.map(({ sectionLabel: label }) => {
    if (!label || kind === 'summary' || (kind === 'issues' && label.definition.kind === 'credential')) return null;
    if (label.spelling === 'exact') return label;
    if (given.has(label.definition.role)) return null;
    given.add(label.definition.role);
    return label;
  });
}

/** From its label's line, a value runs to the next label, blank line or page break. */
function valueLength(
  lines: readonly LetterLine[],
  labels: readonly (FieldLabel | null)[],
  index: number,
  doubleSpaced: boolean,
): number {
  let at = 0;
  let end = 0;
  let blanks = 0;
  for (let k = index; k < lines.length; k++) {
    const line = lines[k] as LetterLine;
    if (k > index && (line.pageBreak || line.commentOnly || labels[k] || line.itemLabel)) break;
    blanks = line.blank ? blanks + 1 : 0;
    if (blanks > (doubleSpaced ? 1 : 0)) break;
    if (!line.blank) end = at + line.content.length;
    at += line.length;
  }
  return end;
}
