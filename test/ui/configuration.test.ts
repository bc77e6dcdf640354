import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useEditor } from './openEditor';

const title = '## Cyclobenzaprine 7.5mg #60';
const letter = readFileSync('examples/2016-section-style.letter', 'utf8').replace(`${title}: Upheld`, title);

describe('a team that configures its letters', function () {
  this.timeout(60_000);
  // The pause of a slow typist, so that a slow machine does not take the time for one.
  const settings = { 'determinationLetters.quietTyping.pause': 60_000 };
  const editor = useEditor({ letter: 'team.letter', text: letter, settings });

  it('sees nothing flagged on the line that is typed, until the cursor leaves it', async () => {
    await editor().waitForProblems(({ errors }) => errors === 1);
    await editor().goToText(title);
    await editor().waitForSquiggle('error');
    await editor().type(' tablets');
    await editor().waitForProblems(({ errors }) => errors === 0);
    await editor().press('ArrowUp');
    await editor().waitForProblems(({ errors }) => errors === 1);
    await editor().waitForSquiggle('error');
  });

  it('reads a mistake of its letters.config.json in that file', async () => {
    await configure('{\n  "rules": { "missing-decisions": "warning" }\n}\n');
    await editor().waitForProblems(({ errors, warnings }) => errors + warnings === 2);
    const problems = await editor().problems();
    assert.ok(
      problems.some(problem => /missing-decisions.*\[Ln 2,/.test(problem)),
      problems.join('\n'),
    );
    await editor().screenshot('configuration-with-a-mistake');
  });

  it('changes the severity of a rule in it, and the open letter follows', async () => {
    await configure('{ "rules": { "missing-decision": "warning" } }');
    await editor().waitForProblems(({ errors, warnings }) => errors === 0 && warnings === 1);
    await editor().waitForSquiggle('warning');
    await configure('{ "rules": { "missing-decision": "off" } }');
    await editor().waitUntilClean();
  });

  function configure(text: string): Promise<void> {
    return writeFile(join(editor().folder, 'letters.config.json'), text);
  }
});
