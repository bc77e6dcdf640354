import type { ServerCapabilities, SignatureHelp, SignatureHelpParams } from 'vscode-languageserver';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

/** Behind each of these another part of a citation may begin. */
const triggers = [' ', ',', ':'];

export function signatureHelp(session: Session): ServerCapabilities {
  const { connection, client, service, log } = session;
  connection.onSignatureHelp(
    answered<[SignatureHelpParams, ...unknown[]], SignatureHelp | null>('signature help', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const { document, letter, setup } = open;
      const help = service.signatureHelp(letter, setup, document.text.offsetAt(params.position));
      if (!help) return null;
      return {
        activeSignature: help.active,
        activeParameter: help.activePart,
        signatures: help.signatures.map(({ label, documentation, parts }) => ({
          label,
          documentation,
          parameters: parts.map(part => {
            const { start, end } = part.span;
            const place = client.signatureLabelOffsets ? ([start, end] as [number, number]) : label.slice(start, end);
            return { label: place, documentation: part.documentation };
          }),
        })),
      };
    }),
  );
  return { signatureHelpProvider: { triggerCharacters: triggers, retriggerCharacters: triggers } };
}
