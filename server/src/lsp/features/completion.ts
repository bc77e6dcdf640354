import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Letter } from '../../core/language/letter';
import type { Proposal, ProposalKind } from '../../core/services/completion/proposal';
import type { Setup } from '../../core/setup';
import { t } from '../../core/words/translate';
import { toTextEdit } from '../convert';
import { answered } from '../guard';
import { renderCards } from '../markup';
import { openLetter, type Session } from '../session';

const kinds: Readonly<Record<ProposalKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  decision: CompletionItemKind.EnumMember,
  form: CompletionItemKind.Keyword,
  citation: CompletionItemKind.Reference,
  reference: CompletionItemKind.Value,
  source: CompletionItemKind.Reference,
  credential: CompletionItemKind.EnumMember,
  sentence: CompletionItemKind.Text,
  value: CompletionItemKind.EnumMember,
};

/** These end where the next completion begins. */
const leadOn: ReadonlySet<ProposalKind> = new Set(['field', 'form']);

/** The list last shown: what is looked at in it is described when the client asks. */
interface Shown {
  readonly id: number;
  readonly items: readonly Proposal[];
  readonly letter: Letter;
  readonly setup: Setup;
}

export function completion(session: Session): ServerCapabilities {
  const { connection, client, service, log, rulePages } = session;
  const none: CompletionList = { isIncomplete: false, items: [] };
  let shown: Shown | null = null;

  connection.onCompletion(
    answered<[CompletionParams, ...unknown[]], CompletionList>('completion', log, none, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return none;
      const { document, setup, letter } = open;
      const { items, incomplete } = service.complete(letter, setup, document.text.offsetAt(params.position));
      const id = (shown?.id ?? 0) + 1;
      shown = { id, items, letter, setup };
      const item = (proposal: Proposal, index: number): CompletionItem => ({
        ...itemOf(proposal, client.completionLabelDetails),
        sortText: String(index).padStart(4, '0'),
        textEdit: toTextEdit(document.text, proposal),
        data: { list: id, index },
        ...(client.suggestCommand !== null && leadOn.has(proposal.kind)
          ? { command: { title: t('Suggest'), command: client.suggestCommand } }
          : {}),
      });
      return { isIncomplete: incomplete, items: items.map(item) };
    }),
  );

  connection.onCompletionResolve(
    answered<[CompletionItem, ...unknown[]], CompletionItem>('completion', log, { label: '' }, async item => {
      const { list, index } = (item.data ?? {}) as { readonly list?: unknown; readonly index?: unknown };
      if (!shown || list !== shown.id || typeof index !== 'number') return item;
      const proposal = shown.items[index];
      const card = proposal && service.describe(proposal, shown.letter, shown.setup);
      return card ? { ...item, documentation: renderCards([card], client.markdownCompletion, rulePages) } : item;
    }),
  );

  return { completionProvider: { resolveProvider: true, triggerCharacters: [':', ' ', '#', ','] } };
}

function itemOf({ kind, label, labelDetail, description, filter }: Proposal, details: boolean): CompletionItem {
  const made: CompletionItem = { label, kind: kinds[kind], filterText: filter ?? label };
  if (details) {
    made.labelDetails = {
      ...(labelDetail ? { detail: labelDetail } : {}),
      ...(description ? { description } : {}),
    };
  } else {
    made.label = label + (labelDetail ?? '');
    if (description) made.detail = description;
  }
  return made;
}
