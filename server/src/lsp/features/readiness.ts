import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lack } from '../../core/services/lacks';
import type { Readiness, ReadinessPart } from '../../core/services/readiness';
import { readDay } from '../../core/text/dates';
import { toRange } from '../convert';
import { answered } from '../guard';
import { shownFindings } from '../reports';
import { openLetter, type Session } from '../session';
import {
  type LackResult,
  type ReadinessPartResult,
  type ReadinessResult,
  readinessRequest,
  readReadiness,
} from '../viewMessages';

export function readiness(session: Session): void {
  const { connection, service, quiet, log } = session;
  connection.onRequest(
    readinessRequest,
    answered<[unknown, ...unknown[]], ReadinessResult | null>('readiness', log, null, async value => {
      const params = readReadiness(value);
      const today = params && readDay(params.today);
      const open = today && (await openLetter(session, params.uri));
      if (!open) return null;
      const { document, setup, letter } = open;
      const findings = shownFindings(document, setup, quiet.lineOf(document.uri));
      return toResult(service.readiness(letter, findings, today), document.text);
    }),
  );
}

function toResult({ deadline, parts, lacks, ...rest }: Readiness, text: TextDocument): ReadinessResult {
  return {
    ...rest,
    deadline: deadline && {
      from: deadline.from,
      days: deadline.days,
      workingDays: deadline.workingDays,
      daysLeft: deadline.daysLeft,
      last: deadline.last.iso,
      decided: deadline.decided?.iso ?? null,
      range: toRange(text, deadline.span),
    },
    parts: parts.map(part => toPart(part, text)),
    lacks: lacks.map(lack => toLack(lack, text)),
  };
}

function toPart({ span, lacks, children, ...rest }: ReadinessPart, text: TextDocument): ReadinessPartResult {
  return {
    ...rest,
    range: toRange(text, span),
    lacks: lacks.map(lack => toLack(lack, text)),
    children: children.map(child => toPart(child, text)),
  };
}

function toLack({ span, ...rest }: Lack, text: TextDocument): LackResult {
  return { ...rest, range: toRange(text, span) };
}
