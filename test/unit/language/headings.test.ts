import assert from 'node:assert/strict';
import { fieldSketch, fields, issues, itemsOf, read, sectionsOf } from './sketch';

const kinds = (text: string) => sectionsOf(read(text)).map(([title, kind]) => [title, kind]);

describe('headings', () => {
  it('are known in any case, with spaces doubled or lost, in bold, with a colon, centred, behind a page break', () => {
    for (const heading of [
      '# CLINICAL CASE SUMMARY',
      '#  CLINICAL CASE SUMMARY  ',
      '#CLINICAL CASE SUMMARY',
      '# Clinical case summary',
      '# clinical case summary',
      '## CLINICAL CASE SUMMARY',
      '### CLINICAL CASE SUMMARY',
      '# **CLINICAL CASE SUMMARY**',
      'CLINICAL CASE SUMMARY',
      'Clinical Case Summary',
      '                    CLINICAL CASE SUMMARY',
      '\t\u00a0CLINICAL CASE SUMMARY',
      '\fCLINICAL CASE SUMMARY',
      '\f   # CLINICAL CASE SUMMARY',
      'CLINICAL CASE SUMMARY:',
      'CLINICAL  CASE   SUMMARY',
      'CLINICALCASE SUMMARY',
      'CLIN ICAL CASE SUM MARY',
      '**CLINICAL CASE SUMMARY**',
      '**CLINICAL CASE SUMMARY:**',
      'CASE SUMMARY',
      'CLINICAL CASE SUMARY',
      '\ufeffCLINICAL CASE SUMMARY',
    ]) {
      const found = kinds(`${heading}\nThe worker fell.\n`);
      assert.deepEqual(
        found.map(([, kind]) => kind),
        ['summary'],
        JSON.stringify(heading),
      );
    }
  });

  it('are printed without marks', () => {
    assert.deepEqual(kinds('# **Clinical  Case Summary:**\n'), [['Clinical Case Summary', 'summary']]);
  });

  it('are not words of a sentence', () => {
    for (const line of [
      'The clinical case summary follows.',
      'CLINICAL CASE SUMMARY of the worker',
      'clinical case summary',
      '- CLINICAL CASE SUMMARY',
      'Clinical case sumary',
    ]) {
      assert.deepEqual(kinds(`Text before.\n${line}\nText behind.`), [], line);
    }
  });

  it('that are marked may have any words', () => {
    assert.deepEqual(kinds('# Enclosures\n\nNone.\n'), [['Enclosures', 'other']]);
    assert.deepEqual(kinds('#\n\nNone.\n'), [['', 'other']]);
  });

  it('are no quantities behind a number sign, and no lines behind three of them', () => {
    const text = issues(
      '## Norco: Upheld',
      fields,
      'The request for Norco\n# 60 was certified as\n#30 only.\n### Analysis\nNone.',
    );
    assert.deepEqual(itemsOf(read(text)), [
      {
        title: 'Norco',
        decision: 'Upheld',
        ...fieldSketch,
        rationale: `${fieldSketch.rationale} The request for Norco # 60 was certified as #30 only. ### Analysis None.`,
      },
    ]);
  });

  it('part the letter; only the first section of a kind need not be the only one', () => {
    const text = `# CLINICAL CASE SUMMARY\n\nOne.\n\n${issues('## Cane: Upheld', fields)}\n\n# CLINICAL CASE SUMMARY\n\nTwo.`;
    assert.deepEqual(
      kinds(text).map(([, kind]) => kind),
      ['summary', 'issues', 'summary'],
    );
  });

  it('alone are a letter', () => {
    assert.deepEqual(kinds('# CLINICAL CASE SUMMARY'), [['CLINICAL CASE SUMMARY', 'summary']]);
    assert.deepEqual(kinds('CLINICAL CASE SUMMARY'), [['CLINICAL CASE SUMMARY', 'summary']]);
  });
});
