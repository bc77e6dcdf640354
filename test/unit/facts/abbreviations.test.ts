import assert from 'node:assert/strict';
import { abbreviationsIn } from '../../../server/src/core/facts/abbreviations';
import { Sentence } from '../../../server/src/core/facts/sentence';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { extendVocabulary } from '../../../server/src/core/vocabulary/extend';

const vocabulary = extendVocabulary(builtInVocabulary(), {
  version: 1,
  abbreviations: [{ short: 'PR-2', expansions: ['progress report'] }],
});

/** What is found, each as it is written, with a star where it is explained. */
function found(text: string): string[] {
  return abbreviationsIn(new Sentence(text, vocabulary)).map(
    ({ written, isExplained, start }) => `${text.slice(start, start + written.length)}${isExplained ? '*' : ''}`,
  );
}

describe('abbreviations in a sentence', () => {
  for (const [text, expected] of [
    ['An EMG was done.', ['EMG']],
    ['EMG/NCV and ESIs were asked for.', ['EMG', 'NCV', 'ESIs']],
    ['The PR-2 form is dated, the PR-3 is not.', ['PR-2']],
    ['The labs were PT/PTT and a CBC.', ['PT/PTT', 'CBC']],
    ['electromyography (EMG) was done', ['EMG*']],
    ['electromyography and nerve conduction (EMG/NCV) were done', ['EMG*', 'NCV*']],
    ['She has TENS (transcutaneous electrical nerve stimulation) at home', ['TENS*']],
    ['Range of motion, or ROM, is full', ['ROM*']],
    ['NCS-SSEP (nerve conduction study and the like) was asked for', ['NCS*', 'SSEP*']],
    ['The ROM (30 degrees) is less', ['ROM']],
    ['The brace (she has one at home, as the ROM is poor) helps', ['ROM']],
    ['THE EMG WAS DONE', []],
    ['An emg, the Rom of a town and ROMA', []],
    ['', []],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(found(text), expected));
  }

  it('takes its time from the length alone', function () {
    this.timeout(2000);
    for (const piece of ['EMG x ', 'A-', 'A/x', '(EMG', 'Aa', 'EMG/'])
      abbreviationsIn(new Sentence(piece.repeat(250_000), vocabulary));
  });
});
