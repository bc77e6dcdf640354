/** Behind these a browser parts a word. */
const parting = /[-/?!|}%\u00ad\u2010-\u2015]/;
/** Longer ones may have no room on a line. */
const longest = 60;

/** Keeps each word on its line, as PDF files do: their lines end at spaces. */
export function keepWordsWhole(root: DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && parting.test(node.data)) texts.push(node);
  }
  for (const text of texts) text.replaceWith(...piecesOf(text.data));
}

function piecesOf(text: string): (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  let plain = '';
  for (const token of text.split(/(\s+)/)) {
    if (token.length > longest || !parting.test(token)) {
      plain += token;
      continue;
    }
    pieces.push(plain, wholeWord(token));
    plain = '';
  }
  return [...pieces, plain].filter(piece => piece !== '');
}

function wholeWord(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'word';
  element.textContent = text;
  return element;
}
