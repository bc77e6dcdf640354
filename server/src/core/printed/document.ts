import { blockHtml, escapeHtml } from './html';
import type { House, Printed } from './printed';

/**
 * The letter as a web page of its own: nothing is loaded, no script runs, and it names neither an author nor a file.
 * Printed, it has the house's pages with the case number and the number of the page at their foot.
 */
export function printedHtml(printed: Printed): string {
  const { house, language, title, blocks } = printed;
  const letterhead = house.letterhead.map(line => `<p>${escapeHtml(line)}</p>`).join('');
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${styleOf(printed)}</style>`,
    '</head>',
    '<body>',
    '<main class="letter">',
    `<h1 class="letter-name">${escapeHtml(title)}</h1>`,
    ...(letterhead ? [`<div class="letter-letterhead">${letterhead}</div>`] : []),
    ...blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const families = {
  serif: 'Tinos, "Times New Roman", "Liberation Serif", Times, serif',
  sans: 'Arimo, Arial, "Liberation Sans", Helvetica, sans-serif',
};

function styleOf({ house, caseNumber }: Printed): string {
  const { top, right, bottom, left } = house.margins;
  const margins = `${mm(top)} ${mm(right)} ${mm(bottom)} ${mm(left)}`;
  return `@page {
  size: ${house.page === 'a4' ? 'A4' : 'letter'};
  margin: ${margins};
  @bottom-left { content: ${cssString(caseNumber)}; font: 9pt ${families[house.font]}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt ${families[house.font]}; }
}
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: ${Number(house.size)}pt/1.35 ${families[house.font]}; }
.letter { box-sizing: border-box; max-width: ${widthOf(house)}; margin: 0 auto; padding: ${margins}; }
.letter-name { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.letter-letterhead { margin-bottom: 1.5em; text-align: center; }
.letter-letterhead p { margin: 0; }
.letter-letterhead p:first-child { font-weight: bold; }
.letter-header { margin: 0 0 1.5em; border-collapse: collapse; }
.letter-header th { padding: 0.1em 1.5em 0.1em 0; font-weight: bold; text-align: left; vertical-align: top; white-space: nowrap; }
.letter-header td { padding: 0.1em 0; vertical-align: top; overflow-wrap: anywhere; }
.letter-heading { margin: 1.5em 0 0.6em; font-size: 1em; text-align: center; break-after: avoid; }
.letter-title { margin: 1.2em 0 0.6em; font-size: 1em; break-after: avoid; }
.letter-decision { white-space: nowrap; }
.letter-label { font-weight: bold; }
.letter-field, .letter-paragraph, .letter-list { margin: 0 0 0.8em; overflow-wrap: anywhere; orphans: 2; widows: 2; }
.letter-placeholder { background: #ffe58a; color: #000; outline: 1px solid #8a6d00; }
@media print { .letter { max-width: none; padding: 0; } }
`;
}

function widthOf({ page }: House): string {
  return page === 'a4' ? '210mm' : '215.9mm';
}

function mm(length: number): string {
  return `${Number(length)}mm`;
}

/** A string of a style sheet in which no character of the text means anything. */
function cssString(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9 -]/gu, character => `\\${(character.codePointAt(0) || 0xfffd).toString(16)} `);
  return `"${safe}"`;
}
