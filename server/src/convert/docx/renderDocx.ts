import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { House, Printed } from '../../core/printed/printed';
import type { ConvertAnswer } from '../messages';
import { wordBlocks } from './out/blocks';
import { printable } from './out/printable';
import { numbering, pageOf, styles, stylesOf } from './out/styles';

/** The letter as a Word file. The same letter gives the same bytes. */
export async function renderDocx(printed: Printed): Promise<ConvertAnswer> {
  const { house } = printed;
  const footer = footerOf(printed);
  const hasLetterhead = house.letterhead.length > 0;
  const file = new Document({
    title: printed.title,
    styles: stylesOf(printed),
    numbering,
    sections: [
      {
        properties: { page: pageOf(house), titlePage: hasLetterhead },
        ...(hasLetterhead ? { headers: { first: letterheadOf(house) } } : {}),
        footers: hasLetterhead ? { default: footer, first: footer } : { default: footer },
        children: printed.blocks.flatMap(block => wordBlocks(block, house)),
      },
    ],
  });
  const packed = await Packer.pack(file, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: propertiesOf(printed) },
  ]);
  return { kind: 'rendered', bytes: withoutClock(packed), missing: [] };
}

/** At the head of the first page, where Word keeps what is not the letter itself. */
function letterheadOf(house: House): Header {
  const lines = house.letterhead.map(
    (line, index) =>
      new Paragraph({
        style: styles.letterhead,
        children: [new TextRun({ text: printable(line), bold: index === 0 })],
      }),
  );
  // The gap between it and the letter.
  return new Header({ children: [...lines, new Paragraph({ style: styles.letterhead })] });
}

/** The same words as in the PDF file. */
function footerOf({ caseNumber }: Printed): Footer {
  const of = caseNumber === '' ? '' : `Case ${printable(caseNumber)} \u00b7 `;
  const children = [`${of}Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ style: 'Footer', alignment: AlignmentType.CENTER, children: [new TextRun({ children })] }),
    ],
  });
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What the file says of itself: what the letter is called and its language; nobody, no day and no place. */
function propertiesOf({ title, language }: Printed): string {
  const text = (value: string) => printable(value).replace(/[&<>]/g, c => escapes[c] ?? c);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text(title)}</dc:title><dc:language>${text(language)}</dc:language></cp:coreProperties>`;
}

/** Packs anew, the list of types first and with one date for every entry: the library writes the time of day. */
function withoutClock(packed: Uint8Array): Uint8Array {
  // The parts of the date as they are read here, so that the zone of the machine makes no difference.
  const mtime = new Date(1980, 0, 1);
  const entries = Object.entries(unzipSync(packed)).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { mtime });
}
