import assert from 'node:assert/strict';
import type { Dialog, Request } from 'playwright-core';
import { useEditor } from './openEditor';

/** Whoever answers here was called by a letter. */
const elsewhere = 'hostile.example';
const hostile = [
  `<script>alert(1); document.title = 'taken'</script>`,
  `<img src="http://${elsewhere}/a.png" onerror="alert(2)">`,
  `<style>main { display: none } @import url(http://${elsewhere}/a.css);</style>`,
  `<a href="javascript:alert(3)">link</a> [link](javascript:alert(4)) ![picture](http://${elsewhere}/b.png)`,
  `</p></main></body><iframe src="http://${elsewhere}/c.html"></iframe>`,
  `<svg onload="alert(5)"><use href="http://${elsewhere}/d.svg#x"/></svg>&lt;b&gt;`,
];
const text = `Case Number: CM16-0000001 <script>alert(6)</script>
Priority: "><img src=x onerror=alert(7)>

# CLINICAL CASE SUMMARY <b>bold</b>

${hostile.join('\n\n')}

# IMR ISSUES, DECISIONS AND RATIONALES

## <img src="http://${elsewhere}/e.png"> brace: Upheld

Decision rationale: <script src="http://${elsewhere}/f.js"></script>
`;

describe('the preview of a letter that brings more than words', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: 'hostile.letter', text, size: { width: 1400, height: 800 } });
  const called: string[] = [];
  const noteRequest = (request: Request) => {
    if (request.url().includes(elsewhere)) called.push(request.url());
  };
  const noteDialog = (dialog: Dialog) => {
    called.push(dialog.message());
    dialog.dismiss().catch(() => {});
  };
  before(() => {
    editor().page.on('request', noteRequest);
    editor().page.on('dialog', noteDialog);
  });
  after(() => {
    editor().page.off('request', noteRequest);
    editor().page.off('dialog', noteDialog);
  });
  const page = () => editor().webview();

  it('shows its characters, and runs and loads nothing of it', async () => {
    await editor().waitForText('Case Number:');
    await editor().runCommand('Determination Letters: Open Preview to the Side');
    await page().locator('h3', { hasText: 'brace' }).waitFor();
    const shown = await page().locator('main').innerText();
    for (const line of hostile) assert.ok(shown.includes(line), line);
    assert.ok(shown.includes('<script>alert(6)</script>') && shown.includes('"><img src=x onerror=alert(7)>'), shown);
    const found = await page().locator('main :is(script, img, style, a, iframe, svg:not(button svg), b, link)').count();
    assert.equal(found, 0);
    assert.deepEqual(called, []);
    await editor().screenshot('preview-hostile');
  });

  it('stands in a page that could load nothing from elsewhere, and run no other script', async () => {
    const policy = await page().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; /);
    assert.ok(!/unsafe|data:|\*(?!\.)/.test((policy ?? '').replace(/https:\/\/\*\.\S+/g, '')), policy ?? '');
    const refused = await page()
      .locator('main')
      .evaluate(async (main, host) => {
        const violations: string[] = [];
        document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken"';
        const image = document.createElement('img');
        image.src = `http://${host}/g.png`;
        const style = document.createElement('style');
        style.textContent = 'main { display: none }';
        main.append(script, image, style);
        while (violations.length < 3) await new Promise(requestAnimationFrame);
        for (const added of [script, image, style]) added.remove();
        return violations.sort();
      }, elsewhere);
    assert.deepEqual(refused, ['img-src', 'script-src-elem', 'style-src-elem']);
  });
});
