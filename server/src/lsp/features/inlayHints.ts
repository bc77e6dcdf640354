import { type InlayHint, InlayHintKind, type InlayHintParams, type ServerCapabilities } from 'vscode-languageserver';
import type { Hint } from '../../core/services/inlayHints/hint';
import { toSpan } from '../convert';
import { answered } from '../guard';
import { renderCards } from '../markup';
import { isObject } from '../messages';
import { type OpenLetter, openLetter, type Session } from '../session';

/** What a hint carries until its tooltip is asked for. */
interface HintData {
  readonly uri: string;
  readonly version: number;
  readonly offset: number;
  readonly kind: string;
}

export function inlayHints(session: Session): ServerCapabilities {
  const { connection, client, configurations, service, log, rulePages } = session;

  const hintsOf = ({ document, letter, setup }: OpenLetter, start: number, end: number) => {
    const display = configurations.current(document.uri)?.display;
    return display ? service.inlayHints(letter, setup, { start, end }, display.inlayHints) : [];
  };
  const tooltip = (hint: Hint) => renderCards([hint.card()], client.markdownHover, rulePages);

  connection.languages.inlayHint.on(
    answered<[InlayHintParams, ...unknown[]], InlayHint[] | null>('inlay hints', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const { document } = open;
      const range = toSpan(document.text, params.range);
      return hintsOf(open, range.start, range.end).map((hint): InlayHint => {
        const { offset, label, apart, kind } = hint;
        const data: HintData = { uri: document.uri, version: document.version, offset, kind };
        return {
          position: document.text.positionAt(offset),
          label,
          ...(apart ? { paddingLeft: true } : {}),
          ...(kind === 'page' ? { kind: InlayHintKind.Type } : {}),
          ...(client.inlayHintResolvesTooltip ? { data } : { tooltip: tooltip(hint) }),
        };
      });
    }),
  );

  connection.languages.inlayHint.resolve(async hint => {
    const describe = answered<[], InlayHint>('inlay hints', log, hint, async () => {
      const data = readData(hint.data);
      const open = data && (await openLetter(session, data.uri));
      // Of a letter that was edited meanwhile the client asks for new hints anyway.
      if (!open || open.document.version !== data.version) return hint;
      const meant = hintsOf(open, data.offset, data.offset).find(({ kind }) => kind === data.kind);
      return meant ? { ...hint, tooltip: tooltip(meant) } : hint;
    });
    return describe();
  });

  return { inlayHintProvider: { resolveProvider: client.inlayHintResolvesTooltip } };
}

function readData(value: unknown): HintData | null {
  if (!isObject(value)) return null;
  const { uri, version, offset, kind } = value as Readonly<Record<keyof HintData, unknown>>;
  const isData =
    typeof uri === 'string' && typeof version === 'number' && typeof offset === 'number' && typeof kind === 'string';
  return isData ? { uri, version, offset, kind } : null;
}
