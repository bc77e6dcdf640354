import {
  commands,
  type DataTransfer,
  DataTransferItem,
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { CatalogueEntry } from '../../../server/src/core/services/catalogueTree';
import type { LetterState } from '../letter/letterState';
import type { Catalogue } from './catalogue';
import { entryDetails, entryName } from './words';

/** What a dragged citation is: JSON of a `CitationRef`. */
export const citationMime = 'application/vnd.determination-letters.citation';

/** Milliseconds without a key after which a search begins. */
const pause = 200;

/** The view of the guidelines: all of them, or what a search found. */
export function registerGuidelinesView(
  catalogue: Catalogue,
  state: LetterState,
): { readonly view: TreeView<CatalogueEntry>; readonly disposable: Disposable } {
  const provider = new GuidelineEntries(catalogue, state);
  const view = window.createTreeView('determinationLetters.guidelines', {
    treeDataProvider: provider,
    dragAndDropController: new DragCitations(catalogue),
    showCollapseAll: true,
  });

  const search = (query: string) => {
    provider.search(query);
    view.description = query === '' ? '' : l10n.t('found for "{0}"', query);
    return commands.executeCommand('setContext', 'determinationLetters.guidelinesSearched', query !== '');
  };

  const askQuery = async () => {
    await commands.executeCommand('determinationLetters.guidelines.focus');
    const before = provider.query;
    const query = await typedQuery(before, search);
    await search(query ?? before);
    await commands.executeCommand('determinationLetters.guidelines.focus');
  };

  const disposable = Disposable.from(
    view,
    provider,
    commands.registerCommand('determinationLetters.searchGuidelines', async (query: unknown) => {
      await (typeof query === 'string' ? search(query.trim()) : askQuery());
    }),
    commands.registerCommand('determinationLetters.showAllGuidelines', () => search('')),
  );
  return { view, disposable };
}

/** Asks for words and tells of them as they are typed; undefined if the writer thinks better of it. */
async function typedQuery(before: string, typed: (query: string) => unknown): Promise<string | undefined> {
  const box = window.createInputBox();
  box.title = l10n.t('Search Guidelines');
  box.prompt = l10n.t('The view shows what is found as you type. Enter keeps it, nothing shows all.');
  box.placeholder = l10n.t('Treatment, part of the body, chapter or page');
  box.value = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  box.onDidChangeValue(value => {
    clearTimeout(timer);
    timer = setTimeout(() => typed(value.trim()), pause);
  });
  try {
    return await new Promise<string | undefined>(resolve => {
      box.onDidAccept(() => resolve(box.value.trim()));
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    clearTimeout(timer);
    box.dispose();
  }
}

class GuidelineEntries implements TreeDataProvider<CatalogueEntry>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listener: Disposable;
  private words = '';
  private shownFor: string | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    state: LetterState,
  ) {
    this.listener = state.onDidChange(() => {
      // What is cited how depends on the letter's style and dates, not on every word of it.
      const shownFor = JSON.stringify([
        state.isServed,
        state.document?.uri,
        state.readiness?.profile,
        state.readiness?.style,
      ]);
      if (shownFor === this.shownFor) return;
      this.shownFor = shownFor;
      this.changed.fire();
    });
  }

  get query(): string {
    return this.words;
  }

  search(query: string): void {
    if (query === this.words) return;
    this.words = query;
    this.changed.fire();
  }

  async getChildren(entry?: CatalogueEntry): Promise<CatalogueEntry[]> {
    const found = entry
      ? await this.catalogue.children(entry.citation)
      : await (this.words === '' ? this.catalogue.entries() : this.catalogue.search(this.words));
    return [...found];
  }

  getTreeItem(entry: CatalogueEntry): TreeItem {
    const { Collapsed, None } = TreeItemCollapsibleState;
    const item = new TreeItem(entryName(entry), entry.hasChildren ? Collapsed : None);
    const details = entryDetails(entry);
    const isFound = this.words !== '';
    const shown = isFound && entry.kind === 'section' ? [entry.within, ...details] : details;
    item.id = `${this.words} ${JSON.stringify(entry.citation)}`;
    item.description = shown.join(' · ');
    item.tooltip = [item.label, entry.within, ...details].filter(words => words !== '').join('\n');
    item.iconPath = new ThemeIcon(icons[entry.kind]);
    item.contextValue = 'citation';
    item.accessibilityInformation = { label: [item.label, ...shown].join(', ') };
    return item;
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

const icons = { guideline: 'book', section: 'list-tree', page: 'file' } as const;

class DragCitations implements TreeDragAndDropController<CatalogueEntry> {
  readonly dropMimeTypes: readonly string[] = [];
  readonly dragMimeTypes = [citationMime, 'text/plain'];

  constructor(private readonly catalogue: Catalogue) {}

  async handleDrag([entry]: readonly CatalogueEntry[], transfer: DataTransfer): Promise<void> {
    if (!entry) return;
    transfer.set(citationMime, new DataTransferItem(JSON.stringify(entry.citation)));
    // For places that know no citations.
    const cited = await this.catalogue.cite(entry.citation);
    if (cited) transfer.set('text/plain', new DataTransferItem(cited.text));
  }
}
