import { l10n, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';
import type { CatalogueEntry } from '../../../server/src/core/services/catalogueTree';
import type { CitationRef } from '../../../server/src/core/services/citationText';
import type { Catalogue } from './catalogue';
import { entryDetails, entryName } from './words';

/** Milliseconds without a key after which a search begins. */
const pause = 150;

interface CitationItem extends QuickPickItem {
  readonly entry: CatalogueEntry;
  /** Cites the guideline itself, though it has sections to choose from. */
  readonly isWhole: boolean;
}

/** Asks what to cite: by search, or from guideline to section. Undefined if the writer thinks better of it. */
export async function pickCitation(catalogue: Catalogue): Promise<CitationRef | undefined> {
  const pick = window.createQuickPick<CitationItem>();
  pick.title = l10n.t('Insert Citation');
  pick.placeholder = l10n.t('Treatment, part of the body, chapter or page');
  pick.matchOnDescription = true;
  try {
    return await new Promise<CitationRef | undefined>(resolve => {
      const shown = new Shown(pick, catalogue);
      pick.onDidChangeValue(value => shown.typed(value.trim()));
      pick.onDidTriggerButton(() => shown.all());
      pick.onDidHide(() => resolve(undefined));
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (!item) return;
        if (item.entry.hasChildren && !item.isWhole) shown.open(item.entry);
        else resolve(item.entry.citation);
      });
      pick.show();
      shown.all();
    });
  } finally {
    pick.dispose();
  }
}

/** What the list shows; what was asked for last counts. */
class Shown {
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The entries of one guideline are shown: the editor itself finds among them. */
  private isOpened = false;

  constructor(
    private readonly pick: QuickPick<CitationItem>,
    private readonly catalogue: Catalogue,
  ) {}

  all(): void {
    this.isOpened = false;
    this.pick.buttons = [];
    this.fill(this.catalogue.entries(), []);
  }

  typed(query: string): void {
    clearTimeout(this.timer);
    if (this.isOpened) return;
    if (query === '') this.all();
    else this.timer = setTimeout(() => this.fill(this.catalogue.search(query), []), pause);
  }

  /** The sections of a guideline, or the pages of a section, below what they belong to. */
  open(entry: CatalogueEntry): void {
    clearTimeout(this.timer);
    this.isOpened = true;
    this.pick.buttons = [QuickInputButtons.Back];
    this.pick.value = '';
    const whole = { ...toItem(entry), isWhole: true, detail: l10n.t('Cites it as a whole') };
    this.fill(this.catalogue.children(entry.citation), [whole]);
  }

  private async fill(asked: Promise<readonly CatalogueEntry[]>, first: readonly CitationItem[]): Promise<void> {
    const turn = ++this.turn;
    this.pick.busy = true;
    const entries = await asked;
    if (turn !== this.turn) return;
    const items = [...first, ...entries.map(toItem)];
    this.pick.items = this.isOpened ? items.map(item => ({ ...item, alwaysShow: false })) : items;
    this.pick.busy = false;
  }
}

function toItem(entry: CatalogueEntry): CitationItem {
  const details = entryDetails(entry);
  const description = [entry.within, ...details].filter(words => words !== '').join(' · ');
  // The server has searched: the list must not leave out what it found by other words.
  return { label: entryName(entry), description, alwaysShow: true, entry, isWhole: false };
}
