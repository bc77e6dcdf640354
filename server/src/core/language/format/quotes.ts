import { isWordCharacter } from '../../text/words';
import type { Piece } from './pieces';

const CURLY = /[\u2018\u2019\u201c\u201d]/;

/**
 * The pieces with straight quotation marks and apostrophes. Marks that do not come in pairs within their paragraph are
 * a slip for the writer to see, and stay.
 */
export function straightQuotes(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (!CURLY.test(text)) return pieces;
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.before === 'block') paragraphs.push([]);
    paragraphs.at(-1)?.push(piece);
  }
  return paragraphs.flatMap(paragraph => straightened(text, paragraph));
}

function straightened(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const words = pieces.map(piece => {
    const word = piece.text ?? text.slice(piece.start, piece.end);
    return word.includes('<!--') || !CURLY.test(word) ? null : word.replace(/\u2019/g, apostrophe);
  });
  const marks = words.map(word => word ?? '').join(' ');
  const isPaired = (open: string, close: string) => {
    const found = [...marks].filter(mark => mark === open || mark === close);
    return found.length % 2 === 0 && found.every((mark, index) => mark === (index % 2 === 0 ? open : close));
  };
  const double = isPaired('\u201c', '\u201d');
  const single = isPaired('\u2018', '\u2019');
  return pieces.map((piece, index) => {
    const word = words[index];
    if (word === null || word === undefined) return piece;
    const plain = double ? word.replace(/[\u201c\u201d]/g, '"') : word;
    return { ...piece, text: single ? plain.replace(/[\u2018\u2019]/g, "'") : plain };
  });
}

/** Between letters it is no quotation mark. */
function apostrophe(mark: string, at: number, word: string): string {
  const isWithin = isWordCharacter(word.charCodeAt(at - 1)) && isWordCharacter(word.charCodeAt(at + 1));
  return isWithin ? "'" : mark;
}
