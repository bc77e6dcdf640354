import assert from 'node:assert/strict';
import { credentialsOf } from '../../../server/src/core/language/credentials';
import { letterFacts } from '../../../server/src/core/language/facts';
import { editLetter, type Letter } from '../../../server/src/core/language/letter';
import { claimsLine, fields, issues, itemsOf, rationaleLine, read, reviewerLine } from './sketch';

/*
 * Texts that are no letters, or are far too large. They are read without loss, in a time that grows with their length:
 * where every line were compared with every other one, a test would run into its limit.
 */

const million = 1_000_000;
const repeat = (text: string, size = million / 8) => text.repeat(Math.ceil(size / text.length));

/** Everything that can be asked of a letter. */
function readAll(letter: Letter): void {
  for (const { part } of letter.parts) {
    for (const field of part.fields) field.text.source(0, field.text.text.length);
    if (part.kind === 'section') part.body.source(0, part.body.text.length);
    if (part.kind === 'item') part.title.text.source(0, part.title.text.text.length);
  }
  credentialsOf(letter);
  letterFacts(letter);
}

const heading = 'IMR ISSUES, DECISIONS AND RATIONALES\n';
const made = 'HOW THE IMR FINAL DETERMINATION WAS MADE\n';

const small: Record<string, string> = {
  'no text': '',
  'one character': 'x',
  'a byte-order mark': '\ufeff',
  blanks: ' \t\u00a0\u3000',
  'a line end': '\n',
  'a CRLF': '\r\n',
  NUL: '\u0000\u0000\n\u0000: \u0000',
  'a lone surrogate': '\ud83d',
  'lone surrogates in a title': issues('## \udc00 Cane \ud83d: Upheld', fields),
  'a heading alone': '# CLINICAL CASE SUMMARY',
  'a label alone': claimsLine.slice(0, claimsLine.indexOf(':') + 1),
  'a decision alone': 'Upheld',
  'binary data': Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 7919) & 0xff)).join(''),
  'every character': Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).join(''),
};

const large: Record<string, string> = {
  'one word': repeat('a', million),
  'one line of words': repeat('the knee is stable ', million),
  'one line of colons': repeat(':'),
  'one line of spaced colons': repeat(' : '),
  'one line of hashes': repeat('#'),
  'one line of asterisks': repeat('*'),
  'one line of emphasis': repeat('*a '),
  'one line of spaces': repeat(' '),
  'a long heading': `# ${repeat('CLINICAL ')}`,
  'a long title': `${heading}\n## ${repeat('Cane: ')}Upheld\n\n${fields}`,
  'a long label': `${heading}\n${repeat('Decision rationale ')}: x`,
  'a long value': `${heading}\nCane: Upheld\n${claimsLine} ${repeat('word ')}`,
  'one line of header labels': repeat('Decision Date: 1 '),
  'lines of header labels': repeat('Decision Date: 1\n'),
  'lines of the last words of labels': repeat('Date:\n'),
  'lines of the first words of labels': repeat('UR Denial Application Date of\n'),
  'lines of broken labels': repeat('Application UR Denial\nReceived: Date:\n'),
  'lines of short unknown labels': repeat('a:\n'),
  'line ends': repeat('\n'),
  'CR line ends': repeat('\r'),
  'form feeds': repeat('\f'),
  'form feeds and blanks': repeat('\f   '),
  'form feeds between words': repeat('a\f'),
  'comments that open': repeat('<!--'),
  'comments that open on their line': repeat('<!--\n'),
  'comments that close': repeat('-->'),
  'comments that close on their line': repeat('-->\n'),
  'empty comments': repeat('<!---->'),
  'comments over two lines': repeat('<!--\n-->\n'),
  'comments side by side over lines': repeat('--><!--\n'),
  'a comment to the end': `<!--${repeat('Cane: Upheld\n')}-->`,
  'comments in header values': repeat('Priority: <!-- '),
  headings: repeat('# CLINICAL CASE SUMMARY\n'),
  'issues headings': repeat(heading),
  'marked titles': heading + repeat('## Cane: Upheld\n'),
  'marked drafts': heading + repeat('## Cane\n'),
  'marked titles of many lines': heading + repeat('## Cane\nof wood\n'),
  'marked titles that wait for their decision': heading + repeat('## Cane:\n\n'),
  'lines that end in a decision': heading + repeat('Cane: Upheld\n'),
  'decisions alone': heading + repeat('Upheld\n'),
  'decisions alone before a label': `${heading}${rationaleLine}\n${repeat('Upheld\n')}${reviewerLine}`,
  'decisions alone, far apart': heading + repeat('Upheld\n\n\n\n\n\n'),
  'lines that end in a colon': heading + repeat('Cane:\n'),
  'first labels': heading + repeat(`${claimsLine}\n`),
  'second labels': heading + repeat(`${reviewerLine}\n`),
  'labels in turn': heading + repeat(`${reviewerLine}\n${rationaleLine}\n`),
  'aliases of labels': heading + repeat('Rationale: x\n'),
  'labels with comments': heading + repeat('Decision rationale: <!-- x\n'),
  'sentences that say what was requested': heading + repeat('A cane was the original request.\n') + fields,
  'sentences that say what was authorised':
    heading + repeat('A cane was authorized by the Claims Administrator.\nThe original request, a cane:\n') + fields,
  'beginnings of credentials in prose': made + repeat('is Board Certified in '),
  'credentials in prose': made + repeat('is Board Certified in Surgery and is licensed to practice in Ohio. '),
  'labels of credentials': made + repeat('State(s) of Licensure: Ohio\n'),
  'a long list of states': `${made}State(s) of Licensure: ${repeat('Ohio, ')}`,
  'a long list of states in prose': `${made}is Board Certified in x and is licensed to practice in ${repeat('Ohio and ')}.`,
  'letters that grow in lower case': `${made}is Board Certified in ${'\u0130'.repeat(300)} and is licensed to practice in Ohio.`,
};

describe('hostile text', function () {
  this.timeout(6000);

  for (const [name, text] of Object.entries(small)) {
    it(`is read: ${name}`, () => readAll(read(text)));
  }

  for (const [name, text] of Object.entries(large)) {
    it(`is read and edited in good time: ${name}`, () => {
      let letter = read(text);
      readAll(letter);
      const middle = text.length >> 1;
      for (const [at, typed] of [
        [middle, 'x'],
        [0, '\n'],
        [text.length, ': Upheld'],
      ] as const) {
        const edited = letter.source.text.slice(0, at) + typed + letter.source.text.slice(at);
        letter = editLetter(letter, { start: at, end: at }, typed, edited);
      }
      readAll(letter);
    });
  }

  it('of ten megabytes is read', () => {
    const letter = read(
      issues('Cane: Upheld', fields) + repeat('\nThe knee is stable, and nothing was tried.', 10 * million),
    );
    assert.equal(letter.items.length, 1);
    assert.ok((letter.items[0]?.part.fields.at(-1)?.text.text.length ?? 0) > 10 * million);
  });

  it('with 5,000 items is read', () => {
    const list = Array.from({ length: 5000 }, (_, i) => `Visit ${i}: ${i % 2 ? 'Upheld' : 'Overturned'}\n\n${fields}`);
    const items = itemsOf(read(issues(...list)));
    assert.equal(items.length, 5000);
    assert.deepEqual([items[4999]?.title, items[4999]?.decision], ['Visit 4999', 'Upheld']);
  });

  it('with a line of a megabyte keeps its items', () => {
    const list = [
      `Cane, ${repeat('very ', million)}: Upheld`,
      fields,
      'Brace: Upheld',
      fields.replace('knee', repeat('knee ', million)),
    ];
    assert.deepEqual(
      itemsOf(read(issues(...list))).map(item => [item.title.slice(0, 5), item.decision]),
      [
        ['Cane,', 'Upheld'],
        ['Brace', 'Upheld'],
      ],
    );
  });
});
