import type { Hover, HoverParams, ServerCapabilities } from 'vscode-languageserver';
import type { HoverCard } from '../../core/services/hover';
import { toRange } from '../convert';
import { answered } from '../guard';
import { renderCards } from '../markup';
import { shownFindings } from '../reports';
import { openLetter, type Session } from '../session';

export function hover(session: Session): ServerCapabilities {
  const { connection, client, service, quiet, log, rulePages } = session;
  connection.onHover(
    answered<[HoverParams, ...unknown[]], Hover | null>('hover', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const { document, setup, letter } = open;
      const findings = shownFindings(document, setup, quiet.lineOf(document.uri));
      const all = service.hover(letter, setup, findings, document.text.offsetAt(params.position));
      const cards = client.showsDiagnosticsInHover ? all.map(withoutMessage) : all;
      const [first] = cards;
      if (!first) return null;
      const contents = renderCards(cards, client.markdownHover, rulePages);
      return { contents, range: toRange(document.text, first.span) };
    }),
  );
  return { hoverProvider: true };
}

/** Of a finding only what its diagnostic does not say. */
function withoutMessage(card: HoverCard): HoverCard {
  return card.kind === 'finding' ? { ...card, paragraphs: card.paragraphs.slice(0, -1) } : card;
}
