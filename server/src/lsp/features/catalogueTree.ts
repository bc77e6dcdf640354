import { letterFacts } from '../../core/language/facts';
import type { Letter } from '../../core/language/letter';
import type { CatalogueView } from '../../core/services/catalogueTree';
import { toTextEdit } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';
import {
  type CatalogueResult,
  type CitationResult,
  catalogueRequest,
  citationRequest,
  readCatalogue,
  readCitation,
} from '../viewMessages';

/** The catalogue for a view, and what is cited from it. */
export function catalogueTree(session: Session): void {
  const { connection, configurations, service, log } = session;
  const { catalogue } = service;

  connection.onRequest(
    catalogueRequest,
    answered<[unknown, ...unknown[]], CatalogueResult>('catalogue', log, [], async value => {
      const params = readCatalogue(value);
      if (!params) return [];
      const open = await openLetter(session, params.uri);
      const setup = open?.setup ?? (await configurations.at(params.uri)).setup;
      const view = viewOf(open?.letter ?? null);
      if (params.query !== undefined) return catalogue.searchCatalogue(setup, params.query, view);
      return params.of ? catalogue.catalogueChildren(setup, params.of, view) : catalogue.catalogueEntries(setup, view);
    }),
  );

  connection.onRequest(
    citationRequest,
    answered<[unknown, ...unknown[]], CitationResult | null>('citation', log, null, async value => {
      const params = readCitation(value);
      if (!params) return null;
      const { uri, citation, position } = params;
      const open = await openLetter(session, uri);
      const setup = open?.setup ?? (await configurations.at(uri)).setup;
      const found = service.citation(citation, setup, viewOf(open?.letter ?? null).style ?? 'section');
      if (!found) return null;
      const { text } = found;
      if (!open || !position) return { text, edit: null };
      const edit = service.insertCitation(open.letter, setup, citation, open.document.text.offsetAt(position));
      return { text, edit: edit && toTextEdit(open.document.text, edit) };
    }),
  );
}

function viewOf(letter: Letter | null): CatalogueView {
  const facts = letter && letterFacts(letter);
  return { style: facts?.style ?? null, day: facts?.denialDate?.iso ?? null };
}
