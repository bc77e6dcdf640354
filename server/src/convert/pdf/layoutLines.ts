import type { FaceName, Faces } from './renderFace';

/** A stretch of text in one face. */
export interface StyledText {
  readonly text: string;
  readonly face: FaceName;
  readonly mark?: Mark;
}

/** What a stretch of text has beside its face: a placeholder a background, a decision a rule below it. */
export type Mark = 'placeholder' | 'decision';

/** Stretches of one line that look alike are one piece. Lengths in points, `x` from where the line begins. */
export interface Piece extends StyledText {
  readonly x: number;
  /** Without the space that may end it. */
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Without the space that may end it. */
  readonly width: number;
}

/** Part of a word in one face; the last one of a word keeps the space behind the word. */
interface Fragment extends StyledText {
  readonly advance: number;
}

/** Where lines may be broken: not at spaces that do not break. */
const space = /([ \t\n\v\f\r\u2028\u2029]+)/;
/** Behind these a word may be broken that no line holds. */
const wordPart = /[^-/\\_.,;:?&=@+\u2010-\u2015]*[-/\\_.,;:?&=@+\u2010-\u2015]?/g;
/** Says that a word may be broken there and is hyphenated only if it is; words here are not. */
const softHyphens = /\u00AD/g;

/**
 * Breaks a text into lines. They end at spaces, and each but the last keeps the space it ends with, so that whoever takes
 * the text out of the file can tell where a word was broken: only where it is longer than a line.
 *
 * @param size of the type, points
 * @param width of the lines, points
 */
export function breakLines(texts: readonly StyledText[], size: number, width: number, faces: Faces): Line[] {
  const advanceOf = ({ text, face }: StyledText) => (faces[face].width(text) * size) / 1000;
  const lines: Line[] = [];
  let line: Fragment[] = [];
  let used = 0;
  const endLine = () => {
    if (line.length > 0) lines.push(lineOf(line, faces, size));
    line = [];
    used = 0;
  };
  const add = (fragment: Fragment) => {
    line.push(fragment);
    used += fragment.advance;
  };

  for (const word of wordsOf(texts)) {
    const fragments = word.map(fragment => ({ ...fragment, advance: advanceOf(fragment) }));
    const wordWidth = inkOf(fragments, faces, size);
    if (used + wordWidth > width) endLine();
    if (wordWidth <= width) {
      fragments.forEach(add);
      continue;
    }
    for (const text of fragments.flatMap(partsOf)) {
      const part = { ...text, advance: advanceOf(text) };
      const partWidth = inkOf([part], faces, size);
      if (used + partWidth > width) endLine();
      if (partWidth <= width) {
        add(part);
        continue;
      }
      for (const character of part.text) {
        const advance = advanceOf({ ...part, text: character });
        if (character !== ' ' && used + advance > width) endLine();
        add({ ...part, text: character, advance });
      }
    }
  }
  endLine();
  return withoutLastSpace(lines);
}

/** The words of a text, each of what stands between two spaces, whatever it looks like. */
function* wordsOf(texts: readonly StyledText[]): Generator<StyledText[]> {
  let word: StyledText[] = [];
  for (const styled of texts) {
    const tokens = styled.text.replace(softHyphens, '').split(space);
    for (const [index, token] of tokens.entries()) {
      const isSpace = index % 2 === 1;
      if (!isSpace) {
        if (token !== '') word.push({ ...styled, text: token });
        continue;
      }
      const last = word.pop();
      if (last === undefined) continue;
      yield [...word, { ...last, text: `${last.text} ` }];
      word = [];
    }
  }
  if (word.length > 0) yield word;
}

/** Where a word that no line holds is broken rather than anywhere. */
function partsOf(fragment: StyledText): StyledText[] {
  const parts = fragment.text.match(wordPart) ?? [];
  return parts.filter(text => text !== '').map(text => ({ ...fragment, text }));
}

/** Width without the space at the end. */
function inkOf(fragments: readonly Fragment[], faces: Faces, size: number): number {
  const width = fragments.reduce((sum, { advance }) => sum + advance, 0);
  const last = fragments.at(-1);
  return last?.text.endsWith(' ') ? width - (faces[last.face].width(' ') * size) / 1000 : width;
}

/** Nothing follows the last line. */
function withoutLastSpace(lines: Line[]): Line[] {
  const line = lines.at(-1);
  const piece = line?.pieces.at(-1);
  if (line === undefined || !piece?.text.endsWith(' ')) return lines;
  const pieces = [...line.pieces.slice(0, -1), { ...piece, text: piece.text.slice(0, -1) }];
  return [...lines.slice(0, -1), { ...line, pieces }];
}

function lineOf(fragments: readonly Fragment[], faces: Faces, size: number): Line {
  const pieces: Piece[] = [];
  let x = 0;
  for (let first = 0; first < fragments.length; ) {
    const { face, mark } = fragments[first] as Fragment;
    let end = first + 1;
    while (end < fragments.length && fragments[end]?.face === face && fragments[end]?.mark === mark) end++;
    const alike = fragments.slice(first, end);
    pieces.push({
      text: alike.map(({ text }) => text).join(''),
      face,
      ...(mark === undefined ? {} : { mark }),
      x,
      width: inkOf(alike, faces, size),
    });
    x += alike.reduce((sum, { advance }) => sum + advance, 0);
    first = end;
  }
  const last = pieces.at(-1);
  return { pieces, width: last === undefined ? 0 : last.x + last.width };
}
