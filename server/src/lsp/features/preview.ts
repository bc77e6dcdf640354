import { blockHtml } from '../../core/printed/html';
import type { Printed } from '../../core/printed/printed';
import type { ClientText } from '../clientText';
import { answered } from '../guard';
import type { LetterDocument } from '../letterDocument';
import { type PreviewState, previewChange } from '../previewChange';
import { type PreviewResult, previewRequest, readPreview } from '../previewMessages';
import { openLetter, type Session } from '../session';

/** The answer that was given last of a letter. */
interface Sent extends PreviewState {
  readonly id: string;
}

/** The letter as it will be sent: what has changed of it since the client asked last. */
export function preview(session: Session): void {
  const { connection, service, log } = session;
  const sent = new WeakMap<LetterDocument, Sent>();
  let ids = 0;

  connection.onRequest(
    previewRequest,
    answered<[unknown, ...unknown[]], PreviewResult | null>('preview', log, null, async value => {
      const params = readPreview(value);
      const open = params && (await openLetter(session, params.uri));
      if (!open) return null;
      const { document, letter, setup } = open;
      const printed = service.print(letter, setup);
      const last = sent.get(document);
      const known = last?.id === params.previousResultId ? last : undefined;
      const state = stateOf(printed, document.text);
      const resultId = String(++ids);
      sent.set(document, { id: resultId, ...state });
      const { house, language, title, caseNumber } = printed;
      return {
        resultId,
        version: document.version,
        house,
        language,
        title,
        caseNumber,
        ...previewChange(known ?? null, state),
      };
    }),
  );
}

function stateOf({ blocks }: Printed, text: ClientText): PreviewState {
  const lineAt = (offset: number) => text.positionAt(offset).line;
  return {
    blocks: blocks.map(block => {
      const { start, end } = block.span;
      return { html: blockHtml(block), first: lineAt(start), last: lineAt(Math.max(start, end - 1)) };
    }),
    lines: text.lineCount,
  };
}
