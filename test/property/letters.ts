import fc from 'fast-check';
import type { Profile } from '../../server/src/core/profile/schema';

/** Random texts made of what letters are made of, and of what breaks parsers. */
export function letterText(profile: Profile): fc.Arbitrary<string> {
  const pieces = [
    ...profile.sections.flatMap(s => [s.heading, `# ${s.heading}`, `   ${s.heading}`]),
    ...profile.items.fields.flatMap(f => [
      `${f.label}: `,
      `**${f.label}:** `,
      f.label.toLowerCase(),
      ...f.nothing,
      ...f.outside,
    ]),
    ...profile.header.fields.map(f => `${f.label}: 10/13/2016`),
    ...profile.credentials.fields.map(f => `${f.label}: California`),
    ...profile.items.decisions.flatMap(d => [
      `MRI of the right knee: ${d.word}`,
      `## Six visits: ${d.word}`,
      `: ${d.word}`,
      d.word,
      ...d.conclusion,
    ]),
    ...profile.items.wrongDecisions.map(w => `Gym membership: ${w.word}`),
    'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    'Twelve visits was the original request. Six visits was authorized by the Claims Administrator.',
    'The remaining IMR eligible portion of the original request, six visits is: ',
    '<!-- letter-disable-next-line missing-decision: why -->',
    '<!-- a comment',
    '-->',
    '[[date]]',
    '- a list line',
    'The injured worker is a 43 year old. ',
    'a long line of prose that does not end a sentence but runs on to where a page would wrap it',
    '*emphasis*',
    '**',
    '#',
    '##',
    '## ',
    ':',
    ' ',
    '\t',
    '\u00a0',
    '\f',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\ufeff',
    '😀',
    '\ud800',
    '\u0000',
  ];
  return fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string() },
        { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n') },
      ),
      {
        maxLength: 60,
      },
    )
    .map(parts => parts.join(''));
}

export interface RandomEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** An edit at any place of a text; `at` and `length` are fractions of what is there. */
export function edit(profile: Profile): fc.Arbitrary<RandomEdit> {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.double({ min: 0, max: 0.05, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
    text: fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('', '\n', '\r', '\f', ' ', ':', '-->', '<!--'),
      letterText(profile),
    ),
  });
}

/** Runs are fixed in number; the seed is printed on failure, and may be set to repeat one. */
export const runs = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300),
  ...(process.env['PROPERTY_SEED'] ? { seed: Number(process.env['PROPERTY_SEED']) } : {}),
};
