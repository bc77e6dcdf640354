import { Uri, workspace } from 'vscode';
import type { Fonts } from '../../../server/src/convert/messages';
import type { House } from '../../../server/src/core/printed/printed';

/** The fonts that the build puts beside the extension, read when a PDF first needs them. */
export class FontFiles {
  private readonly known = new Map<House['font'], Promise<Fonts>>();

  constructor(private readonly extension: Uri) {}

  /** @throws where the extension's own files cannot be read */
  of(font: House['font']): Promise<Fonts> {
    const known = this.known.get(font) ?? this.read(font);
    this.known.set(font, known);
    known.catch(() => this.known.delete(font));
    return known;
  }

  private async read(font: House['font']): Promise<Fonts> {
    const face = (name: string) =>
      workspace.fs.readFile(Uri.joinPath(this.extension, 'dist', 'fonts', `${font}-${name}.ttf`));
    const [regular, bold, italic, boldItalic] = await Promise.all([
      face('regular'),
      face('bold'),
      face('italic'),
      face('boldItalic'),
    ]);
    return { regular, bold, italic, boldItalic };
  }
}
