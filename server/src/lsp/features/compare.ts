import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Change, ChangeGroup, PartPlace, Said } from '../../core/compare/comparison';
import type { Letter } from '../../core/language/letter';
import type { Setup } from '../../core/setup';
import { ClientText } from '../clientText';
import {
  type ChangeGroupResult,
  type ChangeResult,
  type ComparedLetter,
  type CompareResult,
  compareRequest,
  type PartPlaceResult,
  readCompare,
  type SaidResult,
} from '../compareMessages';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

/** What two letters, open or given, say differently. */
export function compare(session: Session): void {
  const { connection, service, log } = session;
  connection.onRequest(
    compareRequest,
    answered<[unknown, CancellationToken], CompareResult | null>('comparing', log, null, async (value, token) => {
      const params = readCompare(value);
      const before = params && (await readLetter(session, params.before));
      stopIfCancelled(token);
      const after = params && (await readLetter(session, params.after));
      stopIfCancelled(token);
      if (!before || !after) return null;
      const { groups } = service.compare(before.letter, after.letter, after.setup);
      return { groups: groups.map(group => toGroup(group, before.text, after.text)) };
    }),
  );
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Nobody waits for it.');
}

interface ReadLetter {
  readonly text: ClientText;
  readonly letter: Letter;
  readonly setup: Setup;
}

/** A text that is given is read as a letter there would be. */
async function readLetter(session: Session, { uri, text }: ComparedLetter): Promise<ReadLetter | null> {
  if (text === undefined) {
    const open = await openLetter(session, uri);
    return open && { text: open.document.text, letter: open.letter, setup: open.setup };
  }
  const { setup } = await session.configurations.at(uri);
  const given = ClientText.create(uri, 'determination-letter', 0, text, session.client.encoding);
  return { text: given, letter: session.service.parse(text, setup), setup };
}

function toGroup({ before, after, changes, ...rest }: ChangeGroup, was: ClientText, is: ClientText): ChangeGroupResult {
  return {
    ...rest,
    before: before && toPlace(before, was),
    after: after && toPlace(after, is),
    changes: changes.map(change => toChange(change, was, is)),
  };
}

function toChange({ before, after, ...rest }: Change, was: ClientText, is: ClientText): ChangeResult {
  return { ...rest, before: before && toSaid(before, was), after: after && toSaid(after, is) };
}

function toPlace({ index, span }: PartPlace, text: ClientText): PartPlaceResult {
  return { index, range: toRange(text, span) };
}

function toSaid({ text: words, span }: Said, text: ClientText): SaidResult {
  return { text: words, range: toRange(text, span) };
}
