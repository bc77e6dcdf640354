import type { Colors } from './terminal';

/** Wide lines are hard to read, whatever the terminal's width. */
const WIDEST = 100;

/**
 * A page of Markdown as a terminal shows it best: headings, fenced blocks, lists, and text wrapped to its width, where that
 * is known.
 */
export function terminalMarkdown(page: string, colors: Colors, columns = 0): string {
  const width = columns > 0 ? Math.max(20, Math.min(columns, WIDEST)) : WIDEST;
  const out: string[] = [];
  let paragraph: string[] = [];
  let fence: ((text: string) => string) | null = null;
  const endParagraph = () => {
    if (paragraph.length > 0) out.push(...wrap(paragraph.join(' '), width).map(line => inline(line, colors)));
    paragraph = [];
  };
  for (const line of page.split(/\r?\n/)) {
    if (line.startsWith('```')) {
      endParagraph();
      fence = fence === null ? fenceColor(line, colors) : null;
      if (fence !== null) out.push(...fenceTitle(line).map(title => `  ${fence?.(title)}`));
      continue;
    }
    if (fence !== null) {
      out.push(`  ${fence('|')} ${line}`);
      continue;
    }
    const isPartOfParagraph = /^[^\s#|-]/.test(line) || (paragraph.length > 0 && /^\s+\S/.test(line));
    if (isPartOfParagraph) {
      paragraph.push(line.trim());
      continue;
    }
    endParagraph();
    const heading = /^#+ (.*)/.exec(line)?.[1];
    if (heading !== undefined) out.push(colors.bold(line.startsWith('# ') ? colors.underline(heading) : heading));
    else if (line.startsWith('- ')) paragraph.push(line);
    else out.push(inline(line, colors));
  }
  endParagraph();
  return `${out.join('\n').trimEnd()}\n`;
}

/** Examples of what is wrong and what is right are told apart by the word behind the fence. */
function fenceColor(line: string, colors: Colors): (text: string) => string {
  if (/\bbad\b/.test(line)) return colors.red;
  return /\bgood\b/.test(line) ? colors.green : colors.dim;
}

/** The same in words, for terminals without colours. */
function fenceTitle(line: string): string[] {
  if (/\bbad\b/.test(line)) return ['Flagged:'];
  return /\bgood\b/.test(line) ? ['Not flagged:'] : [];
}

function inline(text: string, colors: Colors): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => colors.bold(strong))
    .replace(/\[([^[\]]{1,200})\]\(([^()]{1,300})\)/g, (_, label: string, target: string) => `${label} (${target})`);
}

/** Lines no longer than `width`, where words allow it; those of a list entry are indented below its text. */
function wrap(text: string, width: number): string[] {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
