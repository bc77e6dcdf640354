import { installWithApt } from './apt.mjs';
import { findOnPath } from './run.mjs';

/** What the tests read finished letters with, by the package of Debian that has it. */
const tools = { qpdf: 'qpdf', pdfinfo: 'poppler-utils', soffice: 'libreoffice-writer-nogui' };

/** Installs what is missing to read finished letters, where this user may; tests that miss it skip, and say so. */
export async function ensurePaperTools() {
  const missing = Object.entries(tools).flatMap(([tool, name]) => (findOnPath([tool]) === undefined ? [name] : []));
  if (missing.length > 0) await installWithApt('readers of PDF and Word files', missing);
}
