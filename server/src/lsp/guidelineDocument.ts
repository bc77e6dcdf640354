import type { Guideline, GuidelineSection, GuidelineTopic } from '../core/catalogue/model';
import type { GuidelinePage } from '../core/services/guidelinePage';
import { foldSpaces } from '../core/text/words';

/** The scheme of documents that show a guideline; they can be read only. */
export const guidelineScheme = 'letters-guideline';

/** The address of the document on a guideline. Its name is what an editor shows as the title. */
export function guidelineUri({ id, title, year }: Guideline): string {
  const name = `${title} ${year ?? ''}`.replace(/[/\\:*?"<>|]+/g, ' ');
  return `${guidelineScheme}:/${encodeURIComponent(id)}/${encodeURIComponent(foldSpaces(name))}.md`;
}

/** The id of the guideline that a document shows, or null if it shows none. */
export function guidelineIdOf(uri: string): string | null {
  const match = /^letters-guideline:\/{1,3}([^/?#]+)\//.exec(uri);
  if (!match) return null;
  try {
    return decodeURIComponent(match[1] ?? '');
  } catch {
    return null;
  }
}

export interface GuidelineDocument {
  /** Markdown. */
  readonly text: string;
  /** The line, from 0, on which a section or topic stands. */
  lineOf(about: GuidelineSection | GuidelineTopic): number;
}

export function guidelineDocument({ title, facts, notes, parts }: GuidelinePage): GuidelineDocument {
  const lines = [`# ${plain(title)}`, '', ...facts.map(({ name, text }) => entry(name, text))];
  if (notes !== null) lines.push('', plain(notes));
  const places = new Map<object, number>();
  for (const { heading, entries } of parts) {
    lines.push('', `## ${plain(heading)}`, '');
    for (const { name, text, about } of entries) {
      places.set(about, lines.length);
      lines.push(entry(name, text));
    }
  }
  return { text: `${lines.join('\n')}\n`, lineOf: about => places.get(about) ?? 0 };
}

function entry(name: string, text: string): string {
  return `- **${plain(name)}:** ${plain(text)}`;
}

/** As it is, on one line, whatever a catalogue holds; addresses stay links. */
function plain(text: string): string {
  return foldSpaces(text).replace(/https?:\/\/[^\s<>()[\]]+|[\\`*_[<]/g, found =>
    found.length > 1 ? found : `\\${found}`,
  );
}
