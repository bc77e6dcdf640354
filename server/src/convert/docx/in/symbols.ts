/*
 * Word's Insert Symbol writes a number in a font of signs. The signs of measures and of lists that turn up in letters; of
 * the fonts' own tables (Symbol, Wingdings). A number in the private range F000 to F0FF means the font's sign 00 to FF.
 */
const symbol: Readonly<Record<number, string>> = {
  97: 'α',
  98: 'β',
  100: 'δ',
  103: 'γ',
  109: 'µ',
  162: '′',
  163: '≤',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  210: '®',
  211: '©',
  212: '™',
  226: '®',
  227: '©',
  228: '™',
};

const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  118: '❖',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** The sign meant; for a number that is no known sign of the font, the character of that number. */
export function signOf(font: string, number: string): string {
  const code = Number.parseInt(number, 16);
  if (!(code > 0x1f && code <= 0xffff)) return '';
  const table = { Symbol: symbol, Wingdings: wingdings }[font];
  return table?.[code >= 0xf000 ? code - 0xf000 : code] ?? String.fromCharCode(code);
}
