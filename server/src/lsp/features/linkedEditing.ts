import type { LinkedEditingRangeParams, LinkedEditingRanges, ServerCapabilities } from 'vscode-languageserver';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

export function linkedEditing(session: Session): ServerCapabilities {
  const { connection, configurations, service, log } = session;
  connection.languages.onLinkedEditingRange(
    answered<[LinkedEditingRangeParams, ...unknown[]], LinkedEditingRanges | null>(
      'linked editing',
      log,
      null,
      async params => {
        const { uri } = params.textDocument;
        const open = await openLetter(session, uri);
        if (!open || !configurations.current(uri)?.linkedEditing) return null;
        const { document, setup, letter } = open;
        const places = service.linkedEditing(letter, setup, document.text.offsetAt(params.position));
        if (places.length === 0) return null;
        const ranges = places.map(span => toRange(document.text, span));
        // Whatever else is typed is typed in one place again: a space too, but in a date with words.
        const hasSpaces = /\s/.test(document.text.getText(ranges[0]));
        return { ranges, wordPattern: hasSpaces ? '[A-Za-z\\d/., -]*' : '[A-Za-z\\d/.-]*' };
      },
    ),
  );
  return { linkedEditingRangeProvider: true };
}
