import type { Profile } from '../../server/src/core/profile/schema';

/** What is repeated to send a reader back and forth: white space, marks, numbers, and the words a letter is found by. */
export function hostilePieces(profile: Profile): string[] {
  const { items, header, sections, credentials } = profile;
  return [
    ...[' ', '\t', '\u00a0', '\n', '\r\n', '\f', ' \n', '\n\n \n'],
    ...['a', 'A', 'a ', 'A. ', 'a.', 'a. ', 'a, ', 'a-', 'a-\n', 'a/', "a'", 'é', '😀', '\ud83d', 'Aa Bb, '],
    ...['1', '1 ', '1,', '1.', '1/', '1-', '1:', '10/13/2016 ', '10/13/', 'May 3, 2016 ', '#1 ', '(1) ', '1) ', '1. '],
    ...[
      '(',
      ')',
      '((a ',
      '[',
      '[[',
      '[[a',
      ']]',
      '"',
      '" a ',
      '“a',
      ':',
      ': ',
      ';',
      ',',
      '.',
      '. ',
      '*',
      '**',
      '_',
      '*a ',
    ],
    ...['<', '<!--', '-->', '<!-- a -->', '<!--\n', '- a\n', '• a\n', '# ', '#', '## a\n', '## a: ', '|', '\\', '--'],
    ...['the ', 'not ', 'no ', 'is not ', 'of the ', 'and/or ', 'left ', 'right and left ', 'mg ', '10 mg ', 'x 3 '],
    ...['43 year old ', 'he she ', 'Dr. A ', 'Ms. Aa Bb ', 'MRN 1', 'SSN 123-45-', '123-45-6789 ', '(555) 555-'],
    ...[
      'a@b',
      'www.a',
      'http://a/',
      '8 CCR 9792.',
      'pages 1-',
      'pp. 1, ',
      'Chapter 1, ',
      'medically necessary ',
      'visits ',
    ],
    ...[
      '3 times a week for ',
      'L4-5 ',
      'is medically ',
      'is not medically necessary. ',
      'Six visits is: ',
      'see above ',
    ],
    ...items.fields.map(field => `${field.label}: `),
    ...items.fields
      .slice(0, 1)
      .flatMap(field => [`${field.label}\n`, `${field.label}: a\n`, `${field.label.slice(0, -1)} `]),
    ...items.decisions.flatMap(({ word }) => [`${word} `, `: ${word}\n`, `a: ${word}\n`]),
    ...header.fields.slice(0, 3).flatMap(({ label }) => [`${label}: `, `${label}\n`, `${label}: 1/1/2016\n`]),
    ...credentials.fields.map(({ label }) => `${label}: a, `),
    ...sections.slice(0, 2).flatMap(({ heading }) => [`${heading}\n`, `# ${heading}\n\n`]),
    ...(profile.guidelineLine
      ? [
          `${profile.guidelineLine.opening} ${profile.guidelineLine.standard} a, `,
          `${profile.guidelineLine.opening} `,
          `${profile.guidelineLine.standard}, `,
        ]
      : []),
  ];
}

/** About as long as asked for. */
export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

/** A letter that has a text in every place. */
export function letterOf(profile: Profile, text: string): string {
  const heading = (kind: string) => profile.sections.find(section => section.kind === kind)?.heading ?? '';
  const fields = profile.items.fields.map(({ label }) => `${label}: ${text}`).join('\n\n');
  const header = profile.header.fields.slice(0, 2).map(({ label }) => `${label}: ${text}`);
  // A broken word and a page's end: what is done where there are some is done with the text.
  const summary = `# ${heading('summary')}\n\nOne exam-\nple.\nPage 1 of 2\f${text}\n\n# ${heading('issues')}`;
  const title = `## Cane ${text}: ${profile.items.decisions[0]?.word ?? ''}`;
  return [...header, summary, title, fields, ''].join('\n\n');
}
