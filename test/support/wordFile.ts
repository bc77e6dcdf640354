import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface WordFileOptions {
  /** Parts beside the document, by their type as relations name it: the inner XML of their root, or their bytes. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Relations that point outside. */
  readonly external?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  /** Files by their names, instead of what would be there. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A Word file with a body, made anew: `<w:p>…</w:p>` and what else a body holds. */
export function wordFile(body: string, options: WordFileOptions = {}): Uint8Array {
  const { parts = {}, external = {}, contentType = `${word}.document.main+xml`, files = {} } = options;
  const relations = [
    ...Object.keys(parts).map(type => `<Relationship Id="${type}" Type="${office}/${type}" Target="${fileOf(type)}"/>`),
    ...Object.entries(external).map(
      ([type, target]) =>
        `<Relationship Id="x${type}" Type="${office}/${type}" Target="${target}" TargetMode="External"/>`,
    ),
  ];
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': relationships(`<Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': relationships(relations.join('')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([type, content]) => [
        `word/${fileOf(type)}`,
        typeof content === 'string' ? `<w:${type} ${namespaces}>${content}</w:${type}>` : content,
      ]),
    ),
    ...files,
  };
  return zipped(all);
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

function fileOf(type: string): string {
  return type === 'vbaProject' ? 'vbaProject.bin' : `${type}.xml`;
}

function relationships(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** A paragraph of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A table of rows of cells, each cell a text or its XML. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc><w:tcPr/>${content.startsWith('<') ? content : p(content)}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map(cells => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Writes a number into the directory entry of each file that a zip holds: `at` as the format counts in the entry. */
export function withEntries(zip: Uint8Array, change: (entry: DataView, name: string) => void): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let at = view.getUint32(bytes.length - 22 + 16, true);
  while (view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    change(new DataView(bytes.buffer, at), name);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
