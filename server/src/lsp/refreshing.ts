import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { Burst } from './burst';
import { previewsChanged } from './previewMessages';
import type { Session } from './session';

/** Asks the client to ask again for what it shows of letters: for what changes without the letter being edited. */
export function refreshing({ connection, client, platform, log }: Session): () => void {
  const { languages } = connection;
  const failed = (error: unknown) => log('refreshing', error);
  const burst = new Burst(platform.soon, () => {
    if (client.refreshesSemanticTokens) languages.semanticTokens.refresh().catch(failed);
    if (client.refreshesInlayHints) languages.inlayHint.refresh().catch(failed);
    if (client.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
    if (client.previewCommand !== null) connection.sendNotification(previewsChanged).catch(failed);
  });
  return () => burst.call();
}
