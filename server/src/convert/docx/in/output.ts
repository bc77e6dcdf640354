/** A piece of a story that stands on lines of its own. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'entry' | 'row';
  /** No line of it is empty. A form feed stands at the start of a line. */
  readonly text: string;
  /** Set in bold by hand: how labels look in tables. */
  readonly bold?: boolean;
}

/** Blocks as text: entries of a list and rows of a table below each other, all else apart by an empty line. */
export function textOfBlocks(blocks: readonly TextBlock[]): string {
  let text = '';
  let before: TextBlock | null = null;
  // A page that ends behind a block begins the next one.
  let pages = '';
  for (const block of blocks) {
    const words = withoutBreaks(block.text);
    if (words !== '') {
      const together = before?.kind === block.kind && (block.kind === 'entry' || block.kind === 'row');
      text += (before === null ? '' : together ? '\n' : '\n\n') + pages + words;
      before = block;
      pages = '';
    }
    pages += block.text.slice(words.length).replaceAll('\n', '');
  }
  return text;
}

/** Lines trimmed and without the empty ones; pages begin lines. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map(line => line.split('\f').map(piece => piece.trim()))
    .flatMap(pieces => pieces.map((piece, index) => (index === 0 ? piece : `\f${piece}`)))
    .filter(line => line !== '')
    .join('\n');
}

function withoutBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\f')) end--;
  return text.slice(0, end);
}
