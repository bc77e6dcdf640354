import type { CompiledProfile } from '../../profile/compiled';
import type { TextEdit } from '../../text/span';
import { letterLine } from '../letterLine';
import { LineFill } from './lineFill';
import { listMark } from './listMarks';
import { endsInHyphen, type Piece } from './pieces';
import { Rewriter } from './rewriter';

/** What becomes of the line ends within paragraphs: they stay, are joined, or are set anew at this many columns. */
export type Wrap = 'keep' | 'join' | number;

export interface LayoutStyle {
  readonly wrap: Wrap;
  readonly lineEnd: string;
  readonly profile: CompiledProfile;
}

/** The edits that turn the text into its pieces, set out in lines. */
export function layOut(text: string, pieces: readonly Piece[], style: LayoutStyle): readonly TextEdit[] {
  const rewriter = new Rewriter(text);
  if (text.charCodeAt(0) === 0xfeff) rewriter.copy(0, 1);
  for (const line of linesOf(pieces)) {
    const [first] = line as [Piece];
    if (first !== pieces[0]) rewriter.write(first.before === 'block' ? style.lineEnd + style.lineEnd : style.lineEnd);
    for (const { piece, before } of setLine(text, line, style)) {
      rewriter.write(before);
      if (piece.text === null) rewriter.copy(piece.start, piece.end);
      else if (piece.start < 0) rewriter.write(piece.text);
      else rewriter.replace(piece.start, piece.end, piece.text);
    }
  }
  if (pieces.length > 0) rewriter.write(style.lineEnd);
  return rewriter.finish();
}

/** A piece and the white space before it. */
interface SetPiece {
  readonly piece: Piece;
  readonly before: string;
}

/** The pieces from one line end that stays to the next. */
function* linesOf(pieces: readonly Piece[]): Iterable<readonly Piece[]> {
  let line: Piece[] = [];
  for (const piece of pieces) {
    if (line.length > 0 && (piece.before === 'line' || piece.before === 'block')) {
      yield line;
      line = [];
    }
    line.push(piece);
  }
  if (line.length > 0) yield line;
}

function setLine(text: string, line: readonly Piece[], style: LayoutStyle): Iterable<SetPiece> {
  const softly = (soft: (piece: Piece) => string) =>
    line.map((piece, index): SetPiece => {
      if (index === 0 || piece.before === 'none') return { piece, before: '' };
      return { piece, before: piece.before === 'soft' ? soft(piece) : ' ' };
    });
  const kept = () => softly(() => style.lineEnd);
  if (style.wrap === 'keep') return kept();
  const before = new Map(line.slice(1).map((piece, index) => [piece, line[index]?.end ?? -1]));
  const isBroken = (piece: Piece) => endsInHyphen(text, before.get(piece) ?? -1);
  const words = line.map(piece => piece.text ?? text.slice(piece.start, piece.end));
  if (typeof style.wrap === 'number') {
    const glued = line.map(piece => piece.before === 'none' || (piece.before === 'soft' && isBroken(piece)));
    const mayBreak = line.map(piece => (piece.mayWrap || piece.before === 'soft') && !isBroken(piece));
    const fill = new LineFill(words, glued, mayBreak, style.wrap, start => readsOtherwise(start, style.profile));
    const breaks = fill.breaks();
    return line.map((piece, index) => {
      if (index === 0 || glued[index]) return { piece, before: '' };
      return { piece, before: breaks.has(index) ? style.lineEnd : ' ' };
    });
  }
  const joined = softly(piece => (isBroken(piece) ? '' : ' '));
  const isText = line[0]?.opens === false && line.some(piece => piece.before === 'soft');
  // Lines that together would be read as a label or heading stay apart.
  const isMisread =
    isText && readsOtherwise(joined.map((set, index) => set.before + words[index]).join(''), style.profile);
  return isMisread ? kept() : joined;
}

/** Whether a line of text would be read as something else. */
export function readsOtherwise(content: string, profile: CompiledProfile): boolean {
  const [word] = content.split(' ', 1);
  if (listMark(word ?? '') || content.startsWith('#')) return true;
  if (!content.includes(':') && /[a-z]/.test(content)) return false;
  const line = letterLine({ content, terminator: '' }, profile);
  return line.heading !== null || line.itemMark >= 0 || line.itemLabel !== null || line.sectionLabel !== null;
}
