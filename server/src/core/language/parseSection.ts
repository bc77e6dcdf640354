import { fold } from '../text/folded';
import { foldSpaces } from '../text/words';
import { BlockBuilder } from './blocks';
import { labelledField } from './fields';
import type { LetterLine, LineHeading } from './letterLine';
import type { SectionField, SectionPart, StrayLabel } from './tree';

/** Reads a section from its heading's line to the next heading or item. */
export function parseSection(
  lines: readonly LetterLine[],
  inside: (index: number) => boolean,
  doubleSpaced: boolean,
): SectionPart {
  const text = lines.map(line => line.content + line.terminator).join('');
  const first = lines[0] as LetterLine;
  const heading = first.heading as LineHeading;
  const blocks = new BlockBuilder(doubleSpaced);
  const fields: SectionField[] = [];
  const strayLabels: StrayLabel[] = [];
  const starts = startsOf(lines);
  for (const [index, line] of lines.entries()) {
    const at = starts[index] ?? 0;
    const label = inside(index) ? null : line.sectionLabel;
    if (label) fields.push(labelledField(text, at, label, sectionValueEnd(lines, starts, index, inside)));
    const stray = inside(index) ? null : line.itemLabel;
    if (stray && stray.spelling === 'exact') {
      strayLabels.push({ span: { start: at + stray.start, end: at + stray.end }, definition: stray.definition });
    }
    blocks.add(line, index === 0 ? 'heading' : label ? 'field' : null, inside(index));
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
    sectionKind: heading.match?.definition.kind ?? 'other',
    fields,
    strayLabels,
    body: fold(text, first.length, text.length),
  };
}

/** A value in a section runs to the next label, blank line or page break. */
function sectionValueEnd(
  lines: readonly LetterLine[],
  starts: readonly number[],
  index: number,
  inside: (index: number) => boolean,
): number {
  const end = (k: number) => (starts[k] ?? 0) + (lines[k] as LetterLine).content.length;
  let last = index;
  for (let k = index + 1; k < lines.length; k++) {
    const line = lines[k] as LetterLine;
    if (line.blank || line.pageBreak || inside(k) || line.sectionLabel || line.itemLabel) break;
    last = k;
  }
  return end(last);
}

function startsOf(lines: readonly LetterLine[]): number[] {
  let at = 0;
  return lines.map(line => {
    const start = at;
    at += line.length;
    return start;
  });
}
