import type { Beside } from '../../messages';
import type { Segment } from './emphasis';
import { Fields } from './fields';
import type { WordStyles } from './styles';
import { signOf } from './symbols';
import { childOf, elementsOf, isOn, valOf, type XmlElement } from './xml';

/** What runs hold besides text: read by whoever reads the file, each told as it is come upon. */
export interface Asides {
  note(id: string, kind: 'footnotes' | 'endnotes' | 'comments'): void;
  drawing(element: XmlElement): void;
}

const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
/** Properties, and what holds no text of the story it stands in. */
const passedOver = /^w:(?:\w*Pr|del|moveFrom|delInstrText)$/;

/**
 * Reads the runs of paragraphs into segments: LF for a line break, a form feed for a page break. What is unknown is looked
 * into, for it may hold text.
 */
export class InlineReader {
  private readonly fields: Fields;
  /** Of the paragraph being read. */
  private style: string | null = null;

  constructor(
    private readonly styles: WordStyles,
    private readonly beside: Beside[],
    private readonly asides: Asides,
  ) {
    this.fields = new Fields(beside);
  }

  /** Adds what the paragraph of a style holds. */
  read(paragraph: XmlElement, style: string | null, into: Segment[]): void {
    this.style = style;
    for (const child of elementsOf(paragraph)) this.inline(child, into);
  }

  close(): void {
    this.fields.close();
  }

  private inline(element: XmlElement, into: Segment[]): void {
    if (element.name === 'w:r' || element.name === 'm:r') {
      this.run(element, into);
    } else if (deletions.has(element.name)) {
      this.deleted(element);
    } else if (!passedOver.test(element.name)) {
      // Formulas are written on one line: what stands above or below a line needs a sign.
      const sign = { 'm:sup': '^', 'm:den': '/' }[element.name];
      if (sign !== undefined) into.push({ text: sign, bold: null, italic: null });
      for (const child of chosen(element)) this.inline(child, into);
    }
  }

  private run(run: XmlElement, into: Segment[]): void {
    const properties = childOf(run, 'w:rPr');
    let text = '';
    for (const child of elementsOf(run)) {
      const piece = this.piece(child);
      if (piece !== '' && this.fields.prints(piece)) text += piece;
    }
    const style = valOf(properties, 'w:rStyle');
    if (this.looks('w:vanish', properties)) {
      this.report('hidden', text);
    } else if (text !== '') {
      into.push({
        text: this.looks('w:caps', properties) ? text.toUpperCase() : text,
        bold: this.styles.isStrong(style) ? 'style' : isOn(properties, 'w:b') ? 'hand' : null,
        italic: this.styles.isEmphasis(style) ? 'style' : isOn(properties, 'w:i') ? 'hand' : null,
      });
    }
  }

  /** Whether a run looks so, by itself or by its styles. */
  private looks(property: string, properties: XmlElement | null): boolean {
    if (childOf(properties, property)) return isOn(properties, property);
    const own = this.styles.textProperty(valOf(properties, 'w:rStyle'), property);
    return own ?? this.styles.textProperty(this.style, property) ?? false;
  }

  private piece(element: XmlElement): string {
    switch (element.name) {
      case 'w:t':
      case 'm:t':
      case 'w:delText':
        return textOf(element).replaceAll('\n', ' ');
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
        return element.attributes.get('w:type') === 'page' ? '\f' : '\n';
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return signOf(element.attributes.get('w:font') ?? '', element.attributes.get('w:char') ?? '');
      case 'w:fldChar':
        return this.fields.mark(element);
      case 'w:instrText':
        this.fields.instruct(textOf(element));
        return '';
      case 'w:footnoteReference':
        return this.aside(element, 'footnotes');
      case 'w:endnoteReference':
        return this.aside(element, 'endnotes');
      case 'w:commentReference':
        return this.aside(element, 'comments');
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.asides.drawing(element);
        return '';
      default:
        return passedOver.test(element.name)
          ? ''
          : chosen(element)
              .map(child => this.nested(child))
              .join('');
    }
  }

  /** A run within a run, as in ruby text, or a piece of one. */
  private nested(element: XmlElement): string {
    if (element.name !== 'w:r') return this.piece(element);
    return elementsOf(element)
      .map(child => this.piece(child))
      .join('');
  }

  private aside(element: XmlElement, kind: 'footnotes' | 'endnotes' | 'comments'): string {
    this.asides.note(element.attributes.get('w:id') ?? '', kind);
    return '';
  }

  /** Crossed out by someone who tracked changes: not on paper. */
  private deleted(element: XmlElement): void {
    const segments: Segment[] = [];
    for (const child of elementsOf(element)) this.inline(child, segments);
    this.report('deleted', segments.map(({ text }) => text).join(''));
  }

  private report(what: 'hidden' | 'deleted', text: string): void {
    if (text.trim() !== '') this.beside.push({ what, page: null, text: text.trim() });
  }
}

/** What is below an element; of alternatives for newer and older programs, those for the newer. */
export function chosen(element: XmlElement): readonly XmlElement[] {
  if (element.name !== 'mc:AlternateContent') return elementsOf(element);
  const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
  return choice ? elementsOf(choice) : [];
}

function textOf(element: XmlElement): string {
  return element.children.filter(child => typeof child === 'string').join('');
}
