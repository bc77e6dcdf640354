import PDFDocument from 'pdfkit';
import type { Printed } from '../../core/printed/printed';
import type { Paper } from './layoutPages';
import type { FaceName, Faces } from './renderFace';

/** What the types of the library leave out. */
interface Untyped {
  readonly _root: { readonly data: Record<string, unknown> };
  registerFont(name: string, source: Faces[FaceName]['source']): void;
}

/**
 * A document that says of itself its language and its title and nothing else, no program and no time: the same letter
 * is the same file.
 */
export class LetterDocument extends PDFDocument {
  private readonly untyped = this as unknown as Untyped;
  private readonly parts: Uint8Array[] = [];

  constructor({ title, language }: Printed, { size }: Paper, faces: Faces) {
    super({
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      autoFirstPage: false,
      size: [...size],
      margin: 0,
      // The library makes the identifier of the file from these; only the title is kept.
      info: { Title: title, CreationDate: new Date(0) },
      // None of the library's own fonts.
      font: '',
    });
    this.info = { Title: title };
    for (const [name, face] of Object.entries(faces)) this.untyped.registerFont(name, face.source);
    this.on('data', part => this.parts.push(part));
  }

  /** In place of the library's, which tells the time and does not escape what XML reserves. */
  override endMetadata(): void {
    const title = (this.info.Title ?? '').replace(/[^ -~]|[&<>]/gu, character => `&#${character.codePointAt(0)};`);
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.end(
      `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`,
    );
    this.untyped._root.data['Metadata'] = metadata;
  }

  /** Ends the document. Returns the file. */
  async finish(): Promise<Uint8Array> {
    const ended = new Promise(resolve => this.once('end', resolve));
    this.end();
    await ended;
    const bytes = new Uint8Array(this.parts.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const part of this.parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  }
}
