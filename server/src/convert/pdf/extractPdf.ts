import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Beside, ConvertAnswer, ConvertProblem } from '../messages';
import { besideText } from './extractBeside';
import { linesOf } from './extractLines';
import { type PageText, type Pdfjs, pageText } from './extractPage';
import { takeRunningLines } from './extractRunning';
import { unpacksTooLarge } from './extractSize';
import { textOf } from './extractText';

/** The biggest file that is read, in bytes, and the most pages. */
const MOST_BYTES = 50_000_000;
const MOST_PAGES = 2000;
/** The mark of a PDF stands so near to its start, in bytes. */
const MARK_WITHIN = 1024;

/**
 * The text of a PDF as it stands on its pages. Files that forbid copying are read like others: the mark asks programs
 * not to offer it, and whoever opens a file without a password may read it.
 */
export async function extractPdf(bytes: Uint8Array): Promise<ConvertAnswer> {
  if (bytes.length > MOST_BYTES) return refused('tooLarge');
  if (!isPdf(bytes)) return refused('otherFormat');
  if (unpacksTooLarge(bytes)) return refused('tooLarge');
  allowSendingFonts();
  const pdfjs = await import('unpdf/pdfjs');
  // A copy, for the library takes it away.
  const loading = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Nothing is fetched, run, drawn or kept: no fonts, no scripts, no pictures.
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
    enableXfa: false,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) return refused('tooLarge');
    return await extracted(document, pdfjs);
  } catch (error) {
    return refused(problemOf(error));
  } finally {
    await loading.destroy();
  }
}

async function extracted(document: PDFDocumentProxy, pdfjs: Pdfjs): Promise<ConvertAnswer> {
  const pages: PageText[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await pageText(page, pdfjs));
    page.cleanup();
  }
  if (pages.every(({ pieces }) => pieces.length === 0)) return refused('scanned');
  const running = takeRunningLines(pages.map(({ pieces }) => linesOf(pieces)));
  const beside = await besideText(document, pages, running.taken);
  return { kind: 'extracted', extracted: { ...textOf(running.pages), beside: inOrder(beside) } };
}

/** By page, heads first and feet last; what belongs to no page comes at the end. */
function inOrder(beside: readonly Beside[]): Beside[] {
  const last = Number.POSITIVE_INFINITY;
  const rank = ({ what }: Beside) => (what === 'runningHead' ? 0 : what === 'runningFoot' ? 2 : 1);
  return [...beside].sort((a, b) => (a.page ?? last) - (b.page ?? last) || rank(a) - rank(b));
}

function refused(problem: ConvertProblem): ConvertAnswer {
  return { kind: 'refused', problem };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, MARK_WITHIN)).includes('%PDF-');
}

function problemOf(error: unknown): ConvertProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
}

/** The library hands fonts over in a way that Node 20 does not know yet; a copy serves as well. */
function allowSendingFonts(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer) => ArrayBuffer };
  prototype.transferToFixedLength ??= function copy() {
    return this.slice(0);
  };
}
