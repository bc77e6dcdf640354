import type { CancellationToken, Location, ReferenceParams, ServerCapabilities } from 'vscode-languageserver';
import { uriKey } from '../../core/config/uris';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';
import { placeRange } from '../workspace/workspaceIndex';

/** More than these nobody reads through. */
const maxOthers = 5000;

export function references(session: Session): ServerCapabilities {
  const { connection, service, workspace, log } = session;
  connection.onReferences(
    answered<[ReferenceParams, CancellationToken, ...unknown[]], Location[] | null>(
      'references',
      log,
      null,
      async ({ textDocument, position, context }, token) => {
        const { uri } = textDocument;
        const open = await openLetter(session, uri);
        if (!open) return null;
        const { document, setup, letter } = open;
        const found = service.references(letter, setup, document.text.offsetAt(position));
        if (!found) return null;
        const own = found.places
          .filter(({ states }) => context.includeDeclaration || !states)
          .map(({ span }) => ({ uri, range: toRange(document.text, span) }));
        if (!found.guideline) return own;
        const index = await workspace.complete(token);
        const key = uriKey(uri);
        const others = index.citing(found.guideline.id).filter(other => uriKey(other.uri) !== key);
        return [
          ...own,
          ...others.slice(0, maxOthers).map(other => ({ uri: other.uri, range: placeRange(other.place) })),
        ];
      },
    ),
  );
  return { referencesProvider: true };
}
