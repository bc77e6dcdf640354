import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import type { Refactoring } from '../../server/src/core/services/refactorings/refactoring';
import { refactorings } from '../../server/src/core/services/refactorings/refactorings';
import { addSnippet, snippetFile } from '../../server/src/core/services/refactorings/snippetFile';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function offered(source: string): { text: string; found: readonly Refactoring[] } {
  const { text, cursors } = readMarked(source);
  const at = cursors[0] ?? assert.fail('no cursor');
  const letter = parseLetter(text, setup.profile);
  const found = refactorings({ letter, setup, span: { start: at, end: at }, isAsked: true, isSourceAsked: true });
  return { text, found: found.filter(({ kind }) => kind !== 'source') };
}

function only(source: string, id: string): Refactoring {
  const { found } = offered(source);
  return found.find(each => each.id === id) ?? assert.fail(`${id} is not among ${found.map(each => each.id)}`);
}

/** The letter after the refactoring is done at the cursor. */
function done(source: string, id: string): string {
  const refactoring = only(source, id);
  assert.equal(refactoring.disabled, null);
  return applyEdits(readMarked(source).text, refactoring.edits());
}

const issues = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n';
const item = (name: string, rationale = 'None.') => `## ${name}: Upheld\n\nDecision rationale: ${rationale}\n`;

describe('moving an item', () => {
  const first = item('Knee brace');
  const second = `<!-- letter-disable-next-line missing-reviewer-guideline -->\n${item('Left wrist MRI', 'One.\n\nTwo.')}`;
  const third = item('Gym membership');

  it('takes it past the one beside it, with the comments above it', () => {
    const source = `${issues}${first}\n${second.replace('wrist', 'wri‸st')}\n${third}`;
    assert.equal(done(source, 'move-item-up'), `${issues}${second}\n${first}\n${third}`);
    assert.equal(done(source, 'move-item-down'), `${issues}${first}\n${third}\n${second}`);
  });

  it('edits the item beside it, so that the cursor stays', () => {
    const source = `${issues}${first}\n${second.replace('wrist', 'wri‸st')}`;
    const at = readMarked(source).cursors[0] ?? 0;
    for (const { span } of only(source, 'move-item-up').edits()) assert.ok(span.end <= at || span.start > at);
  });

  it('works on items that are not marked, and on the last line', () => {
    const plain = (text: string) => text.replace(/^## /gm, '').trimEnd();
    const a = plain(first);
    const b = plain(third);
    assert.equal(done(`${issues}${a}\n\n${b.replace('Gym', 'G‸ym')}`, 'move-item-up'), `${issues}${b}\n\n${a}`);
  });

  it('says why it cannot be done', () => {
    const source = `${issues}${first.replace('Knee', 'Kn‸ee')}\n${third}`;
    assert.equal(only(source, 'move-item-up').disabled, 'This is the first item.');
    const last = `${issues}${first}\n${third.replace('Gym', 'G‸ym')}`;
    assert.equal(only(last, 'move-item-down').disabled, 'This is the last item.');
    assert.deepEqual(offered(`${issues}${first.replace('Knee', 'Kn‸ee')}`).found, []);
  });
});

describe('numbering items', () => {
  it('numbers them, anew where they were, and takes the numbers off', () => {
    const plain = `${issues}${item('Knee brace')}\n${item('Gym membership')}`;
    const numbered = `${issues}${item('1. Knee brace')}\n${item('2. Gym membership')}`;
    assert.equal(done(plain.replace('Knee', 'K‸nee'), 'number-items'), numbered);
    assert.equal(done(numbered.replace('Knee', 'K‸nee'), 'remove-numbers'), plain);
    assert.equal(done(numbered.replace('2. G', '3) ‸G'), 'number-items'), numbered);
    assert.ok(!offered(numbered.replace('Knee', 'K‸nee')).found.some(({ id }) => id === 'number-items'));
  });
});

describe("labelling the reviewer's credentials", () => {
  const head = '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\n';
  const prose = 'The expert reviewer is Board Certified in Family Practice and is licensed to practice in Ohio.';
  const fields = 'State(s) of Licensure: Ohio\nCertification(s)/Specialty: Family Practice\n';

  it('puts them on lines of their own and takes out their sentence', () => {
    assert.equal(
      done(`${head}The file was read.\nNo tie to any party. ${prose} More‸ words.\n`, 'label-credentials'),
      `${head}The file was read.\nNo tie to any party. More words.\n\n${fields}`,
    );
    assert.equal(done(`${head}Read.\n\n${prose}‸\n`, 'label-credentials'), `${head}Read.\n\n\n\n${fields}`);
  });

  it('says why it cannot be done, and is not offered where they stand so', () => {
    assert.match(only(`${head}The file was‸ read.\n`, 'label-credentials').disabled ?? '', /No sentence/);
    assert.deepEqual(offered(`${head}Read‸.\n\n${fields}`).found, []);
  });
});

describe('writing out an abbreviation', () => {
  const summary = '# CLINICAL CASE SUMMARY\n\n';

  it('does so at its first use, wherever it is asked for', () => {
    const source = `${summary}ESIs were given.\n\n${issues}${item('Brace', 'One ES‸I helped.')}`;
    assert.equal(
      done(source, 'write-out-0'),
      readMarked(source).text.replace('ESIs were', 'Epidural steroid injections (ESIs) were'),
    );
  });

  it('offers all that it may stand for', () => {
    const { found } = offered(`${summary}The P‸T helped.\n`);
    const titles = found.map(({ title }) => title);
    assert.ok(titles.length > 1 && titles.every(title => title.startsWith('Write out "PT" as "')), titles.join());
  });

  it('says that it is done already', () => {
    const source = `${summary}An epidural steroid injection (ESI) helped. The ES‸I was good.\n`;
    assert.equal(only(source, 'write-out-0').disabled, 'The letter writes it out already.');
  });
});

describe('saving a repeated paragraph', () => {
  const words =
    'The guideline supports a short course of visits that turns into exercises at home, where it is of use.';
  const again = words.replace('visits that', 'visits\nthat');

  it('is offered where it stands in more than one item', () => {
    const source = `${issues}${item('Brace', `One.\n\n${words.replace('short', 'sh‸ort')}`)}\n${item('Gym', again)}`;
    const { title, snippet } = only(source, 'save-repeated');
    assert.equal(title, 'Save this paragraph, which stands in 2 items, as a snippet');
    assert.deepEqual(snippet, { name: 'The guideline supports a short course', text: words });
    assert.ok(!offered(`${issues}${item('Brace', `${words}‸`)}`).found.some(({ id }) => id === 'save-repeated'));
  });

  it('makes a file of snippets, and adds to one', () => {
    const snippet = { name: 'A "name"', text: 'Costs $5 {a} \\ b' };
    const made = snippetFile(snippet, 'x');
    const saved = { scope: 'x', prefix: 'a-name', body: ['Costs \\$5 {a\\} \\\\ b'] };
    assert.deepEqual(JSON.parse(made), { 'A "name"': saved });
    const edit = addSnippet(made, { ...snippet, name: 'Second' }, 'x') ?? assert.fail();
    const both = JSON.parse(applyEdits(made, [edit])) as object;
    assert.deepEqual(Object.keys(both), ['A "name"', 'Second']);
    const empty = '// ours\n{\n}\n';
    const first = applyEdits(empty, [addSnippet(empty, snippet, 'x') ?? assert.fail()]);
    assert.ok(first.startsWith('// ours\n{\n  "A'), first);
    assert.equal(addSnippet('[]', snippet, 'x'), null);
  });
});

describe('converting the style of citations', () => {
  const claims = 'Claims Administrator guideline: ';
  const reviewer = 'MAXIMUS guideline: ';
  const letter = (first: string, second: string) =>
    `${issues}## Traction: Upheld\n\n${claims}Decision based on MTUS ${first}.\n\n${reviewer}Decision based on MTUS ${second}.\n\nDecision rationale: None.\n`;

  it('writes pages as the sections that stand on them', () => {
    const source = letter(
      'ACOEM Chapter 8 Neck and Upper‸ Back Complaints Page(s): 177-178',
      'ACOEM Chapter 12 Low Back Complaints, Chronic Pain Treatment Guidelines Massage therapy Page(s): 60',
    );
    const { title } = only(source, 'convert-style');
    assert.equal(title, 'Cite by edition and section in the whole letter');
    assert.equal(
      done(source, 'convert-style'),
      letter(
        'Neck and Upper Back Complaints 2004, Section(s): Special Studies',
        'Low Back Complaints 2004, and Chronic Pain Medical Treatment 2009, Section(s): Massage therapy',
      ),
    );
  });

  it('writes sections as their pages, those not known for sure as placeholders', () => {
    const source = letter(
      'Neck and Upper‸ Back Complaints 2004, Section(s): Special Studies, and Low Back Complaints 2004',
      'Chronic Pain Medical Treatment 2009, Section(s): Acetaminophen (APAP)',
    );
    assert.equal(only(source, 'convert-style').title, 'Cite by page in the whole letter (1 to be checked)');
    assert.equal(
      done(source, 'convert-style'),
      letter(
        'ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 177-179, ACOEM Chapter 12 Low Back Complaints',
        'Chronic Pain Treatment Guidelines Acetaminophen (APAP) Page(s): [[11-12]]',
      ),
    );
  });

  it('names what stays, and says why where nothing can be converted', () => {
    const unknown = 'Chronic Pain Medical Treatment 2016, Section(s): Functional restoration programs';
    const some = letter('Low‸ Back Complaints 2004', unknown);
    assert.equal(only(some, 'convert-style').title, `Cite by page in the whole letter ("${unknown}" stays)`);
    assert.ok(done(some, 'convert-style').includes(unknown));
    assert.equal(
      only(letter(unknown.replace('Chronic', 'Chr‸onic'), unknown), 'convert-style').disabled,
      `The catalogue cannot say how to write "${unknown}".`,
    );
  });

  it('is offered on guideline lines alone', () => {
    const source = letter('Low Back Complaints 2004', 'Low Back Complaints 2004').replace('None', 'No‸ne');
    assert.deepEqual(offered(source).found, []);
  });
});

describe('cleaning up as a refactoring', () => {
  const text = '# CLINICAL CASE SUMMARY\n\nOne\ntwo  three.\n\nFour\nfive.\n';
  const at = (start: number, end: number, isAsked: boolean, source = text) =>
    refactorings({
      letter: parseLetter(source, setup.profile),
      setup,
      span: { start, end },
      isAsked,
      isSourceAsked: isAsked,
    });

  it('is of the letter, or of what is selected', () => {
    const [selection, all] = at(text.indexOf('Four'), text.length, true);
    assert.deepEqual([selection?.id, all?.id], ['clean-up-selection', 'clean-up']);
    assert.equal(applyEdits(text, selection?.edits() ?? []), text.replace('Four\n', 'Four '));
    assert.equal(applyEdits(text, all?.edits() ?? []), '# CLINICAL CASE SUMMARY\n\nOne two three.\n\nFour five.\n');
  });

  it('says that there is nothing to do, and is not looked for unasked', () => {
    const [all] = at(0, 0, true, '# CLINICAL CASE SUMMARY\n\nDone.\n');
    assert.equal(all?.disabled, 'There is nothing to clean up.');
    assert.deepEqual(at(0, 0, false), []);
  });
});

it('unasked, items are moved from their titles alone', () => {
  const source = `${issues}${item('Knee brace')}\n${item('Gym membership')}`;
  const ids = (words: string) => {
    const at = source.indexOf(words);
    const letter = parseLetter(source, setup.profile);
    const asked = { isAsked: false, isSourceAsked: false };
    return refactorings({ letter, setup, span: { start: at, end: at }, ...asked }).map(({ id }) => id);
  };
  assert.deepEqual(ids('brace'), ['move-item-up', 'move-item-down', 'number-items']);
  assert.deepEqual(ids('None'), []);
});
