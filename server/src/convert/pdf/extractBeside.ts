import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Beside } from '../messages';
import { linesOf, lineText } from './extractLines';
import type { PageText } from './extractPage';

/** All that stands in the file beside its text: `running` are the lines that were taken out of that. */
export async function besideText(
  document: PDFDocumentProxy,
  pages: readonly PageText[],
  running: readonly Beside[],
): Promise<Beside[]> {
  const beside: Beside[] = [];
  for (const [index, page] of pages.entries()) {
    const number = index + 1;
    for (const line of linesOf(page.furniture)) {
      const what = line.base > page.height / 2 ? 'runningFoot' : 'runningHead';
      beside.push({ what, page: number, text: lineText(line) });
    }
    if (page.turned.length > 0) {
      beside.push({ what: 'textBox', page: number, text: page.turned.map(({ text }) => text).join(' ') });
    }
    if (page.isUnwritten) beside.push({ what: 'picture', page: number, text: '' });
    beside.push(...(await annotations(document, number)));
  }
  return [...beside, ...running, ...(await attachments(document))];
}

/** What readers wrote on a page, and what was filled in. */
async function annotations(document: PDFDocumentProxy, number: number): Promise<Beside[]> {
  const page = await document.getPage(number);
  const found: readonly unknown[] = await page.getAnnotations();
  return found.flatMap((annotation): Beside[] => {
    const { subtype, fieldName, fieldValue, contentsObj } = annotation as Annotation;
    if (subtype === 'Widget') {
      if (typeof fieldValue !== 'string' || fieldValue === '') return [];
      return [{ what: 'field', page: number, text: `${fieldName ?? ''}: ${fieldValue}` }];
    }
    const text = contentsObj?.str ?? '';
    // A link's words stand on the page; a window that opens shows those of the note it belongs to.
    if (text === '' || subtype === 'Link' || subtype === 'Popup') return [];
    return [{ what: subtype === 'FreeText' ? 'textBox' : 'comment', page: number, text }];
  });
}

interface Annotation {
  readonly subtype?: string;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
}

async function attachments(document: PDFDocumentProxy): Promise<Beside[]> {
  const found: Readonly<Record<string, { readonly filename?: string }>> | null = await document.getAttachments();
  return Object.entries(found ?? {}).map(([name, { filename }]) => ({
    what: 'attachment',
    page: null,
    text: filename ?? name,
  }));
}
