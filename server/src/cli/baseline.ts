import * as z from 'zod/mini';
import { FileError, UsageError } from './errors';
import { readTextFile } from './input/read';
import type { CheckedFile, CheckedFinding } from './reporters/reporter';

/** What an earlier report must have to be compared with; it may have more. */
const reportSchema = z.object({
  version: z.literal(1),
  files: z.array(
    z.object({
      path: z.string(),
      diagnostics: z.array(
        z.object({
          rule: z.string(),
          message: z.string(),
          item: z.optional(z.nullable(z.int())),
        }),
      ),
    }),
  ),
});

/**
 * What was found before. A problem is known by its letter's path, its rule, its message and, in a letter of another
 * format, its item, not by its line: text above it may have come or gone. Of problems that are alike, as many are known
 * as there were before.
 */
export class Baseline {
  /** How many problems were left out so far. */
  known = 0;

  constructor(private readonly left: Map<string, number>) {}

  /** The file with what is new in it alone. */
  newIn(file: CheckedFile): CheckedFile {
    return { ...file, findings: file.findings.filter(finding => !this.take(file.path, finding)) };
  }

  private take(path: string, { rule, message, at }: CheckedFinding): boolean {
    const key = keyOf(path, rule, message, at?.item);
    const number = this.left.get(key) ?? 0;
    if (number === 0) return false;
    this.left.set(key, number - 1);
    this.known++;
    return true;
  }
}

/**
 * Reads the JSON of an earlier `letters check`.
 *
 * @throws {UsageError} if it cannot be read or is no such report: without it everything would seem new
 */
export async function readBaseline(path: string): Promise<Baseline> {
  const report = reportSchema.safeParse(parsed(path, await textOf(path)));
  if (!report.success) throw unusable(path, 'It is no report of letters check --format json.');
  const left = new Map<string, number>();
  for (const file of report.data.files) {
    for (const { rule, message, item } of file.diagnostics) {
      const key = keyOf(file.path, rule, message, item);
      left.set(key, (left.get(key) ?? 0) + 1);
    }
  }
  return new Baseline(left);
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readTextFile(path, path)).text;
  } catch (error) {
    if (error instanceof FileError) throw unusable(path, error.reason);
    throw error;
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(path, 'It is no JSON: it may have been cut off.');
  }
}

function unusable(path: string, reason: string): UsageError {
  return new UsageError(
    `The baseline ${path} cannot be used. ${reason}\nMake one with: letters check --format json PATHS > ${path}`,
  );
}

function keyOf(path: string, rule: string, message: string, item: number | null | undefined): string {
  return JSON.stringify([path, rule, message, item ?? null]);
}
