import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/* Files that are no letters, or cannot be read. */

type Draw = (document: PDFKit.PDFDocument) => void;

/** A PDF of what is drawn. */
export function pdfOf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise(resolve => {
    const document = new PDFDocument(options);
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    draw(document);
    document.end();
  });
}

/** As a scanner makes it: a picture of a page, and no text. */
export function scannedPdf(): Promise<Buffer> {
  return pdfOf(document => document.rect(50, 50, 400, 600).fill('#ddd'));
}

export function lockedPdf(): Promise<Buffer> {
  return pdfOf(document => document.text('A letter'), { userPassword: 'secret', pdfVersion: '1.7ext3' });
}

/** A few kilobytes that unpack to gigabytes, as far as the reader goes. */
export function zipBomb(): Uint8Array {
  const part = new Uint8Array(100_000_000);
  return zipSync({ 'word/document.xml': [part, { level: 9 }], '[Content_Types].xml': [part, { level: 9 }] });
}

/** The mark of Word files of before 2007, and the name of what they hold. */
export const oldWord = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  new Uint8Array(1024),
  Buffer.from('WordDocument', 'utf16le'),
  new Uint8Array(1024),
]);
