import type { Printed } from '../../core/printed/printed';
import type { ConvertAnswer, Fonts } from '../messages';
import { breakLines } from './layoutLines';
import { pagesOf, paperOf } from './layoutPages';
import { unitsOf } from './layoutUnits';
import { LetterDocument } from './renderDocument';
import { facesOf } from './renderFace';
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
  const size = footerPoints(printed.house.size);
  for (const [index, page] of pages.entries()) {
    const footer = footerOf(printed.caseNumber, index + 1, pages.length);
    const [line = { pieces: [], width: 0 }] = breakLines([{ text: footer, face: 'regular' }], size, paper.width, faces);
    painter.paint(page, line, size);
  }
  return { kind: 'rendered', bytes: await document.finish(), missing: [...document.missing] };
}

function footerOf(caseNumber: string, page: number, pages: number): string {
  const place = `Page ${page} of ${pages}`;
  return caseNumber === '' ? place : `Case ${caseNumber} · ${place}`;
}
