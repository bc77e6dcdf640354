/** What the tests of the preview look up in its page: each runs there, on the element that holds the letter. */

/** Lines of text that stand beyond the margins of every sheet, and how many sheets there are. */
export function linesAcrossEdges(letter: Element): { edges: string[]; pages: number } {
  const desk = letter.parentElement as HTMLElement;
  const number = (name: string) => Number.parseFloat(desk.style.getPropertyValue(`--${name}`));
  const scale = number('scale');
  const sheets = [...document.querySelectorAll('.sheet')].map(sheet => sheet.getBoundingClientRect());
  const isOnSheet = ({ top, bottom }: DOMRect) =>
    sheets.some(
      sheet => top >= sheet.top + scale * number('top') - 2 && bottom <= sheet.bottom - scale * number('bottom') + 2,
    );
  const edges: string[] = [];
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const across = [...range.getClientRects()].filter(rect => rect.width > 0 && !isOnSheet(rect));
    edges.push(
      ...across.map(({ top }) => `${node.textContent?.slice(0, 40)} ${(top - (sheets[0]?.top ?? 0)) / scale}`),
    );
  }
  return { edges, pages: sheets.length };
}

/** Where the first letters of some words are in the window, once they are scrolled into it. */
export function placeOf(letter: Element, words: string): { x: number; y: number } {
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 3);
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }
  throw new Error(`The preview does not say ${words}`);
}

/** The first block that is in view, and where it begins. */
export function firstInView(letter: Element): { text: string; top: number } {
  const block = [...letter.querySelectorAll('.block')].find(each => each.getBoundingClientRect().bottom > 0);
  return { text: block?.textContent ?? '', top: block?.getBoundingClientRect().top ?? 0 };
}

/** The lines of each page as they are broken, without white space; those of a table's row are one. */
export function pagesInLines(letter: Element): string[][] {
  const tops = [...document.querySelectorAll('.sheet')].map(sheet => sheet.getBoundingClientRect().top);
  const lines: { page: number; top: number; text: string }[] = [];
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s/-]+[/-]*|[/-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { top } = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && Math.abs(last.top - top) < 6) last.text += word;
      else lines.push({ page: tops.filter(start => start <= top).length - 1, top, text: word });
    }
  }
  return tops.map((_, page) => lines.filter(line => line.page === page).map(({ text }) => text));
}
