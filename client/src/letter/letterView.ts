import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { LackResult, ReadinessPartResult, ReadinessResult } from '../../../server/src/lsp/viewMessages';
import type { LetterState } from './letterState';
import {
  daysLeftWords,
  deadlineSource,
  deadlineWords,
  itemsComplete,
  lackWords,
  partName,
  partState,
  problemCounts,
} from './words';

type Entry =
  | { readonly kind: 'deadline'; readonly deadline: NonNullable<ReadinessResult['deadline']> }
  | { readonly kind: 'problems'; readonly problems: ReadinessResult['problems'] }
  | { readonly kind: 'part'; readonly part: ReadinessPartResult; readonly id: string }
  | { readonly kind: 'lack'; readonly lack: LackResult; readonly of: string; readonly id: string };

/** The view that shows how far the letter is. */
export function registerLetterView(state: LetterState): Disposable {
  const provider = new LetterEntries(state);
  const view = window.createTreeView('determinationLetters.letter', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const tell = () => {
    const { readiness } = state;
    view.description = readiness ? itemsComplete(readiness.items) : '';
  };
  return Disposable.from(view, provider, state.onDidChange(tell));
}

class LetterEntries implements TreeDataProvider<Entry>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listener: Disposable;

  constructor(private readonly state: LetterState) {
    this.listener = state.onDidChange(() => this.changed.fire());
  }

  getChildren(entry?: Entry): Entry[] {
    if (entry?.kind === 'part') return partEntries(entry.part, entry.id);
    const { readiness } = this.state;
    if (entry || !readiness) return [];
    const { deadline, problems, parts } = readiness;
    return [
      ...(deadline ? [{ kind: 'deadline', deadline } as const] : []),
      { kind: 'problems', problems },
      ...parts.map((part, index) => ({ kind: 'part', part, id: `${part.kind} ${index}` }) as const),
    ];
  }

  getTreeItem(entry: Entry): TreeItem {
    if (entry.kind === 'deadline') return deadlineItem(entry.deadline, goTo(this.state, entry.deadline.range));
    if (entry.kind === 'problems') return problemsItem(entry.problems);
    const at = goTo(this.state, entry.kind === 'part' ? entry.part.range : entry.lack.range);
    return entry.kind === 'part' ? partItem(entry.part, entry.id, at) : lackItem(entry.lack, entry.of, entry.id, at);
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

function partEntries(part: ReadinessPartResult, id: string): Entry[] {
  const lacks = part.isMissing ? [] : part.lacks;
  const of = partName(part);
  return [
    ...lacks.map((lack, index) => ({ kind: 'lack', lack, of, id: `${id} lack ${index}` }) as const),
    ...part.children.map(
      (child, index) => ({ kind: 'part', part: child, id: `${id} ${child.kind} ${index}` }) as const,
    ),
  ];
}

function goTo({ document }: LetterState, range: LackResult['range']) {
  const title = l10n.t('Go There');
  return { command: 'determinationLetters.goToPart', title, arguments: [document?.uri.toString(), range] };
}

function deadlineItem(deadline: NonNullable<ReadinessResult['deadline']>, command: ReturnType<typeof goTo>): TreeItem {
  const item = new TreeItem(deadlineWords(deadline));
  item.id = 'deadline';
  item.description = daysLeftWords(deadline);
  item.iconPath = new ThemeIcon(deadline.daysLeft < 0 ? 'warning' : 'calendar');
  item.tooltip = deadlineSource(deadline);
  item.command = command;
  return spoken(item);
}

function problemsItem(problems: ReadinessResult['problems']): TreeItem {
  const counts = problemCounts(problems);
  const item = new TreeItem(counts === '' ? l10n.t('No problems') : counts);
  item.id = 'problems';
  item.iconPath = new ThemeIcon(
    problems.error > 0 ? 'error' : problems.warning > 0 ? 'warning' : counts === '' ? 'pass' : 'info',
  );
  item.tooltip = l10n.t('What the checks found in the whole letter');
  item.command = { command: 'workbench.actions.view.problems', title: l10n.t('Show Problems') };
  return spoken(item);
}

function partItem(part: ReadinessPartResult, id: string, command: ReturnType<typeof goTo>): TreeItem {
  const hasChildren = partEntries(part, id).length > 0;
  const { Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(partName(part), hasChildren ? Expanded : None);
  item.id = id;
  item.description = [part.decision, partState(part)].filter(words => words !== '').join(' · ');
  item.iconPath = new ThemeIcon(iconOf(part));
  item.tooltip = `${partName(part)}\n${item.description}`;
  item.command = command;
  return spoken(item);
}

function iconOf({ isComplete, isMissing, problems }: ReadinessPartResult): string {
  if (isMissing) return 'circle-slash';
  if (problems.error > 0) return 'error';
  return isComplete ? 'pass' : 'circle-large-outline';
}

function lackItem(lack: LackResult, of: string, id: string, command: ReturnType<typeof goTo>): TreeItem {
  const item = new TreeItem(lackWords(lack));
  item.id = id;
  item.iconPath = new ThemeIcon('edit');
  item.tooltip = `${of}: ${lackWords(lack)}`;
  item.command = command;
  return spoken(item);
}

/** A screen reader says what the icon and the faint words show. */
function spoken(item: TreeItem): TreeItem {
  const words = [item.label, item.description].filter(part => typeof part === 'string' && part !== '');
  item.accessibilityInformation = { label: words.join(', ') };
  return item;
}
