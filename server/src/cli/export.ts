import type { Policy } from '../core/privacy/policy';
import type { Arguments } from './arguments';
import { UsageError } from './errors';
import { makeFiles } from './output/makeFiles';
import type { Exported, ExportFormat, ExportTask } from './tasks/task';

/** So many letters are worth threads. */
const fewestForThreads = 24;
/** More that stands against a letter is counted. */
const mostNamed = 10;

/** `letters export`: makes what is sent of letters. */
export async function exportLetters(args: Arguments): Promise<number> {
  const format = args.text('to') as ExportFormat | undefined;
  if (format === undefined) throw new UsageError('Say which format to export to: --to pdf, docx, html or txt.');
  const isBinary = format === 'pdf' || format === 'docx';
  if (args.text('output') === '-' && isBinary && process.stdout.isTTY) {
    throw new UsageError(`A ${format} file is nothing for a terminal: name a file with -o, or redirect the output.`);
  }
  const redact = (args.text('redact') as Policy | undefined) ?? null;
  const force = args.flag('force');
  return makeFiles<ExportTask>(args, {
    done: 'exported',
    // A redacted copy must not be mistaken for the letter.
    ending: redact === null ? `.${format}` : `.redacted.${format}`,
    fewest: fewestForThreads,
    task: ({ path, file, source }) => ({ kind: 'export', path, file, source, format, redact, force }),
    content: ({ content }) => content,
    notes: exported => [...notesOf(exported)],
  });
}

function* notesOf({ against, content, notes }: Exported): Generator<string> {
  if (content === null) {
    yield 'Not exported: this stands against it. With --force it is exported all the same.';
    yield* against.slice(0, mostNamed);
    if (against.length > mostNamed) yield `... and ${against.length - mostNamed} more; letters check names them all.`;
  }
  yield* notes;
}
