import { type ImportResult, importRequest, readImport } from '../convertMessages';
import { answered } from '../guard';
import type { Session } from '../session';

/** Makes letters of the text of files that are no letters yet. */
export function importing({ connection, configurations, builtIn, service, log }: Session): void {
  connection.onRequest(
    importRequest,
    answered<[unknown, ...unknown[]], ImportResult | null>('import', log, null, async value => {
      const params = readImport(value);
      if (!params) return null;
      const { setup } = await configurations.at(params.uri);
      const { profiles } = await builtIn();
      const { edits: _, ...letter } = service.withBeside(
        service.importLetter(params.text, setup, profiles),
        params.beside,
        setup.profile.profile.house.letterhead,
      );
      return letter;
    }),
  );
}
