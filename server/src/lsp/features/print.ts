import type { Letter } from '../../core/language/letter';
import { printedHtml } from '../../core/printed/document';
import { postedText } from '../../core/printed/posted';
import type { Policy } from '../../core/privacy/policy';
import type { Finding } from '../../core/rules/rule';
import type { Setup } from '../../core/setup';
import { ClientText } from '../clientText';
import { toRange } from '../convert';
import {
  type CopyParams,
  type PrintForm,
  type PrintResult,
  printRequest,
  type Removed,
  readCopy,
  readPrint,
  type UnfinishedResult,
  unfinishedRequest,
} from '../convertMessages';
import { answered } from '../guard';
import { mostText } from '../messages';
import { openLetter, type Session } from '../session';

/** What stands against sending a letter, and the letter as it is sent: letters that are open, and files. */
export function print(session: Session): void {
  const { connection, service, log } = session;

  connection.onRequest(
    unfinishedRequest,
    answered<[unknown, ...unknown[]], UnfinishedResult | null>('export', log, null, async value => {
      const params = readCopy(value);
      const copy = params && (await copyOf(session, params));
      if (!copy) return null;
      const { errors, placeholders } = service.unfinished(copy.letter, copy.findings());
      return {
        errors: errors.map(({ message, span }) => ({ message, range: toRange(copy.text, span) })),
        placeholders: placeholders.map(place => ({ text: place.text, range: toRange(copy.text, place) })),
      };
    }),
  );

  connection.onRequest(
    printRequest,
    answered<[unknown, ...unknown[]], PrintResult | null>('export', log, null, async value => {
      const params = readPrint(value);
      const copy = params && (await copyOf(session, params));
      return copy && { content: contentOf(session, copy, params.form), removed: copy.removed };
    }),
  );
}

function contentOf({ service }: Session, { text, letter, setup }: Copy, form: PrintForm): PrintResult['content'] {
  if (form === 'letter') return text.getText();
  const printed = service.print(letter, setup);
  if (form === 'printed') return printed;
  return form === 'html' ? printedHtml(printed) : postedText(printed, setup.profile);
}

/** A letter that is to go out. */
interface Copy {
  readonly text: ClientText;
  readonly setup: Setup;
  readonly letter: Letter;
  readonly findings: () => readonly Finding[];
  readonly removed: Removed | null;
}

async function copyOf(session: Session, { uri, redact }: CopyParams): Promise<Copy | null> {
  const copy = (await openCopy(session, uri)) ?? (await fileCopy(session, uri));
  return copy && redact ? redactedCopy(session, copy, redact) : copy;
}

async function openCopy(session: Session, uri: string): Promise<Copy | null> {
  const open = await openLetter(session, uri);
  if (!open) return null;
  const { document, setup, letter } = open;
  return { text: document.text, setup, letter, findings: () => document.findings(setup), removed: null };
}

async function fileCopy(session: Session, uri: string): Promise<Copy | null> {
  const text = await session.readText(uri);
  if (text === null || text.length > mostText) return null;
  const { setup } = await session.configurations.at(uri);
  return { ...copyWith(session, uri, text.replace(/^\ufeff/, ''), setup), removed: null };
}

function copyWith({ service, client }: Session, uri: string, text: string, setup: Setup): Omit<Copy, 'removed'> {
  const letter = service.parse(text, setup);
  const findings = () => service.check(letter, setup);
  return { text: ClientText.create(uri, 'determination-letter', 0, text, client.encoding), setup, letter, findings };
}

function redactedCopy(session: Session, { text, letter, setup }: Copy, policy: Policy): Copy {
  const { text: without, ...removed } = session.service.redact(letter, setup, policy);
  return { ...copyWith(session, text.uri, without, setup), removed };
}
