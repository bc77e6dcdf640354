import type { Letter } from '../../core/language/letter';
import { blockHtml } from '../../core/printed/html';
import type { PrintedBlock } from '../../core/printed/printed';
import { printedFrame, printedParts } from '../../core/printed/printLetter';
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
  const { connection, log } = session;
  const sent = new WeakMap<LetterDocument, Sent>();
  let ids = 0;

  connection.onRequest(
    previewRequest,
    answered<[unknown, ...unknown[]], PreviewResult | null>('preview', log, null, async value => {
      const params = readPreview(value);
      const open = params && (await openLetter(session, params.uri));
      if (!open) return null;
      const { document, letter, setup } = open;
      const last = sent.get(document);
      const known = last?.id === params.previousResultId ? last : undefined;
      const state = stateOf(letter, document.text);
      const resultId = String(++ids);
      sent.set(document, { id: resultId, ...state });
      return {
        resultId,
        version: document.version,
        ...printedFrame(letter, setup),
        ...previewChange(known ?? null, state),
      };
    }),
  );
}

function stateOf(letter: Letter, text: ClientText): PreviewState {
  const lineAt = (offset: number) => text.positionAt(offset).line;
  const blocks = printedParts(letter).flatMap(({ start, blocks }) =>
    blocks.map(block => {
      const { span } = block;
      const last = Math.max(span.start, span.end - 1);
      return { html: htmlOf(block), first: lineAt(start + span.start), last: lineAt(start + last) };
    }),
  );
  return { blocks, lines: text.lineCount };
}

/** Of the blocks of a part that no edit touched, which are the same ones, it is made once. */
const made = new WeakMap<PrintedBlock, string>();

function htmlOf(block: PrintedBlock): string {
  const html = made.get(block) ?? blockHtml(block);
  made.set(block, html);
  return html;
}
