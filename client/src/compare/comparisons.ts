import {
  Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from 'vscode';
import type { CompareResult } from '../../../server/src/lsp/compareMessages';
import { type ComparisonText, comparisonText } from './comparisonText';

export const comparisonScheme = 'determination-letters-comparison';

/** One of the letters compared. */
export interface Side {
  readonly uri: Uri;
  /** As it is called in the words of the comparison. */
  readonly name: string;
  /** Whether the places found are those of the document of this URI. */
  readonly isOpen: boolean;
}

interface Shown {
  readonly text: ComparisonText;
  readonly before: Side;
  readonly after: Side;
}

/** Documents that tell what letters say differently, to be read only. They last until they are closed. */
export class Comparisons implements TextDocumentContentProvider, DocumentLinkProvider {
  private readonly shown = new Map<string, Shown>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  readonly disposable = Disposable.from(
    this.changed,
    workspace.registerTextDocumentContentProvider(comparisonScheme, this),
    languages.registerDocumentLinkProvider({ scheme: comparisonScheme }, this),
    workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
  );

  /** The document on a comparison; one that is open of the same letters tells the new one. */
  documentOn(before: Side, after: Side, result: CompareResult): Uri {
    const name = `${before.name} ↔ ${after.name}`.replace(/[/\\]+/g, ' ');
    const query = JSON.stringify([before.uri.toString(), after.uri.toString()]);
    const uri = Uri.from({ scheme: comparisonScheme, path: `/${name}.md`, query });
    this.shown.set(uri.toString(), { text: comparisonText(before.name, after.name, result), before, after });
    this.changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.shown.get(uri.toString())?.text.lines.join('\n') ?? '';
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    const shown = this.shown.get(uri.toString());
    if (!shown) return [];
    return shown.text.links.flatMap(({ line, start, end, letter, range }) => {
      const side = shown[letter];
      return side.isOpen ? [new DocumentLink(new Range(line, start, line, end), goThere(side.uri, range))] : [];
    });
  }
}

function goThere(uri: Uri, range: ComparisonText['links'][number]['range']): Uri {
  const args = JSON.stringify([uri.toString(), range]);
  return Uri.parse(`command:determinationLetters.goToPart?${encodeURIComponent(args)}`);
}
