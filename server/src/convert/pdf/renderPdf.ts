import type { Printed } from '../../core/printed/printed';
import type { ConvertAnswer, Fonts } from '../messages';
import { breakLines, type Line } from './layoutLines';
import { type Page, pagesOf, paperOf } from './layoutPages';
import { unitsOf } from './layoutUnits';
import { LetterDocument } from './renderDocument';
import { type Faces, facesOf } from './renderFace';
import { footerPoints, PagePainter } from './renderPage';

/**
 * A letter as a tagged PDF file. The same letter and fonts give the same bytes.
 *
 * `missing` in the answer names the characters that the fonts lack, in the order of the letter, each once; they are
 * drawn as the replacement character.
 */
export async function renderPdf(printed: Printed, fonts: Fonts): Promise<ConvertAnswer> {
  const faces = facesOf(fonts);
  const paper = paperOf(printed.house);
  const pages = pagesOf(unitsOf(printed, paper.width, faces), paper);
  const document = new LetterDocument(printed, paper, faces);
  const painter = new PagePainter(document, paper, faces);
  const missing = new Set<string>();
  const size = footerPoints(printed.house.size);
  for (const [index, page] of pages.entries()) {
    const footer = footerOf(printed.caseNumber, index + 1, pages.length);
    const [line = { pieces: [], width: 0 }] = breakLines([{ text: footer, face: 'regular' }], size, paper.width, faces);
    painter.paint(page, line, size);
    addMissing(page, line, faces, missing);
  }
  return { kind: 'rendered', bytes: await document.finish(), missing: [...missing] };
}

function footerOf(caseNumber: string, page: number, pages: number): string {
  const place = `Page ${page} of ${pages}`;
  return caseNumber === '' ? place : `Case ${caseNumber} · ${place}`;
}

function addMissing(page: Page, footer: Line, faces: Faces, missing: Set<string>): void {
  const lines = page.flatMap(({ unit, firstLine, endLine }) =>
    unit.cells.flatMap(cell => cell.lines.slice(firstLine, endLine)),
  );
  for (const { pieces } of [...lines, footer]) {
    for (const { text, face } of pieces) for (const character of faces[face].missing(text)) missing.add(character);
  }
}
