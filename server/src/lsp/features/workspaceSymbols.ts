import {
  type CancellationToken,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { answered } from '../guard';
import type { Session } from '../session';
import { placeRange } from '../workspace/workspaceIndex';

/** Nobody reads through more; who types on finds the rest. */
const maxSymbols = 500;

export function workspaceSymbols({ connection, workspace, log }: Session): ServerCapabilities {
  connection.onWorkspaceSymbol(
    answered<[WorkspaceSymbolParams, CancellationToken, ...unknown[]], SymbolInformation[] | null>(
      'symbols of the workspace',
      log,
      null,
      async ({ query }, token) => {
        const index = await workspace.complete(token);
        return index.find(query, maxSymbols).map(({ kind, name, container, uri, place }) => ({
          name,
          kind: kind === 'letter' ? SymbolKind.File : SymbolKind.Class,
          location: { uri, range: placeRange(place) },
          ...(container === '' ? {} : { containerName: container }),
        }));
      },
    ),
  );
  return { workspaceSymbolProvider: true };
}
