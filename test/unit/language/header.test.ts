import assert from 'node:assert/strict';
import { covered, headerOf, read } from './sketch';

const whole = {
  'Case Number': 'CM16-0000001',
  'Date of Injury': '03/14/2016',
  'UR Denial Date': '10/03/2016',
  'Application Received': '10/11/2016',
  'Date Assigned': '10/18/2016',
  'Decision Date': '11/14/2016',
  Priority: 'Standard',
};

const written: Record<string, string> = {
  'a label on every line': Object.entries(whole)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n'),
  'two labels on a line': [
    'Case Number: CM16-0000001',
    'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
    'Decision Date: 11/14/2016 UR Denial Date: 10/03/2016',
    'Priority: Standard Application Received: 10/11/2016',
  ].join('\n'),
  'all on one line': Object.entries(whole)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' '),
  'a label broken over two lines, its value behind it': [
    'Case Number: CM16-0000001',
    'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
    'Decision Date: 11/14/2016 UR Denial Date: 10/03/2016',
    'Priority: Standard Application',
    'Received:',
    '10/11/2016',
  ].join('\n'),
  'a label broken over two lines, its value on the second': [
    'Case Number: CM16-0000001',
    'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
    'Decision Date: 11/14/2016 UR Denial Date: 10/03/2016',
    'Priority: Standard Application',
    'Received: 10/11/2016',
  ].join('\n'),
  'a label broken over two lines, its value between its pieces': [
    'Case Number:          CM16-0000001',
    'Date Assigned:        10/18/2016          Date of Injury:      03/14/2016',
    'Decision Date:        11/14/2016          UR Denial Date:      10/03/2016',
    'Priority:             Standard            Application          10/11/2016',
    '                                          Received:',
  ].join('\n'),
  'a label broken over two lines, its value on a line between them': [
    'Case Number: CM16-0000001',
    'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
    'Decision Date: 11/14/2016 UR Denial Date: 10/03/2016',
    'Priority: Standard',
    'Application',
    '10/11/2016',
    'Received:',
  ].join('\n'),
  'two broken labels side by side': [
    'Case Number: CM16-0000001    Date of Injury: 03/14/2016',
    'Date Assigned: 10/18/2016',
    'UR Denial     10/03/2016     Application    10/11/2016    Decision Date: 11/14/2016',
    'Date:                        Received:',
    'Priority: Standard',
  ].join('\n'),
  'labels in any case, with spaces doubled or lost, in bold': [
    'CASE NUMBER: CM16-0000001',
    'date of injury: 03/14/2016',
    'UR  Denial  Date : 10/03/2016',
    'Application\u00a0Received: 10/11/2016',
    'DateAssigned:10/18/2016',
    '**Decision Date:** 11/14/2016',
    '**Priority**: Standard',
  ].join('\n'),
  'values on the next line': Object.entries(whole)
    .map(([label, value]) => `${label}:\n${value}`)
    .join('\n'),
  'comments between': Object.entries(whole)
    .map(([label, value]) => `<!-- a\nb --> ${label}: <!-- Priority: Expedited --> ${value} <!-- c -->`)
    .join('\n'),
  'comments in a broken label and before its value': [
    'Case Number: CM16-0000001',
    'Date Assigned: 10/18/2016 Date of Injury: 03/14/2016',
    'Decision Date: 11/14/2016 UR Denial Date: 10/03/2016',
    'Priority: Standard Application',
    '<!-- a note -->',
    'Received:',
    '<!-- a note',
    'on two lines -->',
    '10/11/2016',
  ].join('\n'),
  'page breaks between': Object.entries(whole)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\f'),
  'text above and below': `A letter.\n\n${Object.entries(whole)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')}\n\nTo whom it may concern.\n`,
};

describe('the header', () => {
  for (const [name, text] of Object.entries(written)) {
    for (const [ends, end] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
      ['CR', '\r'],
    ] as const) {
      it(`reads ${name} (${ends})`, () => {
        const letter = `${text}\n\n# CLINICAL CASE SUMMARY\n\nDecision Date: 01/01/2001\n`.replaceAll('\n', end);
        assert.deepEqual(headerOf(read(letter)), whole);
      });
    }
  }

  it('may be absent', () => {
    assert.deepEqual(headerOf(read('# CLINICAL CASE SUMMARY\n\nText.')), {});
    assert.deepEqual(headerOf(read('')), {});
  });

  it('says how labels are spelt', () => {
    const spelling = (label: string) =>
      read(`${label}: 1`).header.part.fields.map(f => [f.spelling, f.definition.label]);
    assert.deepEqual(spelling('case number'), [['exact', 'Case Number']]);
    assert.deepEqual(spelling('IMR Case Number'), [['alias', 'Case Number']]);
    assert.deepEqual(spelling('UR Decision Date'), [['alias', 'UR Denial Date']]);
    assert.deepEqual(spelling('Case Numbr'), [['near', 'Case Number']]);
    assert.deepEqual(spelling('Number of the case'), []);
    assert.deepEqual(spelling('Showcase Number'), []);
  });

  it('takes a misspelt label only where the field is missing', () => {
    assert.deepEqual(headerOf(read('Case Numbr: 1\nPriority: Standard')), { 'Case Number': '1', Priority: 'Standard' });
    assert.deepEqual(headerOf(read('Case Numbr: 1\nCase Number: 2')), { 'Case Number': '2' });
  });

  it('has spans that cover labels, their pieces and values', () => {
    const letter = read('\ufeffPriority: Standard 😀 Application 10/11/2016\r\n  Received:\r\n');
    const { fields } = letter.header.part;
    const cover = (index: number, key: 'label' | 'labelRest' | 'value') => {
      const span = fields[index]?.[key];
      return span && covered(letter, 0, span);
    };
    assert.deepEqual([cover(0, 'label'), cover(0, 'labelRest'), cover(0, 'value')], ['Priority', null, 'Standard 😀']);
    assert.deepEqual(
      [cover(1, 'label'), cover(1, 'labelRest'), cover(1, 'value')],
      ['Application', 'Received', '10/11/2016'],
    );
  });

  it('has empty values where nothing stands, and takes no text below for one', () => {
    assert.deepEqual(headerOf(read('Case Number:\nPriority:\n\nTo whom it may concern.')), {
      'Case Number': '',
      Priority: '',
    });
    assert.deepEqual(headerOf(read('Priority: Standard\nTo whom it may concern.')), { Priority: 'Standard' });
  });

  it('does not join pieces that belong to no label, or to one that stands whole', () => {
    assert.deepEqual(headerOf(read('Reapplication\nReceived: 1')), {});
    assert.deepEqual(headerOf(read('UR Denial Date: 10/03/2016\nDate: 1')), {
      'UR Denial Date': '10/03/2016 Date: 1'.slice(0, 10),
    });
    assert.deepEqual(headerOf(read('Application form\nand more\nof it\nReceived: 1')), {});
  });
});
