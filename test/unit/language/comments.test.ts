import assert from 'node:assert/strict';
import { claimsLine, fieldSketch, fields, headerOf, issues, itemsOf, read, reviewerLine, sectionsOf } from './sketch';

const cane = { title: 'Cane', decision: 'Upheld', ...fieldSketch };
const comment = '<!-- a note -->';
const long = '<!-- a note\n\n# CLINICAL CASE SUMMARY\n\n## Brace: Overturned\n\nMAXIMUS guideline: none.\n-->';

describe('comments', () => {
  const places: Record<string, (comment: string) => string> = {
    'above the heading': c => `${c}\n${issues('## Cane: Upheld', fields)}`,
    'below the heading': c => issues('## Cane: Upheld', fields).replace('RATIONALES\n', `RATIONALES\n${c}\n`),
    'above a marked title': c => issues(`${c}\n## Cane: Upheld`, fields),
    'above a plain title': c => issues(`${c}\nCane: Upheld`, fields),
    'behind a marked title': c => issues(`## Cane: Upheld ${c}`, fields),
    'behind a plain title': c => issues(`Cane: Upheld ${c}`, fields),
    'between a title and its decision': c => issues(`## Cane: ${c} Upheld`, fields),
    'before the colon of a title': c => issues(`Cane ${c}: Upheld`, fields),
    'before a plain title on its line': c => issues(`${c} Cane: Upheld`, fields),
    'between a title and its fields': c => issues('Cane: Upheld', c, fields),
    'between a title and its fields, without a blank line': c => issues(`Cane: Upheld\n${c}\n${fields}`),
    'between a marked title and its fields': c => issues(`## Cane: Upheld\n${c}\n${fields}`),
    'before a label on its line': c => issues('## Cane: Upheld', `${c} ${fields}`),
    'behind a label': c => issues('## Cane: Upheld', fields.replace('rationale: ', `rationale: ${c} `)),
    'in a value': c => issues('## Cane: Upheld', fields.replace('knee is', `knee ${c} is`)),
    'in a value, on lines of its own': c => issues('## Cane: Upheld', fields.replace('knee is', `knee\n${c}\nis`)),
    'within a word': c => issues('## Cane: Upheld', fields.replace('stable', `sta${c}ble`)),
    'between fields': c => issues('## Cane: Upheld', fields.replace('\n\nMAX', `\n\n${c}\n\nMAX`)),
    'behind the last word': c => issues('## Cane: Upheld', `${fields} ${c}`),
    'at the end': c => `${issues('## Cane: Upheld', fields)}\n\n${c}\n`,
  };

  for (const [where, put] of Object.entries(places)) {
    for (const [name, text] of [
      ['on one line', comment],
      ['over lines, with headings and labels in it', long],
      ['with a decision in it', '<!-- as before: Overturned -->'],
      ['two, one below the other', `${comment}\n${comment}`],
      ['two side by side', `${comment}${long}`],
      ['with one in it, which does not nest', '<!-- a <!-- b -->'],
      ['over lines, with one in it', '<!-- a\n<!-- b\nc -->'],
      ['empty', '<!---->'],
    ] as const) {
      if (text.includes('\n') && (where.includes('title on its line') || where === 'within a word')) continue;
      it(`${where}: ${name}`, () => {
        for (const end of ['\n', '\r\n', '\r']) {
          const letter = read(put(text).replaceAll('\n', end));
          assert.deepEqual(itemsOf(letter), [cane]);
          assert.equal(letter.sections.length, 1);
          assert.deepEqual(letter.unclosedComments, []);
        }
      });
    }
  }

  it('that span lines are followed by what stands behind them on the line', () => {
    const text = issues('<!-- a\nb --> ## Cane: Upheld', `<!-- c\nd --> ${fields}`);
    assert.deepEqual(itemsOf(read(text)), [cane]);
    assert.deepEqual(
      sectionsOf(read('<!-- a\nb --> # CLINICAL CASE SUMMARY\n\nText.')).map(([, kind]) => kind),
      ['summary'],
    );
    assert.deepEqual(itemsOf(read(issues('<!-- a\nb --> Cane: Upheld', fields))), [cane]);
  });

  it('may hold the words of suppressions', () => {
    const text = issues(
      '<!-- letter-disable-next-line missing-decision: it is a draft -->',
      '## Cane: Upheld',
      `<!-- letter-disable empty-field -->\n${fields}\n<!-- letter-enable empty-field -->`,
    );
    assert.deepEqual(itemsOf(read(text)), [cane]);
  });

  it('that never close end with their line', () => {
    const letter = read(
      issues('## Cane: Upheld <!-- why', `${claimsLine} <!-- a <!-- b`, reviewerLine, '<!--', 'Decision rationale: x'),
    );
    assert.deepEqual(itemsOf(letter), [{ ...cane, rationale: 'x' }]);
    assert.deepEqual(
      letter.unclosedComments.map(line => letter.source.lines[line]?.content.includes('<!--')),
      [true, true, true],
    );
    assert.deepEqual(read('a\n<!-- b').unclosedComments, [1]);
    assert.deepEqual(read('<!-- b\na').unclosedComments, [0]);
  });

  it('closed by nothing but their own mark, or never opened, are text', () => {
    assert.deepEqual(read('a --> b').unclosedComments, []);
    const letter = read(issues('## Cane: Upheld', fields.replace('knee', 'a --> b')));
    assert.equal(itemsOf(letter)[0]?.rationale, fieldSketch.rationale.replace('knee', 'a --> b'));
    assert.deepEqual(read('<!-->').unclosedComments, [0]);
  });

  it('stand in the header', () => {
    const text =
      '<!-- Case Number: 2 -->\nCase Number: 1 <!-- 3 -->\n<!-- Priority:\nExpedited -->\nPriority: Standard';
    assert.deepEqual(headerOf(read(text)), { 'Case Number': '1', Priority: 'Standard' });
  });

  it('end a value of the credentials', () => {
    const text = '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\nState(s) of Licensure: Ohio <!-- and\nmore -->\nText.';
    assert.deepEqual(sectionsOf(read(text))[0]?.[2], { 'State(s) of Licensure': 'Ohio' });
  });
});
