import { create, type Font } from 'fontkit';
import type { Fonts } from '../messages';

/** A face of the house's font: its regular, its bold one, … */
export type FaceName = keyof Fonts;
export type Faces = Readonly<Record<FaceName, Face>>;

/** A glyph of a word. Lengths in thousandths of the size of type. */
export interface Glyph {
  /** Its number in the font. */
  readonly id: number;
  readonly width: number;
  /** What it stands for when the text is taken out of the file again. */
  readonly codePoints: readonly number[];
  /** How far from where the last one ended, to the right and up. */
  readonly right: number;
  readonly up: number;
  /** From where the last one ended to where the next one begins. */
  readonly advance: number;
}

/** A word set in a face, with the space behind it. */
export interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
  /** What of it the font lacks, as `U+1F600`. */
  readonly missing: readonly string[];
}

/** Drawn in place of what the font lacks. */
const replacement = '\uFFFD';
/** No line holds a longer word: it will be broken, and need not be measured to a hair. */
const longestShaped = 1000;
/** Longer stretches are pieces of words that no line holds: each occurs once. */
const longestKept = 64;
const mostKept = 20_000;

/**
 * A font file that is parsed, and the words that were set in it: letters repeat their words, and so do a thousand
 * letters that are printed one after the other. What a letter's file holds does not depend on the letters before it.
 */
export class Face {
  readonly font: Font;
  /** Thousandths of the size of type; the descender is negative. */
  readonly ascender: number;
  readonly descender: number;
  private readonly scale: number;
  private readonly shaped = new Map<string, Shaped>();

  constructor(bytes: Uint8Array) {
    // Its type asks for Node's kind of bytes; any are read.
    const font = create(bytes as Parameters<typeof create>[0]);
    if (!('layout' in font)) throw new Error('A collection of fonts is no face');
    this.font = font;
    this.scale = 1000 / font.unitsPerEm;
    this.ascender = font.ascent * this.scale;
    this.descender = font.descent * this.scale;
  }

  /** Width of a word and the space behind it, in thousandths of the size of type. */
  width(word: string): number {
    if (word.length <= longestShaped) return this.shape(word).width;
    let width = 0;
    for (const character of word) width += this.shape(character).width;
    return width;
  }

  shape(word: string): Shaped {
    const known = this.shaped.get(word);
    if (known !== undefined) return known;
    const shaped = this.shapeAnew(word);
    if (word.length <= longestKept) {
      if (this.shaped.size >= mostKept) this.shaped.clear();
      this.shaped.set(word, shaped);
    }
    return shaped;
  }

  private shapeAnew(word: string): Shaped {
    const missing: string[] = [];
    let text = '';
    for (const character of word) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (isControl(codePoint) || !this.font.hasGlyphForCodePoint(codePoint)) {
        missing.push(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
        text += replacement;
      } else {
        text += character;
      }
    }
    // One glyph a character, so that each stands for its own in the file.
    const { glyphs, positions, direction } = this.font.layout(composed(text), { ccmp: false });
    const codePoints = Array.from(composed(text), character => readBackAs(character.codePointAt(0) ?? 0));
    if (direction === 'rtl') codePoints.reverse();
    const isOneToOne = codePoints.length === glyphs.length;
    const set = positions.map(({ xAdvance, xOffset, yOffset }, index): Glyph => {
      const { id = 0, advanceWidth = 0 } = glyphs[index] ?? {};
      return {
        id,
        width: advanceWidth * this.scale,
        codePoints: isOneToOne ? codePoints.slice(index, index + 1) : this.codePointsOf(id),
        right: xOffset * this.scale,
        up: yOffset * this.scale,
        advance: xAdvance * this.scale,
      };
    });
    return { glyphs: set, width: set.reduce((sum, { advance }) => sum + advance, 0), missing };
  }

  private codePointsOf(glyph: number): readonly number[] {
    const [text = replacement] = this.font.stringsForGlyph(glyph);
    return Array.from(text, character => character.codePointAt(0) ?? 0);
  }
}

/** Faces parsed before, for the next letter. */
const known = new Map<FaceName, { readonly mark: string; readonly face: Face }>();

/** The faces of fonts; those of the last letter where they are the same files. */
export function facesOf(fonts: Fonts): Faces {
  const face = (name: FaceName): Face => {
    const bytes = fonts[name];
    const mark = markOf(bytes);
    const last = known.get(name);
    if (last?.mark === mark) return last.face;
    const made = new Face(bytes);
    known.set(name, { mark, face: made });
    return made;
  };
  return { regular: face('regular'), bold: face('bold'), italic: face('italic'), boldItalic: face('boldItalic') };
}

/** Tells font files apart: a file begins with the checksums of its tables. */
function markOf(bytes: Uint8Array): string {
  return `${bytes.length} ${bytes.subarray(0, 512).join(' ')}`;
}

/** Letters with the marks that stand on them as one character, where there is one: it is drawn better. */
function composed(word: string): string {
  return /\p{M}/u.test(word) ? word.normalize('NFC') : word;
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
}

/** A glyph that two characters share stands for one of them: a space that does not break is read back as a space. */
function readBackAs(codePoint: number): number {
  return codePoint === 0xa0 ? 0x20 : codePoint;
}
