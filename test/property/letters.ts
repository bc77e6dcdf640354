import fc from 'fast-check';
import type { Profile } from '../../server/src/core/profile/schema';
import { applied, type CaseEdit, undoOf } from './claims/edits';

/** What letters are made of, and what breaks parsers. */
export function letterPieces(profile: Profile): string[] {
  return [
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
    '👩‍⚕️',
    '\ud800',
    '\udc00',
    '\u0000',
  ];
}

/** Random texts. */
export function letterText(profile: Profile): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...letterPieces(profile)) },
        { weight: 1, arbitrary: fc.string() },
        { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n') },
      ),
      {
        maxLength: 60,
      },
    )
    .map(parts => parts.join(''));
}

/**
 * A letter as writers make them: a header, sections in order, items marked or plain with all their fields, in one of the
 * shapes that extraction from a PDF gives. The items are numbered services.
 */
export function plausibleLetter(profile: Profile): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'the',
    'knee',
    'was',
    'stable',
    'on',
    'both',
    'visits',
    '10-',
    'mg',
    '#60',
    '0.5',
    '(left)',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map(words => `${words.join(' ')} as told.`);
  const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map(list => list.join(' '));
  const comment = fc.constantFrom('', '', '', ' <!-- a note -->', ' <!-- a note\nover lines -->');
  const decisions = [...profile.items.decisions.map(d => `: ${d.word}`), ...(profile.items.per === 'case' ? [''] : [])];
  const item = fc.record({
    mark: fc.boolean(),
    decision: fc.constantFrom(...decisions),
    values: fc.tuple(...profile.items.fields.map(() => prose)),
    comment,
  });
  const shape = fc.constantFrom('\n\n', '\n\n\n', '\n', '\n\f', '\f', ' \n \n');
  return fc
    .record({
      items: fc.array(item, { maxLength: 6 }),
      leadIn: prose,
      summary: prose,
      gap: shape,
      wrapped: fc.boolean(),
    })
    .map(({ items, leadIn, summary, gap, wrapped }) => {
      const section = (kind: string) => profile.sections.find(s => s.kind === kind)?.heading ?? '';
      const paragraphs = [
        profile.header.fields.map(f => `${f.label}: 10/13/2016`).join('\n'),
        section('how-made'),
        profile.credentials.fields.map(f => `${f.label}: Ohio`).join('\n'),
        section('summary'),
        summary,
        section('issues'),
        leadIn,
        ...items.flatMap(({ mark, decision, values, comment: note }, index) => [
          `${mark ? '## ' : ''}Service ${index}, of one kind${decision}${note}`,
          ...profile.items.fields.map((field, k) => `${field.label}: ${values[k]}`),
        ]),
      ];
      const lines = wrapped ? paragraphs.map(text => text.replace(/(.{60,90}?) /g, '$1\n')) : paragraphs;
      return lines.join(gap);
    });
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

/** What a writer does: edits, and takes them back and makes them again. */
export function steps(profile: Profile, maxLength: number): fc.Arbitrary<readonly (RandomEdit | 'undo' | 'redo')[]> {
  const step = fc.oneof(
    { weight: 5, arbitrary: edit(profile) },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
  );
  return fc.array(step, { minLength: 1, maxLength });
}

/** The same as edits with offsets, each in the text that those before it left. */
export function editsMade(text: string, made: readonly (RandomEdit | 'undo' | 'redo')[]): CaseEdit[] {
  const edits: CaseEdit[] = [];
  const undos: CaseEdit[] = [];
  const redos: CaseEdit[] = [];
  let now = text;
  for (const step of made) {
    const from = step === 'undo' ? undos : redos;
    const next = typeof step === 'string' ? from.pop() : placed(step, now);
    if (!next) continue;
    if (typeof step !== 'string') redos.length = 0;
    (step === 'undo' ? redos : undos).push(undoOf(now, next));
    now = applied(now, next);
    edits.push(next);
  }
  return edits;
}

function placed({ at, length, text: by }: RandomEdit, text: string): CaseEdit {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + Math.round(length * text.length)), text: by };
}

/**
 * Runs are fixed in number and the same each time, so that a change is judged by what it changed: PROPERTY_SEED tries
 * others, and `npm run fuzz` goes on for as long as one likes.
 */
export const runs = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122),
};
