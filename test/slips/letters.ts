import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLetterService } from '../../server/src/core/letterService';
import { testSetup } from '../support/setup';
import type { Check } from './run';
import { type Sketch, sketch } from './sketch';

/** The letters of a folder, or null where there is no such folder. */
export function readLetters(folder: string): Sketch[] | null {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter(name => /\.(?:txt|letter)$/.test(name));
  return names.sort().map(name => sketch(name, readFileSync(join(folder, name), 'utf8')));
}

/** Errors and warnings, as the product gives them where nothing is configured. A rule that throws ends the run. */
export function createCheck(): Check {
  const setup = testSetup();
  const service = createLetterService((rule, error) => {
    throw new Error(`The rule ${rule} failed`, { cause: error });
  });
  let last: { readonly text: string; readonly findings: ReturnType<Check> } | null = null;
  return text => {
    if (last?.text === text) return last.findings;
    const all = service.check(service.parse(text, setup), setup);
    const findings = all.filter(({ severity }) => severity === 'error' || severity === 'warning');
    last = { text, findings };
    return findings;
  };
}
