import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const command = resolve('dist', 'cli.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command as a shell would, without the variables that colour its output. */
export function letters(args: readonly string[], { cwd, input = '', env = {} }: RunOptions = {}): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    env: { ...rest, ...env },
    encoding: 'utf8',
    maxBuffer: 200_000_000,
    timeout: 60_000,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** A folder with these files, gone after the tests of the `describe` it is asked for in. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'letters-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An item with nothing wrong in it. */
export function item(title: string): string {
  return [
    `## ${title}: Upheld`,
    '',
    'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
    '',
    'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
    '',
    'Decision rationale: The records show no instability of the knee. The request is not medically necessary.',
    '',
  ].join('\n');
}

/** A letter with nothing wrong in it but what its items hold. */
export function letterWith(...items: readonly string[]): string {
  return `${frame}\n${items.join('\n')}`;
}

const frame = `Case Number: CM16-0000001
Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016
Application Received: 10/11/2016
Date Assigned: 10/18/2016
Decision Date: 11/14/2016
Priority: Standard

# HOW THE IMR FINAL DETERMINATION WAS MADE

An expert reviewer read the records and wrote this letter.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

# CLINICAL CASE SUMMARY

The worker fell from a ladder and hurt the left knee. On 10/03/2016, utilization review denied the requests.

# IMR ISSUES, DECISIONS AND RATIONALES

The decisions and their reasons follow.
`;
