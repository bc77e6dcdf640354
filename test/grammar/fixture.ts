import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A fixture is a letter with the scopes that are expected below its lines:
 *
 *   ; a note
 *   >Date of Injury: 03/14/2016
 *    ^^^^^^^^^^^^^^ entity.name.tag.header
 *                   ^^^^^^^^^^ constant.numeric.date !invalid
 *
 * A scope is met by itself and by everything below it (`markup.heading` by `markup.heading.1.letter`); with `!` no
 * scope of the stack may be one. `␌` stands for a form feed.
 */

export interface Expectation {
  /** Columns of the source line, UTF-16, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
  readonly absent: readonly string[];
}

export interface FixtureLine {
  readonly text: string;
  readonly expected: readonly Expectation[];
}

export interface Fixture {
  readonly name: string;
  readonly lines: readonly FixtureLine[];
}

export function readFixtures(folder: string): Fixture[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'));
  return names.sort().map(name => ({ name, lines: parseFixture(readFileSync(join(folder, name), 'utf8')) }));
}

/** @throws {Error} on a line that is neither source nor expectation nor note */
export function parseFixture(text: string): FixtureLine[] {
  const lines: { text: string; expected: Expectation[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith(';')) continue;
    if (line.startsWith('>')) lines.push({ text: line.slice(1).replaceAll('␌', '\f'), expected: [] });
    else expectationsOf(line, lines.at(-1)).push(readExpectation(line));
  }
  return lines;
}

function expectationsOf(line: string, source: { expected: Expectation[] } | undefined): Expectation[] {
  if (!source) throw new Error(`no source above: ${line}`);
  return source.expected;
}

function readExpectation(line: string): Expectation {
  const match = /^ +(\^+) +(\S.*)$/.exec(line);
  const carets = match?.[1];
  const words = match?.[2]?.trim().split(/\s+/);
  if (carets === undefined || words === undefined) throw new Error(`no expectation: ${line}`);
  const start = line.indexOf('^') - 1;
  return {
    start,
    end: start + carets.length,
    scopes: words.filter(word => !word.startsWith('!')),
    absent: words.filter(word => word.startsWith('!')).map(word => word.slice(1)),
  };
}
