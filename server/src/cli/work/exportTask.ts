import { type Letter, parseLetter } from '../../core/language/letter';
import { LineIndex } from '../../core/output/lineIndex';
import { printedHtml } from '../../core/printed/document';
import { postedText } from '../../core/printed/posted';
import { printLetter } from '../../core/printed/printLetter';
import { checkLetter } from '../../core/rules/check';
import { unfinished } from '../../core/services/unfinished';
import type { Setup } from '../../core/setup';
import { renderLetter } from '../convertFile';
import { readTextFile } from '../input/read';
import type { About } from './about';
import type { Exported, ExportTask } from './task';

/** Makes of a letter what is sent; one that is not finished is withheld, unless it is forced. */
export async function exportTask(task: ExportTask, about: About): Promise<Exported> {
  const { path, file, source, force } = task;
  const { setup } = await about.setupOf(task, {});
  const { text } = source ?? (await readTextFile(file, path));
  const letter = parseLetter(text, setup.profile);
  const against = force ? [] : standsAgainst(letter, setup, about);
  if (against.length > 0) return { content: null, against, missing: [] };
  return { against, ...(await made(letter, task, setup)) };
}

async function made(letter: Letter, { format, path }: ExportTask, setup: Setup) {
  const printed = printLetter(letter, setup);
  if (format === 'html') return { content: printedHtml(printed), missing: [] };
  if (format === 'txt') return { content: postedText(printed, setup.profile), missing: [] };
  const { bytes, missing } = await renderLetter(printed, format, path);
  return { content: bytes, missing };
}

/** In the order of the letter. */
function standsAgainst(letter: Letter, setup: Setup, about: About): string[] {
  const { errors, placeholders } = unfinished(letter, checkLetter(letter, setup, about.ruleFailed));
  const lines = new LineIndex(letter.source.text);
  return [
    ...errors.map(({ span, message, rule }) => ({ start: span.start, text: `error: ${message} [${rule}]` })),
    ...placeholders.map(({ start, text }) => ({ start, text: `still to be filled in: ${text}` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ start, text }) => `line ${lines.position(start).line + 1}: ${text}`);
}
