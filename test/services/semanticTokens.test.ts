import assert from 'node:assert/strict';
import { editLetter, type Letter, parseLetter } from '../../server/src/core/language/letter';
import { semanticTokens } from '../../server/src/core/services/semanticTokens/semanticTokens';
import type { Token } from '../../server/src/core/services/semanticTokens/token';
import type { Setup } from '../../server/src/core/setup';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

/** Each token as its words, its type and its modifier, if any. */
function shown(letter: Letter, tokens: readonly Token[]): string[] {
  return tokens.map(({ span, type, modifier }) => {
    const words = letter.source.text.slice(span.start, span.end);
    return `${words} | ${modifier === null ? type : `${type}.${modifier}`}`;
  });
}

function tokensOf(text: string, with_: Setup = setup): string[] {
  const letter = parseLetter(text, with_.profile);
  return shown(letter, semanticTokens(letter, with_));
}

const letterWith = (lines: string, title = 'Knee brace: Upheld') =>
  `UR Denial Date: 10/03/2016

# IMR ISSUES, DECISIONS AND RATIONALES

## ${title}

${lines}
`;

/** Those of the item alone. */
function inItem(lines: string, title?: string): string[] {
  return tokensOf(letterWith(lines, title)).slice(3);
}

describe('semantic tokens', () => {
  it('tell headings, labels, dates, titles and decisions', () => {
    assert.deepEqual(tokensOf(letterWith('Decision rationale: The records hold no finding.')), [
      'UR Denial Date | property',
      '10/03/2016 | number',
      'IMR ISSUES, DECISIONS AND RATIONALES | namespace',
      'Knee brace | class',
      'Upheld | keyword.uphold',
      'Decision rationale | property',
    ]);
  });

  it('tell the outcome of a decision, and a word that is none', () => {
    assert.ok(inItem('', 'Knee brace: Overturned').includes('Overturned | keyword.overturn'));
    assert.ok(inItem('', 'Knee brace: Uphled').includes('Uphled | keyword.unknown'));
    assert.ok(inItem('', 'Knee brace: Modified').includes('Modified | keyword.unknown'));
    const federal = testSetup({}, 'federal-external-review');
    const { sections, items } = federal.profile.profile;
    const label = items.caseDecision?.label ?? assert.fail();
    const text = `# ${sections.at(-1)?.heading}\n\n${label}: Upheld. The plan was right.\n`;
    assert.ok(tokensOf(text, federal).includes('Upheld | keyword.uphold'), tokensOf(text, federal).join('\n'));
  });

  it('tell how certain a citation is', () => {
    const cited = (words: string) =>
      inItem(`MAXIMUS guideline: Decision based on MTUS ${words}.`).filter(one => one.includes('| type'));
    const neck = 'Neck and Upper Back Complaints 2004';
    assert.deepEqual(cited(neck), [`${neck} | type.verified`]);
    assert.deepEqual(cited(`${neck}, Section(s): Special Studies`), [
      `${neck}, Section(s): Special Studies | type.verified`,
    ]);
    assert.deepEqual(cited('Knee Complaints 2004, Section(s): Sighs'), [
      'Knee Complaints 2004, Section(s): Sighs | type.unverified',
    ]);
    assert.deepEqual(cited('Heartache Complaints 2004'), ['Heartache Complaints 2004 | type.unverified']);
    assert.deepEqual(cited('Chronic Pain Medical Treatment 2009, Section(s): Opioids'), [
      'Chronic Pain Medical Treatment 2009, Section(s): Opioids | type.superseded',
    ]);
    assert.deepEqual(cited('ACOEM Chapter 13 Knee Complaints Page(s): 1'), [
      'ACOEM Chapter 13 Knee Complaints Page(s): 1 | type.unverified',
    ]);
  });

  it('tell other sources', () => {
    const tokens = inItem(
      'MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg Chapter.',
    );
    assert.ok(tokens.some(one => one.startsWith('Official Disability Guidelines') && one.includes('| type.')));
  });

  it('tell sides of body parts, and leave alone what only looks like one', () => {
    assert.deepEqual(
      inItem('Decision rationale: The left knee was seen; he left the office.', 'Right knee brace: Upheld'),
      [
        'Right | enumMember',
        'knee brace | class',
        'Upheld | keyword.uphold',
        'Decision rationale | property',
        'left | enumMember',
      ],
    );
  });

  it('tell placeholders before all else', () => {
    assert.deepEqual(
      inItem('Decision rationale: Seen on [[date]] and 10/10/2016, ____.', '[[service]]: [[decision]]'),
      [
        '[[service]] | parameter',
        ': | class',
        '[[decision]] | parameter',
        'Decision rationale | property',
        '[[date]] | parameter',
        '10/10/2016 | number',
        '____ | parameter',
      ],
    );
  });

  it('tell comments, and in those that speak to the checks what they say', () => {
    const text =
      'Priority: <!-- letter-disable-next-line header-value, header-field: for now -->Standard\n<!-- 10/10/2016\nnote -->\n';
    assert.deepEqual(tokensOf(text), [
      'Priority | property',
      '<!-- | comment',
      'letter-disable-next-line | macro',
      'header-value | variable',
      ', | comment',
      'header-field | variable',
      ': for now --> | comment',
      '<!-- 10/10/2016 | comment',
      'note --> | comment',
    ]);
  });

  it('stand on one line each, and neither overlap nor are empty', () => {
    const text = letterWith(
      'MAXIMUS guideline: Decision based on MTUS Knee\r\n  Complaints <!-- x -->2004,\fSection(s): Special\nStudies.',
      'Brace for the right\nknee: Upheld',
    );
    const letter = parseLetter(text, setup.profile);
    const tokens = semanticTokens(letter, setup);
    let end = 0;
    for (const { span } of tokens) {
      assert.ok(span.start >= end && span.end > span.start);
      assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n\f]|^\s|\s$/);
      end = span.end;
    }
    assert.deepEqual(
      shown(letter, tokens).filter(one => one.includes('| type') || one.includes('comment')),
      [
        'Knee | type.unverified',
        'Complaints | type.unverified',
        '<!-- x --> | comment',
        '2004, | type.unverified',
        'Section(s): Special | type.unverified',
        'Studies | type.unverified',
      ],
    );
  });

  it('are told of a range alone', () => {
    const { text, ranges } = readMarked(letterWith('⟪Decision⟫ rationale: On 10/10/2016.'));
    const letter = parseLetter(text, setup.profile);
    assert.deepEqual(shown(letter, semanticTokens(letter, setup, ranges[0])), ['Decision rationale | property']);
  });

  it('are worked out anew only for what was edited', () => {
    const { text, cursors } = readMarked(
      `${letterWith('Decision rationale: One on 10/10/2016.‸')}\n## Crutches: Overturned\n\nDecision rationale: Two.\n`,
    );
    const at = cursors[0] ?? assert.fail();
    const letter = parseLetter(text, setup.profile);
    const before = semanticTokens(letter, setup);
    const edited = editLetter(
      letter,
      { start: at, end: at },
      ' On 10/11/2016.',
      `${text.slice(0, at)} On 10/11/2016.${text.slice(at)}`,
    );
    const after = semanticTokens(edited, setup);
    assert.deepEqual(shown(edited, after).length, before.length + 1);
    assert.deepEqual(shown(edited, after), tokensOf(edited.source.text));
  });

  it('follow the date that decides about editions', () => {
    const text = letterWith(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.',
    );
    const letter = parseLetter(text, setup.profile);
    const citation = (of: Letter) => shown(of, semanticTokens(of, setup)).find(one => one.includes('| type'));
    assert.match(citation(letter) ?? '', /superseded$/);
    const at = text.indexOf('2016');
    const edited = editLetter(letter, { start: at, end: at + 4 }, '2014', text.replace('2016', '2014'));
    assert.match(citation(edited) ?? '', /verified$/);
  });

  it('are quick for a long line made to be slow', () => {
    const hostile = [`${'[['.repeat(200_000)}`, `${'<!--'.repeat(100_000)}`, `${'left knee 1/1/2016 '.repeat(20_000)}`];
    for (const words of hostile) {
      const start = performance.now();
      tokensOf(letterWith(`Decision rationale: ${words}`));
      assert.ok(performance.now() - start < 4000, `${words.slice(0, 20)}: ${performance.now() - start} ms`);
    }
  });
});
