import type { Arguments } from './arguments';
import { makeFiles } from './output/makeFiles';
import type { ImportTask } from './tasks/task';

/** So many letters are worth threads. */
const fewestForThreads = 24;

/** `letters import`: makes markup of letters of other formats. */
export function importLetters(args: Arguments): Promise<number> {
  const profile = args.text('profile') ?? null;
  return makeFiles<ImportTask>(args, {
    done: 'imported',
    ending: '.letter',
    folderFiles: { pattern: '**/*.{txt,pdf,docx}', name: '*.txt, *.pdf or *.docx' },
    fewest: fewestForThreads,
    task: ({ path, file, source }) => ({ kind: 'import', path, file, source, profile }),
    content: ({ text }) => text,
    notes: ({ notes }) => notes,
  });
}
