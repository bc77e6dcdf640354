import type { CodeLens, CodeLensParams, Command, Location, ServerCapabilities } from 'vscode-languageserver';
import { isSameUri } from '../../core/config/uris';
import { citedElsewhere } from '../../core/services/codeLenses/citations';
import type { Lens, LensGuideline } from '../../core/services/codeLenses/lens';
import { toRange } from '../convert';
import { answered } from '../guard';
import { isObject } from '../messages';
import { type OpenLetter, openLetter, type Session } from '../session';
import { placeRange } from '../workspace/workspaceIndex';

/** What a lens about a citation carries until it is shown. */
interface LensData extends LensGuideline {
  readonly uri: string;
}

export function codeLenses(session: Session): ServerCapabilities {
  const { connection, client, configurations, service, workspace, log } = session;

  connection.onCodeLens(
    answered<[CodeLensParams, ...unknown[]], CodeLens[] | null>('code lenses', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      const shows = configurations.current(params.textDocument.uri)?.display.codeLenses;
      if (!open || !shows) return null;
      const { document, letter, setup } = open;
      const opened = { ...shows, preview: shows.preview && client.previewCommand !== null };
      const lenses = service.codeLenses(letter, setup, document.findings(setup), opened);
      return lenses.map(lens => toCodeLens(session, open, lens));
    }),
  );

  connection.onCodeLensResolve(async (lens, token) => {
    const plain: CodeLens = { ...lens, command: lens.command ?? { title: '', command: '' } };
    const resolve = answered<[], CodeLens>('code lenses', log, plain, async () => {
      const data = readData(lens.data);
      if (!data) return plain;
      const index = await workspace.complete(token);
      const places = index.citing(data.id).filter(({ uri }) => !isSameUri(uri, data.uri));
      const title = citedElsewhere(data, new Set(places.map(({ uri }) => uri)).size);
      const locations = places.map(({ uri, place }): Location => ({ uri, range: placeRange(place) }));
      return { ...lens, command: showPlaces(session, title, data.uri, lens, locations) };
    });
    return resolve();
  });

  return { codeLensProvider: { resolveProvider: true } };
}

function toCodeLens({ client }: Session, { document }: OpenLetter, lens: Lens): CodeLens {
  const { uri, text } = document;
  const { span, target, guideline } = lens;
  const range = toRange(text, span);
  if (guideline) {
    const data: LensData = { uri, ...guideline };
    return { range, data };
  }
  if (lens.kind === 'preview') {
    return { range, command: { title: lens.text, command: client.previewCommand ?? '', arguments: [uri] } };
  }
  const command = target && client.showPlaceCommand;
  if (!command) return { range, command: plainText(lens.text) };
  return { range, command: { title: lens.text, command, arguments: [uri, toRange(text, target)] } };
}

function showPlaces({ client }: Session, title: string, uri: string, lens: CodeLens, places: Location[]): Command {
  const command = client.showPlacesCommand;
  if (command === null || places.length === 0) return plainText(title);
  return { title, command, arguments: [uri, lens.range.start, places] };
}

/** A command without a name: words to read. */
function plainText(title: string): Command {
  return { title, command: '' };
}

function readData(value: unknown): LensData | null {
  if (!isObject(value)) return null;
  const { uri, id, name } = value as Readonly<Record<keyof LensData, unknown>>;
  return typeof uri === 'string' && typeof id === 'string' && typeof name === 'string' ? { uri, id, name } : null;
}
