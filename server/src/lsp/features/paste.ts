import { toSpan } from '../convert';
import { answered } from '../guard';
import { type CleanPasteResult, cleanPasteRequest, readCleanPaste } from '../pasteMessages';
import { openLetter, type Session } from '../session';

/** Longer text is inserted as it is: to clean it up would keep the writer waiting. UTF-16 units. */
const longest = 1_000_000;

/** What is pasted as text of a PDF or a page of the web arrives as markup. */
export function paste(session: Session): void {
  const { connection, service, log } = session;
  const asItIs: CleanPasteResult = { text: null };
  connection.onRequest(
    cleanPasteRequest,
    answered<[unknown, ...unknown[]], CleanPasteResult>('paste', log, asItIs, async value => {
      const params = readCleanPaste(value);
      if (!params || params.text.length > longest) return asItIs;
      const open = await openLetter(session, params.uri);
      if (!open) return asItIs;
      const { document, setup, letter } = open;
      return { text: service.cleanPaste(letter, setup, toSpan(document.text, params.range), params.text) };
    }),
  );
}
