import type { DefinitionLink, DefinitionParams, Location, Range, ServerCapabilities } from 'vscode-languageserver';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../../core/catalogue/model';
import { entryPlace } from '../../core/config/entryPlace';
import type { DefinitionTarget } from '../../core/services/definition';
import { guidelinePage } from '../../core/services/guidelinePage';
import type { Setup } from '../../core/setup';
import type { Span } from '../../core/text/span';
import { t } from '../../core/words/translate';
import { ClientText } from '../clientText';
import { toRange } from '../convert';
import { answered } from '../guard';
import { guidelineDocument, guidelineIdOf, guidelineScheme, guidelineUri } from '../guidelineDocument';
import { type OpenLetter, openLetter, type Session } from '../session';

/** A place to go to: `selected` is what is meant, `whole` what is around it. */
interface Target {
  readonly uri: string;
  readonly selected: Range;
  readonly whole: Range;
}

/** What the words at the cursor refer to, and the documents that show guidelines. */
export function definitions(session: Session): ServerCapabilities {
  const { connection, client, configurations, service, log } = session;
  const notThere = `${t('The catalogue has no guideline of this name any more.')}\n`;
  connection.onDefinition(
    answered<[DefinitionParams, ...unknown[]], DefinitionLink[] | Location[] | null>(
      'definition',
      log,
      null,
      async params => {
        const open = await openLetter(session, params.textDocument.uri);
        if (!open) return null;
        const { document, setup, letter } = open;
        const found = service.definition(letter, setup, document.text.offsetAt(params.position));
        const targets = found ? targetsOf(session, open, found.target) : [];
        if (!found || targets.length === 0) return null;
        if (!client.definitionLinks) return targets.map(({ uri, selected }) => ({ uri, range: selected }));
        return targets.map(({ uri, selected, whole }) => ({
          originSelectionRange: toRange(document.text, found.origin),
          targetUri: uri,
          targetRange: whole,
          targetSelectionRange: selected,
        }));
      },
    ),
  );
  if (!client.showsServerDocuments) return { definitionProvider: true };

  connection.workspace.textDocumentContent.on(
    answered('guideline', log, { text: notThere }, async ({ uri }) => {
      const id = guidelineIdOf(uri) ?? '';
      const setups = [...configurations.all()].map(({ setup }) => setup);
      // Whatever an open letter cites; else what letters cite that are not configured.
      const setup = setups.find(each => each.catalogue.byId(id)) ?? (await configurations.at('untitled:letter')).setup;
      const guideline = setup.catalogue.byId(id);
      return { text: guideline ? documentOn(guideline, setup).text : notThere };
    }),
  );
  return { definitionProvider: true, workspace: { textDocumentContent: { schemes: [guidelineScheme] } } };
}

function documentOn(guideline: Guideline, { catalogue }: Setup) {
  return guidelineDocument(guidelinePage(guideline, catalogue));
}

function targetsOf(session: Session, open: OpenLetter, target: DefinitionTarget): Target[] {
  const { text, uri } = open.document;
  const inLetter = (selected: Span, whole: Span): Target => {
    return { uri, selected: toRange(text, selected), whole: toRange(text, whole) };
  };
  if (target.kind === 'places') return target.places.map(({ span, whole }) => inLetter(span, whole));
  const { guideline, part, cited } = target;
  const inFile = entryInFile(session, open, guideline);
  if (inFile) return [inFile];
  if (session.client.showsServerDocuments) return [inDocument(guideline, part, open.setup)];
  return cited.map(span => inLetter(span, span));
}

/** A guideline of the workspace or the user stands in a file of theirs. */
function entryInFile(
  { configurations, client }: Session,
  { document }: OpenLetter,
  guideline: Guideline,
): Target | null {
  const files = configurations.current(document.uri)?.catalogueFiles ?? [];
  const file = files.find(({ origin }) => guideline.origin !== null && origin === guideline.origin);
  const place = file && entryPlace(file.text, guideline.id);
  if (!file || !place) return null;
  const text = ClientText.create(file.uri, 'json', 0, file.text, client.encoding);
  return { uri: file.uri, selected: toRange(text, place.id), whole: toRange(text, place.entry) };
}

function inDocument(guideline: Guideline, part: GuidelineSection | GuidelineTopic | null, setup: Setup): Target {
  const line = part ? documentOn(guideline, setup).lineOf(part) : 0;
  const at = { line, character: 0 };
  return { uri: guidelineUri(guideline), selected: { start: at, end: at }, whole: { start: at, end: at } };
}
