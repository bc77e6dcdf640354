import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseLetter } from '../../../server/src/core/language/letter';
import { printedHtml } from '../../../server/src/core/printed/document';
import { blockHtml, escapeHtml } from '../../../server/src/core/printed/html';
import type { Printed } from '../../../server/src/core/printed/printed';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import { testSetup } from '../../support/setup';

const setup = testSetup();
const span = { start: 0, end: 0 };

function printed(text: string): Printed {
  return printLetter(parseLetter(text, setup.profile), setup);
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '</style><script src="https://example.com/x.js">',
  '<style>@import url(https://example.com)</style>',
  '<img src=x onerror=alert(1)>',
  '" onload="alert(1)" x="',
  "' style='background:url(data:image/png;base64,AAAA)",
  '<a href="javascript:alert(1)">data:text/html,x</a>',
  '<iframe srcdoc="&lt;script&gt;">',
  '&lt;b&gt; &amp; &#60;script&#62;',
  '<!doctype html><base href="https://example.com">',
  '\u2028alert(1)\u2029',
  '<svg><animate onbegin=alert(1)>',
  '\u0000<\u0000script>',
  '{{x}} %3Cscript%3E',
  '`<b>`',
];

describe('a printed letter as HTML', () => {
  it('has an element with a class for every kind of block', () => {
    const runs = [
      { text: 'a ' },
      { text: 'b', strong: true, emphasis: true } as const,
      { text: ' [[c]]', placeholder: true } as const,
    ];
    const html = 'a <strong><em>b</em></strong><mark class="letter-placeholder"> [[c]]</mark>';
    assert.equal(blockHtml({ kind: 'paragraph', span, runs }), `<p class="letter-paragraph">${html}</p>`);
    assert.equal(blockHtml({ kind: 'heading', span, runs }), `<h2 class="letter-heading">${html}</h2>`);
    assert.equal(
      blockHtml({ kind: 'title', span, runs, decision: [{ text: 'No' }] }),
      `<h3 class="letter-title">${html}: <span class="letter-decision">No</span></h3>`,
    );
    assert.equal(blockHtml({ kind: 'title', span, runs, decision: [] }), `<h3 class="letter-title">${html}</h3>`);
    assert.equal(
      blockHtml({ kind: 'field', span, label: 'L', runs }),
      `<p class="letter-field"><span class="letter-label">L:</span> ${html}</p>`,
    );
    assert.equal(blockHtml({ kind: 'list', span, items: [runs] }), `<ul class="letter-list"><li>${html}</li></ul>`);
    assert.equal(
      blockHtml({ kind: 'header', span, rows: [{ label: 'L', value: runs, span }] }),
      `<table class="letter-header"><tbody><tr><th scope="row">L:</th><td>${html}</td></tr></tbody></table>`,
    );
  });

  it('reads nothing of a letter as HTML', () => {
    for (const words of HOSTILE) {
      const text = `Case Number: ${words}\n\n# ${words}\n\n${words}\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## ${words}: Upheld\n\nDecision rationale: **${words}** [[${words}]]\n\n- ${words}\n`;
      const page = printed(text);
      const html = page.blocks.map(blockHtml).join('');
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        assert.match(
          tag,
          /^<\/?(?:table|tbody|tr|th|td|h2|h3|p|ul|li|span|mark|em|strong)(?: (?:class="letter-[a-z]+"|scope="row"))?>$/,
        );
      }
      const said = html.replace(/<[^>]*>/g, '');
      assert.doesNotMatch(said, /[<>"'`\0]/);
      const document = printedHtml(page);
      assert.equal(document.match(/<style>/g)?.length, 1);
      assert.equal(document.match(/<\/style>/g)?.length, 1);
      assert.doesNotMatch(document, /<script|<img|<iframe|<svg|<a |<base/);
    }
  });

  it('shows what a page cannot hold as a character that cannot be shown', () => {
    assert.equal(escapeHtml('a\u0000b\ud800c\u001bd\u{1f600}'), 'a\ufffdb\ufffdc\ufffdd\u{1f600}');
  });

  it('is a page of its own, which loads nothing and names no one', () => {
    const page = printed(readFileSync('examples/2016-section-style.letter', 'utf8'));
    const html = printedHtml(page);
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en-US">/);
    assert.ok(html.includes(`<title>CM16-0000001, ${page.house.organisation}</title>`));
    assert.ok(
      html.includes(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`),
    );
    assert.doesNotMatch(html, /https?:|src=|href=|name="author"|name="generator"|url\(|<script/);
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.equal(html.match(/<h2 /g)?.length, 3);
    assert.equal(html.match(/<h3 /g)?.length, 3);
    assert.equal(html.match(/<th scope="row">/g)?.length, 7);
  });

  it('has pages of the house, with the case number and the number of the page at their foot', () => {
    const page = printed('Case Number: CM16-0000001\n');
    const { house } = page;
    const html = printedHtml({
      ...page,
      house: {
        ...house,
        page: 'a4',
        margins: { top: 10, right: 20, bottom: 30, left: 40 },
        letterhead: ['A & B', 'C'],
      },
    });
    assert.match(html, /size: A4;\n {2}margin: 10mm 20mm 30mm 40mm;/);
    assert.match(html, /"CM16-0000001"/);
    assert.match(html, /counter\(page\) " of " counter\(pages\)/);
    assert.match(html, /<div class="letter-letterhead"><p>A &amp; B<\/p><p>C<\/p><\/div>/);
  });

  it('lets no case number out of the style sheet', () => {
    const page = printed('Case Number: x"}</style><script>alert(1)</script>\\a\n');
    assert.notEqual(page.caseNumber, '');
    const style = /<style>([\s\S]*?)<\/style>/.exec(printedHtml(page))?.[1] ?? '';
    const content = /@bottom-left \{ content: (.*); font/.exec(style)?.[1] ?? '';
    assert.match(content, /^"(?:[A-Za-z0-9 -]|\\[0-9a-f]+ )*"$/);
  });
});
