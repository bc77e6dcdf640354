import { type ListMark, ListState, listMark } from '../language/format/listMarks';
import { splitLines } from '../text/lines';
import type { Span } from '../text/span';
import { endsSentence, isSpace } from '../text/words';
import { commentAt } from './comments';
import type { PrintedBlock } from './printed';
import type { Stretch } from './stretch';

/** A paragraph or a line of a list, in the coordinates of the folded text and of the source. */
interface Chunk {
  readonly from: number;
  to: number;
  readonly start: number;
  end: number;
  readonly isListed: boolean;
}

/** How the lines of a part are to be read. */
export interface LineReading {
  readonly comments: readonly Span[];
  /** Blank lines that part no paragraphs. */
  readonly emptyBlanks: number;
}

/** The paragraphs and lists of a stretch; their spans count as those of its source. Linear. */
export function textBlocks(stretch: Stretch, reading: LineReading): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  let list: { readonly chunks: Chunk[] } | null = null;
  const finishList = () => {
    if (list) blocks.push(listBlock(list.chunks, stretch));
    list = null;
  };
  for (const chunk of chunksOf(stretch, reading)) {
    if (chunk.isListed) {
      list ??= { chunks: [] };
      list.chunks.push(chunk);
      continue;
    }
    finishList();
    const runs = stretch.runs(chunk.from, chunk.to);
    if (runs.length > 0) blocks.push({ kind: 'paragraph', span: { start: chunk.start, end: chunk.end }, runs });
  }
  finishList();
  return blocks;
}

function listBlock(chunks: readonly Chunk[], stretch: Stretch): PrintedBlock {
  const span = { start: (chunks[0] as Chunk).start, end: (chunks.at(-1) as Chunk).end };
  return { kind: 'list', span, items: chunks.map(({ from, to }) => stretch.runs(from, to)) };
}

function chunksOf(stretch: Stretch, reading: LineReading): Chunk[] {
  const { source, start, end, folded } = stretch;
  const chunks: Chunk[] = [];
  const state = new ListState();
  let blanks = 0;
  let paged = false;
  let at = start;
  for (const { content, terminator } of splitLines(source.slice(start, end))) {
    const lineStart = at;
    const words = wordsBetween(source, at, at + content.length, reading.comments);
    at += content.length + terminator.length;
    if (words) {
      const last = chunks.at(-1);
      const from = folded.at(words.start);
      const before = folded.text.slice(Math.max(0, from - 40), from).trimEnd();
      const begins = !last || blanks > reading.emptyBlanks || (paged && endsSentence(before));
      if (begins) state.end();
      const mark = firstMark(source, words);
      const isMarked = mark !== null && state.read(wordAt(source, words), begins || /[.?!:]["')\]]{0,3}$/.test(before));
      if (last && !begins && !isMarked) last.end = words.end;
      else {
        const isListed = isMarked && mark.number === null;
        const textFrom = isListed ? folded.at(words.start + mark.mark.length) : from;
        if (last) last.to = from;
        chunks.push({ from: textFrom, to: folded.text.length, start: words.start, end: words.end, isListed });
      }
      blanks = 0;
      paged = false;
    } else if (!terminator.includes('\f') && content.trim() === '' && !commentAt(lineStart, reading.comments)) blanks++;
    paged ||= terminator.includes('\f');
  }
  return chunks;
}

/** The text of a line, comments and white space at its ends excluded; null where there is none. */
function wordsBetween(source: string, from: number, to: number, comments: readonly Span[]): Span | null {
  let start = from;
  while (start < to) {
    const comment = comments.length > 0 ? commentAt(start, comments) : null;
    if (comment) start = comment.end;
    else if (isSpace(source.charCodeAt(start))) start++;
    else break;
  }
  if (start >= to) return null;
  let end = to;
  while (end > start) {
    const comment = comments.length > 0 ? commentAt(end - 1, comments) : null;
    if (comment) end = comment.start;
    else if (isSpace(source.charCodeAt(end - 1))) end--;
    else break;
  }
  return { start, end };
}

function wordAt(source: string, { start, end }: Span): string {
  let to = start;
  // A mark is shorter.
  while (to < end && to - start < 8 && !isSpace(source.charCodeAt(to))) to++;
  return source.slice(start, to);
}

function firstMark(source: string, words: Span): ListMark | null {
  return listMark(wordAt(source, words));
}
