import PDFDocument from 'pdfkit';
import type { ConvertAnswer, Extracted } from '../../../server/src/convert/messages';
import { extractPdf } from '../../../server/src/convert/pdf/extractPdf';

type Options = NonNullable<ConstructorParameters<typeof PDFDocument>[0]>;

/** A PDF file that `draw` draws; its first page is there. */
export function pdfOf(draw: (document: PDFKit.PDFDocument) => void, options: Options = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'LETTER', margin: 72, ...options });
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    draw(document);
    document.end();
  });
}

/** Lines of text as they are, 14 points from each other; an empty one leaves a line out. */
export function drawLines(document: PDFKit.PDFDocument, lines: readonly string[], left = 72, top = 100): void {
  for (const [index, line] of lines.entries()) {
    if (line !== '') document.fontSize(12).text(line, left, top + index * 14, { lineBreak: false });
  }
}

export function extractedOf(answer: ConvertAnswer): Extracted {
  if (answer.kind !== 'extracted') throw new Error(`Not extracted: ${JSON.stringify(answer)}`);
  return answer.extracted;
}

/** What is extracted from a file that `draw` draws. */
export async function extractDrawn(draw: (document: PDFKit.PDFDocument) => void, options: Options = {}) {
  return extractedOf(await extractPdf(await pdfOf(draw, options)));
}
