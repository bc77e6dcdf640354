import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Asks the server; null where it does not run or cannot answer, which is logged. */
export async function ask<R>(client: BaseLanguageClient, method: string, params: object): Promise<R | null> {
  // One that could not start is not started by a question.
  if (client.needsStart() || client.state === State.StartFailed) return null;
  try {
    await client.start();
    return await client.sendRequest<R>(method, params);
  } catch (error) {
    client.error(method, error, false);
    return null;
  }
}
