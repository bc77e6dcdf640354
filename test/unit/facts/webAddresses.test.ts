import assert from 'node:assert/strict';
import { webAddressesIn } from '../../../server/src/core/facts/webAddresses';
import { assertLinear } from '../../support/growth';

const found = (text: string) =>
  webAddressesIn(text).map(({ span, address }) => [text.slice(span.start, span.end), address]);

describe('addresses of the web', () => {
  it('end where the sentence goes on', () => {
    for (const behind of ['', '.', ', which', ') and', '; it', '.)', '?', '*']) {
      assert.deepEqual(found(`See (https://example.org/a/b_c?d=e#f${behind}`), [
        ['https://example.org/a/b_c?d=e#f', 'https://example.org/a/b_c?d=e#f'],
      ]);
    }
    assert.deepEqual(found('http://example.org/a_(b).'), [['http://example.org/a_(b)', 'http://example.org/a_(b)']]);
  });

  it('may lack what comes before www', () => {
    assert.deepEqual(found('at www.example.org/page, seen'), [
      ['www.example.org/page', 'https://www.example.org/page'],
    ]);
  });

  it('are those of pages alone', () => {
    for (const text of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://example.org/',
      'command:workbench.action.quit',
      'https://',
      'https://localhost/x',
      'www.',
      'https://example.org@elsewhere.example/x',
      'xhttps://example.org',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('are found in a time that grows with the text', () => {
    const pieces = ['https://', 'www.', 'https://a.b/(', 'www.a.a.a.', 'https://a.b)))', 'http'];
    assertLinear(pieces, text => [webAddressesIn(text), webAddressesIn(`https://example.org/${text}`)]);
  });
});
