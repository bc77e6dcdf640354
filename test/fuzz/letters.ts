import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { letterPieces, letterText, plausibleLetter } from '../property/letters';
import type { Random } from '../slips/random';
import { profileNamed } from '../support/setup';

/** A letter to begin with. */
export interface Source {
  readonly profile: string;
  readonly text: string;
}

/** Where letters to begin with come from. */
export interface Sources {
  /** How many letters of each kind there are; random ones are made as they are needed. */
  readonly counts: Readonly<Record<string, number>>;
  pick(random: Random): Source;
  /** A piece to be typed or pasted in. */
  piece(source: Source, random: Random): string;
}

export const profiles = ['ca-imr', 'federal-external-review'] as const;
const first = profiles[0];
/** The most of a letter that is read: short ones are edited more often in a minute. */
const LONGEST = 4000;

export function sources(): Sources {
  const kinds: Record<string, readonly Source[]> = {
    examples: [
      ...textsIn('examples', /\.letter$/).map(text => ({ profile: first, text })),
      ...textsIn(join('examples', 'federal'), /\.letter$/).map(text => ({ profile: profiles[1], text })),
    ],
    fixtures: readdirSync(join('test', 'rules'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(({ name }) => textsIn(join('test', 'rules', name), /\.letter$/))
      .map(text => ({ profile: first, text: text.replace(/[⟪⟫‸]/g, '') })),
    posted: ['spaced', 'raw', 'layout']
      .flatMap(shape => textsIn(join('..', 'shared', 'corpus', shape), /\.txt$/))
      .map(text => ({ profile: first, text })),
  };
  const filled = Object.values(kinds).filter(list => list.length > 0);
  const pieces = new Map(profiles.map(id => [id as string, letterPieces(profileNamed(id))]));
  return {
    counts: Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list.length])),
    pick(random) {
      if (random.next() < 0.25) return randomLetter(random);
      const { profile, text } = random.pick(random.pick(filled));
      return { profile, text: stretch(text, random) };
    },
    piece({ profile }, random) {
      if (random.next() < 0.6) return random.pick(pieces.get(profile) ?? ['']);
      return stretchOfLines(random.pick(random.pick(filled)).text, random);
    },
  };
}

function textsIn(folder: string, names: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => names.test(name) && !basename(name).includes('.fixed.'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'));
}

function randomLetter(random: Random): Source {
  const profile = random.pick(profiles);
  const make = random.next() < 0.5 ? letterText : plausibleLetter;
  const [text = ''] = fc.sample(make(profileNamed(profile)), { numRuns: 1, seed: random.between(0, 2 ** 31 - 1) });
  return { profile, text };
}

/** All of a short text, or what stands from a line on. */
function stretch(text: string, random: Random): string {
  if (text.length <= LONGEST / 2 || random.next() < 0.2) return text.slice(0, LONGEST);
  const lines = text.split('\n');
  const from = random.next() < 0.5 ? 0 : random.between(0, lines.length - 1);
  return lines
    .slice(from)
    .join('\n')
    .slice(0, random.between(200, LONGEST / 2));
}

/** A word, a few lines, or now and then much. */
function stretchOfLines(text: string, random: Random): string {
  const start = random.between(0, text.length);
  const chance = random.next();
  const length = chance < 0.5 ? 12 : chance < 0.9 ? 200 : 2000;
  return text.slice(start, start + random.between(1, length));
}
