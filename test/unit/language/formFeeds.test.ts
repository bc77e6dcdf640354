import assert from 'node:assert/strict';
import { fieldSketch, fields, headerOf, issues, itemsOf, read, sectionsOf } from './sketch';

const item = (title: string, decision = 'Upheld') => ({ title, decision, ...fieldSketch });
const dense = fields.replace(/\n\n/g, '\n');

describe('form feeds', () => {
  const letters: Record<string, string> = {
    'at the start of a title': issues('Brace: Upheld', fields, '\fCane: Upheld', fields),
    'as the only break before a title': issues('Brace: Upheld', `${dense}\n\fCane: Upheld\n${dense}`),
    'without a line end before a title': issues('Brace: Upheld', `${dense}\fCane: Upheld\n${dense}`),
    'on a line of its own before a title': issues('Brace: Upheld', `${dense}\n\f\nCane: Upheld\n${dense}`),
    'behind a title, before its fields': issues('Brace: Upheld', fields, `Cane: Upheld\f${dense}`),
    'behind a title and a blank': issues('Brace: Upheld', fields, `Cane: Upheld \f ${dense}`),
    'behind a title with a blank line': issues('Brace: Upheld', fields, `Cane: Upheld\n\n\f${dense}`),
    'before every label': issues('Brace: Upheld', fields, `Cane: Upheld\n\f${dense.replace(/\n/g, '\n\f')}`),
    'before every label, without line ends': issues(
      'Brace: Upheld',
      fields,
      `Cane: Upheld\f${dense.replace(/\n/g, '\f')}`,
    ),
    'in the middle of a sentence': issues(
      'Brace: Upheld',
      fields,
      'Cane: Upheld',
      fields.replace('knee is', 'knee\n\fis'),
    ),
    'in the middle of a sentence, below a blank line': issues(
      'Brace: Upheld',
      fields,
      'Cane: Upheld',
      fields.replace('knee is', 'knee\n\n\fis'),
    ),
    'within a line': issues('Brace: Upheld', fields, 'Cane: Upheld', fields.replace('knee is', 'knee \f is')),
    'between words': issues('Brace: Upheld', fields, 'Cane: Upheld', fields.replace('knee is', 'knee\fis')),
    'behind a sentence of a rationale': issues(
      'Brace: Upheld',
      fields,
      'Cane: Upheld',
      fields.replace('. As', '.\n\fAs'),
    ),
    'at the end': `${issues('Brace: Upheld', fields, 'Cane: Upheld', fields)}\f`,
    'at the end, twice': `${issues('Brace: Upheld', fields, 'Cane: Upheld', fields)}\n\f\n\f`,
    'at the start': `\f${issues('Brace: Upheld', fields, 'Cane: Upheld', fields)}`,
    'before a marked title': issues('## Brace: Upheld', `${fields}\f## Cane: Upheld`, fields),
  };
  for (const [where, text] of Object.entries(letters)) {
    it(`${where} leave the items as they are`, () => {
      for (const end of ['\n', '\r\n', '\r']) {
        assert.deepEqual(itemsOf(read(text.replaceAll('\n', end))), [item('Brace'), item('Cane')], JSON.stringify(end));
      }
    });
  }

  it('may stand within a title', () => {
    for (const feed of ['\n\f', '\f', ' \f ', '\n\f\n']) {
      for (const mark of ['', '## ']) {
        const text = issues(`${mark}Brace: Upheld`, fields, `${mark}A cane${feed}for the left hand is: Upheld`, fields);
        assert.deepEqual(
          itemsOf(read(text)),
          [item('Brace'), item('A cane for the left hand is')],
          JSON.stringify(feed),
        );
      }
    }
  });

  it('may stand between a title and its decision', () => {
    const text = issues('Brace: Upheld', fields, 'A cane is:\n\fUpheld', fields);
    assert.deepEqual(itemsOf(read(text)), [item('Brace'), item('A cane is')]);
  });

  it('part a paragraph that has lost its label from the title below it', () => {
    const bare = dense.replace('Decision rationale: ', '\f');
    const items = itemsOf(read(issues('Brace: Upheld', `${bare}\nCane: Upheld\n${dense}`)));
    assert.deepEqual(items[1], item('Cane'));
    assert.equal(items.length, 2);
  });

  it('before a heading, or within its line, leave it a heading', () => {
    for (const text of [
      'Text.\n\fCLINICAL CASE SUMMARY\nText.',
      'Text.\fCLINICAL CASE SUMMARY\fText.',
      '\f\f# CLINICAL CASE SUMMARY',
    ]) {
      assert.deepEqual(
        sectionsOf(read(text)).map(([, kind]) => kind),
        ['summary'],
      );
    }
  });

  it('in the header end a line', () => {
    const text =
      'Case Number: 1\fPriority: Standard\f\nDecision Date:\f11/14/2016\n\fApplication\n\fReceived:\n\f10/11/2016\f';
    assert.deepEqual(headerOf(read(text)), {
      'Case Number': '1',
      Priority: 'Standard',
      'Decision Date': '11/14/2016',
      'Application Received': '10/11/2016',
    });
  });

  it('alone are a letter', () => {
    for (const text of ['\f', '\f\f', '\n\f\n', ' \f ', '\r\n\f']) assert.equal(read(text).parts.length, 1);
  });
});
