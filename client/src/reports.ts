import {
  Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';

export interface ReportLine {
  readonly text: string;
  /** What the line is about: it leads there. Lines from 0. */
  readonly place?: { readonly uri: Uri; readonly line: number };
}

const scheme = 'determination-letters-report';

/** Documents to be read and copied from, whose lines lead to what they are about. They last until they are closed. */
export class Reports implements TextDocumentContentProvider, DocumentLinkProvider {
  private readonly reports = new Map<string, Report>();
  private count = 0;
  readonly disposable = Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, this),
    languages.registerDocumentLinkProvider({ scheme }, this),
    workspace.onDidCloseTextDocument(({ uri }) => this.reports.delete(uri.toString())),
  );

  async show(title: string, introduction: readonly string[], lines: readonly ReportLine[]): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${title}.txt`, query: String(++this.count) });
    this.reports.set(uri.toString(), { head: [title, '', ...introduction, ''], lines });
    await window.showTextDocument(uri, { preview: false });
  }

  provideTextDocumentContent(uri: Uri): string {
    const { head, lines } = this.reports.get(uri.toString()) ?? { head: [], lines: [] };
    return [...head, ...lines.map(({ text }) => `- ${text.replace(/\s+/g, ' ')}`), ''].join('\n');
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    const { head, lines } = this.reports.get(uri.toString()) ?? { head: [], lines: [] };
    return lines.flatMap(({ text, place }, index) => {
      if (!place) return [];
      const row = head.length + index;
      return [new DocumentLink(new Range(row, 2, row, 2 + text.replace(/\s+/g, ' ').length), goThere(place))];
    });
  }
}

interface Report {
  readonly head: readonly string[];
  readonly lines: readonly ReportLine[];
}

function goThere({ uri, line }: NonNullable<ReportLine['place']>): Uri {
  const start = { line, character: 0 };
  const args = JSON.stringify([uri.toString(), { start, end: start }]);
  return Uri.parse(`command:determinationLetters.goToPart?${encodeURIComponent(args)}`);
}
