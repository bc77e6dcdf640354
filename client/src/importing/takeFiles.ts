import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Position,
  type Range,
  type TextDocument,
  Uri,
} from 'vscode';
import type { Dialogs } from '../dialogs';
import { fileName } from '../exporting/names';
import { languageId } from '../letters';
import { type Importer, isImportable, type SourceFile } from './importer';

const uriListMime = 'text/uri-list';
const mimeTypes = [uriListMime, 'files'];

/** A file that is dropped on an empty letter, or pasted into it, is imported there. */
export function registerTakeFiles(importer: Importer, dialogs: Pick<Dialogs, 'tell'>): Disposable {
  const taking = new TakeFiles(importer, dialogs);
  const letters = { language: languageId };
  const disposables: Disposable[] = [];
  if (typeof languages.registerDocumentDropEditProvider === 'function') {
    const drops = { dropMimeTypes: mimeTypes, providedDropEditKinds: [kind()] };
    disposables.push(languages.registerDocumentDropEditProvider(letters, taking, drops));
  }
  if (typeof languages.registerDocumentPasteEditProvider === 'function') {
    const pastes = { pasteMimeTypes: mimeTypes, providedPasteEditKinds: [kind()] };
    disposables.push(languages.registerDocumentPasteEditProvider(letters, taking, pastes));
  }
  return Disposable.from(...disposables);
}

function kind(): DocumentDropOrPasteEditKind {
  return DocumentDropOrPasteEditKind.Text.append('determinationLetter', 'import');
}

class TakeFiles implements DocumentDropEditProvider, DocumentPasteEditProvider {
  constructor(
    private readonly importer: Importer,
    private readonly dialogs: Pick<Dialogs, 'tell'>,
  ) {}

  async provideDocumentDropEdits(
    document: TextDocument,
    _position: Position,
    transfer: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const text = await this.imported(document, transfer, token);
    return text === null ? undefined : new DocumentDropEdit(text, title(), kind());
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    _ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const text = await this.imported(document, transfer, token);
    return text === null ? undefined : [new DocumentPasteEdit(text, title(), kind())];
  }

  /** Null where there is nothing to import: the editor then does what it always does. */
  private async imported(document: TextDocument, transfer: DataTransfer, token: CancellationToken) {
    if (document.getText().trim() !== '') return null;
    const file = await fileIn(transfer, document.uri);
    if (!file || !isImportable(file.name) || token.isCancellationRequested) return null;
    const letter = await this.importer.read(file, token);
    if (typeof letter !== 'string') return letter.text;
    this.dialogs.tell('error', letter);
    return null;
  }
}

function title(): string {
  return l10n.t('Import as letter text');
}

/** The one file of what is dropped or pasted. */
async function fileIn(transfer: DataTransfer, letter: Uri): Promise<SourceFile | null> {
  const files = [...transfer].flatMap(([, item]) => item.asFile() ?? []);
  const [file] = files;
  if (file && files.length === 1) return { name: file.name, uri: file.uri ?? letter, bytes: await file.data() };
  const listed = (await transfer.get(uriListMime)?.asString()) ?? '';
  const uris = listed.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  const [uri] = uris;
  if (uri === undefined || uris.length !== 1) return null;
  const parsed = Uri.parse(uri);
  return { name: fileName(parsed), uri: parsed };
}
