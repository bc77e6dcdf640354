import assert from 'node:assert/strict';
import { necessityIn } from '../../../server/src/core/facts/necessity';
import { requestedIn } from '../../../server/src/core/facts/requested';

function requested(text: string): string[] {
  return requestedIn(text, necessityIn(text)).map(({ kind, span }) =>
    `${kind}: ${text.slice(span.start, span.end)}`.trim().replace(/ +/g, ' '),
  );
}

describe('what a sentence says is asked for', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['As such, the request for MRI of the left knee is not medically necessary.', 'finding: for MRI of the left knee'],
    ['The requested brace was deemed not-medically necessary.', 'finding: brace'],
    ['MRI of the neck is medically necessary.', 'finding: MRI of the neck'],
    ['Therefore, the massage will be considered medically unnecessary.', 'finding: the massage'],
    [
      'As the requested surgery is not medically necessary, the requested brace is not medically necessary.',
      'reason: surgery',
      'finding: brace',
    ],
    ['Given the findings of the hip, imaging of the knee is not medically necessary.', 'finding: imaging of the knee'],
    ['There is no pain that makes an MRI medically necessary.'],
    ['The request is for an X-ray of the foot.', 'request: an X-ray of the foot.'],
    ['The request was denied.'],
    ['Given this, the disputed brace, purchase, is not medically necessary.', 'finding: brace, purchase,'],
    ['He asked for authorization for an X-ray of the foot.', 'request: an X-ray of the foot.'],
    ['The exam does not support an MRI of the hip.', 'argument: an MRI of the hip.'],
    ['The worker does not meet the criteria for a wrist MRI, which are strict.', 'argument: a wrist MRI'],
    ['An MRI of the hip is not supported.', 'argument: An MRI of the hip'],
    ['I find the brace not medically necessary.', 'finding: the brace'],
    ['Injections are not necessary in most cases.'],
    ['The pain lasts and the request is not medically necessary.', 'argument: The pain lasts and the request'],
    ['The weather was fine.'],
    [''],
  ];
  for (const [text, ...expected] of cases) {
    it(text || 'nothing', () => assert.deepEqual(requested(text), expected));
  }

  it('is read in linear time', () => {
    const texts = [
      'the request for '.repeat(70_000),
      'the request is not medically necessary, '.repeat(25_000),
      `${'as, '.repeat(250_000)}not medically necessary`,
      'criteria for support '.repeat(50_000),
    ];
    for (const text of texts) {
      const start = performance.now();
      requestedIn(text, necessityIn(text));
      // Measured: under 30 ms. A quadratic search would take minutes.
      assert.ok(performance.now() - start < 1000);
    }
  });
});
