import type { CompiledProfile } from '../profile/compiled';
import { fold } from '../text/folded';
import type { Span } from '../text/span';
import { BlockBuilder } from './blocks';
import { labelledField, trimSpan } from './fields';
import type { LetterLine } from './letterLine';
import { matchDecision } from './names';
import type { ItemField, ItemPart, Title } from './tree';

/** Reads one item from its lines; `inside` marks those that stand in a comment. */
export function parseItem(
  lines: readonly LetterLine[],
  titleLines: number,
  inside: (index: number) => boolean,
  doubleSpaced: boolean,
  profile: CompiledProfile,
): ItemPart {
  const text = lines.map(line => line.content + line.terminator).join('');
  const blocks = new BlockBuilder(doubleSpaced);
  const labels: { index: number; start: number }[] = [];
  const seen = new Set<string>();
  let at = 0;
  let titleEnd = 0;
  for (const [index, line] of lines.entries()) {
    const label = inside(index) || index < titleLines ? null : line.itemLabel;
    // An alias or a misspelt label counts only where the field is still missing: rationales begin lines with such words.
    const counts = label && (label.spelling === 'exact' || !seen.has(label.definition.role));
    if (label && counts) {
      seen.add(label.definition.role);
      labels.push({ index, start: at });
    }
    blocks.add(line, counts ? 'field' : opensOf(index, titleLines), inside(index));
    at += line.length;
    if (index < titleLines) titleEnd = at;
  }
  const fields = labels.map(({ index, start }, k): ItemField => {
    const label = (lines[index] as LetterLine).itemLabel as NonNullable<LetterLine['itemLabel']>;
    return labelledField(text, start, label, labels[k + 1]?.start ?? text.length);
  });
  const mark = titleLines > 0 ? (lines[0] as LetterLine).itemMark : -1;
  const title = parseTitle(text, { start: Math.max(mark, 0), end: titleEnd }, profile);
  return { kind: 'item', text, blocks: blocks.finish(), marked: mark >= 0, title, fields };
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
    text: fold(text, name.start, name.end),
    colon: colonAt,
    decision: { word: words, span: folded.source(wordStart, wordStart + words.length), ...match },
  };
}
