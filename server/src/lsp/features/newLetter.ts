import { answered } from '../guard';
import type { Session } from '../session';
import {
  type HeaderValueResult,
  headerValueRequest,
  type NewLetterFormResult,
  type NewLetterResult,
  newLetterFormRequest,
  newLetterRequest,
  readHeaderValue,
  readNewLetter,
  readUri,
} from '../viewMessages';

/** What to ask for a new letter, whether an answer can stand, and the letter. */
export function newLetter({ connection, configurations, service, log }: Session): void {
  const setupAt = async (uri: string) => (await configurations.at(uri)).setup;

  connection.onRequest(
    newLetterFormRequest,
    answered<[unknown, ...unknown[]], NewLetterFormResult | null>('new letter', log, null, async value => {
      const uri = readUri(value);
      return uri === null ? null : service.newLetterForm(await setupAt(uri));
    }),
  );

  connection.onRequest(
    headerValueRequest,
    answered<[unknown, ...unknown[]], HeaderValueResult | null>('new letter', log, null, async value => {
      const params = readHeaderValue(value);
      return params && service.checkHeaderValue(await setupAt(params.uri), params.values, params.label);
    }),
  );

  connection.onRequest(
    newLetterRequest,
    answered<[unknown, ...unknown[]], NewLetterResult | null>('new letter', log, null, async value => {
      const params = readNewLetter(value);
      return params && { text: service.newLetter(await setupAt(params.uri), params.values, params.services) };
    }),
  );
}
