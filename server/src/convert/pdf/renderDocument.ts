import PDFDocument from 'pdfkit';
import type { Printed } from '../../core/printed/printed';
import type { Line } from './layoutLines';
import type { Paper } from './layoutPages';
import type { FaceName, Faces, Glyph } from './renderFace';

/** What the types of the library leave out. */
interface Untyped {
  readonly _root: { readonly data: Record<string, unknown> };
  readonly _font: EmbeddedFont;
  registerFont(name: string, source: Faces[FaceName]['font']): void;
}

/** A font of the document: what of a face's font is put in the file. */
interface EmbeddedFont {
  /** What pages call it. */
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  /** By the numbers of the subset: what glyphs take, in thousandths of the size of type, and what they stand for. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): unknown;
}

/** A face in one size, and how its words are written in the pages. */
interface Typeset {
  readonly font: EmbeddedFont;
  readonly words: Map<string, string>;
}

/**
 * A document that says of itself its language and its title and nothing else, no program and no time: the same letter
 * is the same file.
 */
export class LetterDocument extends PDFDocument {
  private readonly untyped = this as unknown as Untyped;
  private readonly parts: Uint8Array[] = [];
  private readonly typeset = new Map<string, Typeset>();
  /** What the fonts lack of what was written, as `U+1F600`, each once. */
  readonly missing = new Set<string>();

  constructor(
    { title, language }: Printed,
    { size }: Paper,
    private readonly faces: Faces,
  ) {
    super({
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      autoFirstPage: false,
      size: [...size],
      margin: 0,
      // The library makes the identifier of the file from these; only the title is kept.
      info: { Title: title, CreationDate: new Date(0) },
      // None of the library's own fonts.
      font: '',
    });
    this.info = { Title: title };
    for (const [name, face] of Object.entries(faces)) this.untyped.registerFont(name, face.font);
    this.on('data', part => this.parts.push(part));
  }

  /**
   * Writes a line as one text, its pieces one behind the other. The library's own way to write text measures, encodes
   * and positions each piece by itself.
   *
   * @param x where the line begins
   * @param baseline from the head of the page, points
   */
  writeLine({ pieces }: Line, x: number, baseline: number, size: number): void {
    const shown = pieces.map(({ text, face }) => {
      const { font, words } = this.typesetIn(face, size);
      this.page.fonts[font.id] ??= font.ref();
      const glyphs = text.split(/(?<= )/).map(word => words.get(word) ?? this.encode(word, face, size));
      return `/${font.id} ${rounded(size)} Tf [${glyphs.join('')}] TJ`;
    });
    // The page counts from its head, where letters would hang upside down.
    this.addContent(`BT 1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm ${shown.join(' ')} ET`);
  }

  private typesetIn(face: FaceName, size: number): Typeset {
    const key = `${face} ${size}`;
    const known = this.typeset.get(key);
    if (known !== undefined) return known;
    this.font(face);
    const made = { font: this.untyped._font, words: new Map() };
    this.typeset.set(key, made);
    return made;
  }

  private encode(word: string, face: FaceName, size: number): string {
    const { glyphs, missing } = this.faces[face].shape(word);
    for (const character of missing) this.missing.add(character);
    const { font, words } = this.typesetIn(face, size);
    // Glyphs with nothing between them are one string.
    const shown = glyphs.map(glyph => shownGlyph(glyph, includeGlyph(glyph, font), size)).join('');
    const joined = shown.replaceAll('><', '');
    words.set(word, joined);
    return joined;
  }

  /** In place of the library's, which tells the time and does not escape what XML reserves. */
  override endMetadata(): void {
    const title = (this.info.Title ?? '').replace(/[^ -~]|[&<>]/gu, character => `&#${character.codePointAt(0)};`);
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.end(
      `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`,
    );
    this.untyped._root.data['Metadata'] = metadata;
  }

  /** Ends the document. Returns the file. */
  async finish(): Promise<Uint8Array> {
    const ended = new Promise(resolve => this.once('end', resolve));
    this.end();
    await ended;
    const bytes = new Uint8Array(this.parts.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const part of this.parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  }
}

/** Puts a glyph in the file. Returns what texts call it: its number in the file, four hexadecimal digits. */
function includeGlyph({ id, width, codePoints }: Glyph, { subset, widths, unicode }: EmbeddedFont): string {
  const number = subset.includeGlyph(id);
  widths[number] ??= width;
  unicode[number] ??= codePoints;
  return number.toString(16).padStart(4, '0');
}

/**
 * A glyph in the array that shows a text. Numbers in the array move what follows to the left; for a glyph that stands
 * higher or lower the array is left for the moment.
 */
function shownGlyph({ width, advance, right, up }: Glyph, number: string, size: number): string {
  const before = right === 0 ? '' : rounded(-right);
  const after = rounded(right + width - advance);
  const shown = `${before}<${number}>${after === 0 ? '' : after}`;
  return up === 0 ? shown : `] TJ ${rounded((up * size) / 1000)} Ts [${shown}] TJ 0 Ts [`;
}

function rounded(length: number): number {
  return Math.round(length * 1000) / 1000 || 0;
}
