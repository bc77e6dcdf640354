import type { Beside } from '../../messages';
import { isBoldThroughout, marked, plain, type Segment } from './emphasis';
import { type Asides, chosen, InlineReader } from './inline';
import type { ListCounter } from './numbering';
import { type TextBlock, textOfBlocks, tidyLines } from './output';
import type { WordStyles } from './styles';
import { type Row, tableBlocks } from './tables';
import { childOf, elementsOf, isOn, valOf, type XmlElement } from './xml';

/** What every story of a file is read with. */
export interface Reading {
  readonly styles: WordStyles;
  readonly lists: ListCounter;
  readonly beside: Beside[];
  readonly asides: Asides;
}

/** The text of a story (the body, a note, a text box): paragraphs apart by empty lines. */
export function storyText(story: XmlElement, reading: Reading): string {
  const reader = new StoryReader(reading);
  return textOfBlocks([...reader.blocks(elementsOf(story)), ...reader.rest()]);
}

class StoryReader {
  private readonly inline: InlineReader;
  /** Of a paragraph whose end was deleted: it goes on with the next one. */
  private carried: Segment[] = [];

  constructor(private readonly reading: Reading) {
    this.inline = new InlineReader(reading.styles, reading.beside, reading.asides);
  }

  blocks(elements: readonly XmlElement[]): readonly TextBlock[] {
    return elements.flatMap(element => {
      if (element.name === 'w:p') return this.paragraph(element);
      if (element.name === 'w:tbl') return tableBlocks(this.rows(element));
      // What holds blocks, and what may; properties hold none.
      return element.name.endsWith('Pr') ? [] : this.blocks(chosen(element));
    });
  }

  /** What waits for a paragraph that never came. */
  rest(): readonly TextBlock[] {
    this.inline.close();
    const text = tidyLines(plain(this.carried));
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  }

  private paragraph(element: XmlElement): readonly TextBlock[] {
    const properties = childOf(element, 'w:pPr');
    const style = valOf(properties, 'w:pStyle');
    this.inline.read(element, style, this.carried);
    if (childOf(childOf(properties, 'w:rPr'), 'w:del')) return [];
    const segments = this.carried;
    this.carried = [];
    const block = this.block(segments, style, properties);
    const text = isOn(properties, 'w:pageBreakBefore') ? `\f${block.text}` : block.text;
    const full = endsPage(properties) ? `${text}\f` : text;
    return full === '' ? [] : [{ ...block, text: full }];
  }

  private block(segments: readonly Segment[], style: string | null, properties: XmlElement | null): TextBlock {
    const level = this.reading.styles.headingLevel(style);
    const list = childOf(properties, 'w:numPr') ?? this.reading.styles.numbering(style);
    const sign = list && segments.some(({ text }) => text.trim() !== '') ? this.reading.lists.next(list) : '';
    if (level === 1 || level === 2) return headingBlock(tidyLines(plain(segments)), sign, '#'.repeat(level));
    const text = tidyLines(linesOf(segments).map(marked).join(''));
    if (sign === '' || text === '') return { kind: 'paragraph', text, bold: isBoldThroughout(segments) };
    return { kind: sign === '-' ? 'entry' : 'paragraph', text: atStart(text, `${sign} `) };
  }

  private rows(table: XmlElement): readonly Row[] {
    return elementsOf(table).flatMap(element => {
      if (element.name !== 'w:tr') return element.name.endsWith('Pr') ? [] : this.rows(wrapped(element));
      const cells = this.cells(element);
      if (childOf(childOf(element, 'w:trPr'), 'w:del') === null) return [cells];
      const text = textOfBlocks(cells.flat());
      if (text !== '') this.reading.beside.push({ what: 'deleted', page: null, text });
      return [];
    });
  }

  private cells(row: XmlElement): Row {
    return elementsOf(row).flatMap(element => {
      if (element.name === 'w:tc') return [this.blocks(elementsOf(element))];
      return element.name.endsWith('Pr') ? [] : this.cells(wrapped(element));
    });
  }
}

/** What stands around rows or cells, seen as what it stands around. */
function wrapped(element: XmlElement): XmlElement {
  return { ...element, children: chosen(element) };
}

/** A section of the file ends with this paragraph, and what follows begins a page. */
function endsPage(properties: XmlElement | null): boolean {
  const section = childOf(properties, 'w:sectPr');
  return section !== null && valOf(section, 'w:type') !== 'continuous' && valOf(section, 'w:type') !== 'nextColumn';
}

/** On one line, whatever the lines on paper. */
function headingBlock(text: string, sign: string, mark: string): TextBlock {
  const number = sign === '' || sign === '-' ? '' : `${sign} `;
  const pages = /^\f*/.exec(text)?.[0] ?? '';
  const words = text.slice(pages.length).replace(/[\n\f]+/g, ' ');
  return { kind: 'heading', text: words === '' ? pages : `${pages}${mark} ${number}${words}` };
}

/** Behind the form feeds that begin a text. */
function atStart(text: string, sign: string): string {
  const pages = /^\f*/.exec(text)?.[0] ?? '';
  return `${pages}${sign}${text.slice(pages.length)}`;
}

/** The segments of each line, its break with the last of them. */
function linesOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [[]];
  for (const segment of segments) {
    for (const piece of segment.text.split(/(?<=[\n\f])/)) {
      lines.at(-1)?.push({ ...segment, text: piece });
      if (/[\n\f]$/.test(piece)) lines.push([]);
    }
  }
  return lines;
}
