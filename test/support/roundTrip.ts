import assert from 'node:assert/strict';
import { extractPdf } from '../../server/src/convert/pdf/extractPdf';
import { renderPdf } from '../../server/src/convert/pdf/renderPdf';
import { importLetter } from '../../server/src/core/import/importLetter';
import { parseLetter } from '../../server/src/core/language/letter';
import { type ParsedLetter, parsedLetter } from '../../server/src/core/output/parseOutput';
import { postedText } from '../../server/src/core/printed/posted';
import { printLetter } from '../../server/src/core/printed/printLetter';
import type { Setup } from '../../server/src/core/setup';
import { fonts } from '../unit/convert/renderPdfLetters';

export function saidBy(text: string, setup: Setup): ParsedLetter {
  return parsedLetter(parseLetter(text, setup.profile), setup, '');
}

/** The text of a letter that went to paper and came back. */
export async function throughPdf(text: string, setup: Setup): Promise<string> {
  const printed = printLetter(parseLetter(text, setup.profile), setup);
  const rendered = await renderPdf(printed, fonts);
  assert.equal(rendered.kind, 'rendered');
  const answer = await extractPdf(rendered.bytes);
  assert.equal(answer.kind, 'extracted');
  return importLetter(answer.extracted.text, setup).text;
}

export function throughPostedText(text: string, setup: Setup): string {
  const printed = printLetter(parseLetter(text, setup.profile), setup);
  return importLetter(postedText(printed, setup.profile), setup).text;
}
