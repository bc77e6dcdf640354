import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { HoverCard } from '../core/services/hover';
import { foldSpaces } from '../core/text/words';
import { t } from '../core/words/translate';
import { rulePage } from './convert';

/** Cards as a client can show them. `rulePages` is the folder with the pages of the rules, if it is known. */
export function renderCards(cards: readonly HoverCard[], markdown: boolean, rulePages: string | null): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: cards.map(card => markdownCard(card, rulePages)).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: cards.map(plainCard).join('\n\n') };
}

function markdownCard({ title, facts, paragraphs, rule }: HoverCard, rulePages: string | null): string {
  const page = rule !== null && rulePages !== null ? ` · [${t('What to do')}](${rulePage(rulePages, rule)})` : '';
  const list = facts.map(({ name, text }) => `- **${escaped(name)}:** ${escaped(text)}`).join('\n');
  return [`**${escaped(title)}**${page}`, ...paragraphs.map(escaped), list].filter(part => part !== '').join('\n\n');
}

function plainCard({ title, facts, paragraphs }: HoverCard): string {
  return [title, ...paragraphs, ...facts.map(({ name, text }) => `${name}: ${text}`)].join('\n');
}

/** Shows the text as it is, whatever a catalogue holds; addresses stay links. */
function escaped(text: string): string {
  return foldSpaces(text).replace(/https?:\/\/[^\s<>()[\]]+|[\\`*_[\]<>#|~&]/g, found =>
    found.length > 1 ? found : `\\${found}`,
  );
}
