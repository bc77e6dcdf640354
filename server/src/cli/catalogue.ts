import { resolve } from 'node:path';
import type { Guideline } from '../core/catalogue/model';
import { type CatalogueHit, createCatalogueSearch } from '../core/catalogue/search';
import { letterFacts } from '../core/language/facts';
import { parseLetter } from '../core/language/letter';
import { guidelineCard, partFacts } from '../core/services/hoverCitation';
import type { Setup } from '../core/setup';
import type { Arguments } from './arguments';
import { exitCodes } from './exitCodes';
import { LetterSetups } from './letterSetups';
import { sayProblems } from './problems';
import { colorsFor, print, say, visible } from './terminal';

/** `letters catalogue`: searches the guidelines that letters of the current folder may cite. */
export async function catalogue(args: Arguments): Promise<number> {
  const query = args.positionals.join(' ');
  const { setup, problems, unreadable } = await new LetterSetups().of(resolve('any.letter'));
  const hasProblems = sayProblems(problems);
  for (const failure of unreadable) say(failure.message);
  const hits = createCatalogueSearch(setup.catalogue, setup.vocabulary).search(query);
  await print(args.flag('json') ? jsonOf(query, hits) : list(query, hits, setup));
  if (unreadable.length > 0) return exitCodes.unusable;
  return hasProblems ? exitCodes.findings : exitCodes.good;
}

function jsonOf(query: string, hits: readonly CatalogueHit[]): string {
  return `${JSON.stringify({ version: 1, query, results: hits.map(jsonHit) })}\n`;
}

function jsonHit({ guideline, section, topic }: CatalogueHit) {
  return {
    ...jsonGuideline(guideline),
    section: section && { name: section.name, certainty: section.certainty, letters: section.letters },
    topic: topic && { title: topic.title, pages: topic.pages, certainty: topic.certainty },
    sources: (section ?? topic ?? guideline).sources,
  };
}

function jsonGuideline({ id, family, title, edition, year, chapter, status, inForce, pages, certainty }: Guideline) {
  return {
    guideline: id,
    family,
    title,
    edition,
    year,
    chapter,
    status,
    inForce: { from: inForce.from, to: inForce.to, approximate: inForce.approximate },
    pages: pages && { range: pages.range, certainty: pages.certainty },
    certainty,
  };
}

function list(query: string, hits: readonly CatalogueHit[], setup: Setup): string {
  if (hits.length === 0) return `Nothing in the catalogue matches "${visible(query)}".\n`;
  const colors = colorsFor(process.stdout);
  return hits
    .map(hit => {
      const { title, about } = described(hit, setup);
      return `${colors.bold(visible(title))}  ${colors.dim(hit.guideline.id)}\n  ${visible(about)}\n`;
    })
    .join('');
}

/** What an editor shows where the mouse rests on a citation, in two lines. */
function described({ guideline, section, topic }: CatalogueHit, setup: Setup): { title: string; about: string } {
  const noLetter = letterFacts(parseLetter('', setup.profile));
  const { title, facts } = guidelineCard(guideline, setup, noLetter, { start: 0, end: 0 });
  const part = section ?? topic;
  if (part) {
    const { name, text } = partFacts(section?.name ?? topic?.title ?? '', part);
    return { title: `${title}: ${name}`, about: text };
  }
  const short = facts.filter(({ name }) => shownFacts.has(name));
  return { title, about: short.map(({ name, text }) => `${name}: ${text}`).join('; ') };
}

/** The others list what a search for it would find. */
const shownFacts = new Set(['Edition', 'In force', 'Pages', 'Certainty']);
