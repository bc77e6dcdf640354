import assert from 'node:assert/strict';
import { useEditor } from './openEditor';

const head = '# CLINICAL CASE SUMMARY\n\n';
const copied = 'The left\nknee   was\nsore on 9-10-\n2015.';
const clean = 'The left knee was sore on 9-10-2015.';

// By the keys: in the browser, a paste that is run as a command does not reach the extension.
describe('a writer who pastes', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: 'paste.letter', text: head });
  // Until the server has started, all text is pasted as it is.
  before(() => editor().waitForProblems(({ errors }) => errors > 0));

  it('gets the text of a PDF as markup', async () => {
    await editor().goToEnd();
    await editor().page.evaluate(text => navigator.clipboard.writeText(text), copied);
    await editor().press('ControlOrMeta+V');
    await editor().waitForText(clean);
    assert.equal(await editor().save(), head + clean);
  });

  it('gets what was copied from a letter as it stands', async () => {
    await editor().goToEnd();
    await editor().press('ControlOrMeta+A');
    await editor().insert(`${head}${copied}\n`);
    await editor().press('ControlOrMeta+A');
    await editor().press('ControlOrMeta+C');
    await editor().press('Delete');
    await editor().press('ControlOrMeta+V');
    await editor().waitForText('knee   was');
    assert.equal(await editor().save(), `${head}${copied}\n`);
  });
});
