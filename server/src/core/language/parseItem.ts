import type { CompiledProfile } from '../profile/compiled';
import { fold, foldedPart } from '../text/folded';
import type { Span } from '../text/span';
import { BlockBuilder } from './blocks';
import { labelledField, trimSpan } from './fields';
import type { LetterLine } from './letterLine';
import { leadingSpaces } from './lineMarks';
import { matchDecision } from './names';
import type { ItemField, ItemPart, Title } from './tree';

/** Reads one item from its lines, the first `titleLines` of which are its title. */
export function parseItem(
  lines: readonly LetterLine[],
  titleLines: number,
  doubleSpaced: boolean,
  profile: CompiledProfile,
): ItemPart {
  const text = lines.map(line => line.content + line.terminator).join('');
  const counting = countingLabels(lines.map((line, index) => (index < titleLines ? null : line.itemLabel)));
  const blocks = new BlockBuilder(doubleSpaced);
  const labels: { label: ItemLabel; start: number }[] = [];
  let at = 0;
  let titleEnd = 0;
  for (const [index, line] of lines.entries()) {
    const label = counting[index] ?? null;
    if (label) labels.push({ label, start: at });
    blocks.add(line, label ? 'field' : opensOf(index, titleLines));
    at += line.length;
    if (index < titleLines) titleEnd = at;
  }
  const fields = labels.map(
    ({ label, start }, k): ItemField => labelledField(text, start, label, labels[k + 1]?.start ?? text.length),
  );
  const first = titleLines > 0 ? lines[0] : undefined;
  const mark = first?.itemMark ?? -1;
  const titleStart = mark >= 0 ? mark : leadingSpaces(first?.plain ?? '');
  const title = parseTitle(text, { start: titleStart, end: Math.max(titleStart, titleEnd) }, profile);
  return { kind: 'item', text, blocks: blocks.finish(), marked: mark >= 0, title, fields };
}

type ItemLabel = NonNullable<LetterLine['itemLabel']>;

/** Rationales begin lines with words like labels: an alias or a misspelt label counts only where the field is missing. */
function countingLabels(labels: readonly (ItemLabel | null)[]): (ItemLabel | null)[] {
  const given = new Set(labels.filter(label => label?.spelling === 'exact').map(label => label?.definition));
  return labels.map(label => {
    if (!label || label.spelling === 'exact') return label;
    if (given.has(label.definition)) return null;
    given.add(label.definition);
    return label;
  });
}

/** What a line without a label begins: the title, the text behind it, or nothing new. */
function opensOf(index: number, titleLines: number): 'title' | 'paragraph' | null {
  if (index === 0) return titleLines > 0 ? 'title' : null;
  return index === titleLines ? 'paragraph' : null;
}

/** Reads a title: what follows its last colon is the decision if the profile knows it, or a word close to one. */
export function parseTitle(text: string, where: Span, profile: CompiledProfile): Title {
  const whole = trimSpan(text, where);
  const folded = fold(text, whole.start, whole.end);
  const colon = folded.text.lastIndexOf(':');
  const words = colon < 0 ? '' : folded.text.slice(colon + 1).trim();
  const match = words === '' ? null : matchDecision(words, profile);
  if (!match) return { span: whole, name: whole, text: folded, colon: null, decision: null };
  const wordStart = folded.text.indexOf(words, colon + 1);
  const colonAt = folded.source(colon, colon + 1).start;
  const name = trimSpan(text, { start: whole.start, end: colonAt });
  return {
    span: whole,
    name,
    text: foldedPart(folded, 0, colon),
    colon: colonAt,
    decision: { word: words, span: folded.source(wordStart, wordStart + words.length), ...match },
  };
}
