import assert from 'node:assert/strict';
import { isNegatedAt, negationsIn } from '../../../server/src/core/facts/negations';
import { Sentence, sentenceOf } from '../../../server/src/core/facts/sentence';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

/** A sentence with «cue» and ⟦scope⟧ of its one denial. */
const documented = [
  'There is «no documentation of» ⟦physical therapy⟧.',
  'There was «no evidence of» ⟦radiculopathy on examination⟧.',
  'There is «no clear documentation of» ⟦a home exercise program⟧.',
  'There is a «lack of documentation indicating» ⟦the patient has tried NSAIDs⟧.',
  'There was also a «lack of documentation regarding» ⟦recent care⟧ to warrant the request.',
  'There is «no indication that» ⟦the worker has completed acupuncture⟧.',
  'There is «no indication» ⟦the patient has failed a brace⟧.',
  'The report «does not document» ⟦any injections⟧.',
  'The records «failed to document» ⟦a trial of ibuprofen⟧.',
  'The notes «fail to show any documentation of» ⟦red flags⟧.',
  'The note «did not provide any indication» ⟦the patient may have a fracture⟧.',
  'It was requested «without documentation of» ⟦an X-ray⟧.',
  '⟦A trial of gabapentin⟧ «has not been documented».',
  '⟦Physical therapy⟧ «is not clearly documented» in the notes.',
  'The provider made «no mention of» ⟦prior injections⟧.',
  '«No mention is made in the report of» ⟦bracing⟧.',
  'There was «no documentation submitted that» ⟦the patient takes blood thinners⟧.',
  'There is «no documented» ⟦trial of a cane⟧.',
  'The records are «silent on» ⟦home exercise⟧.',
  'The patient has pain but the file «does not mention» ⟦acupuncture⟧; it is needed.',
  'There is «no record of» ⟦an MRI⟧, although one was asked for.',
];
const plain = [
  'She «denies» ⟦numbness⟧.',
  'He «denies» ⟦fever, chills, and weakness⟧.',
  'There is «no» ⟦swelling, redness, or warmth⟧.',
  'There was «no» ⟦relief⟧ with acupuncture.',
  'MRI of the knee «without» ⟦contrast⟧.',
  'The X-ray was «negative for» ⟦fracture⟧.',
  'He has «not» ⟦had injections⟧.',
  '⟦Physical therapy⟧ «was not completed».',
  '⟦Massage and acupuncture⟧ «have not been tried».',
  'He did «not» ⟦respond⟧ to physical therapy.',
  'She has «never» ⟦had surgery⟧.',
  'There was a «lack of» ⟦muscle spasm⟧ but tenderness.',
  'He has «no» ⟦neck pain⟧ and underwent an MRI of the lumbar spine.',
  'He was «not» ⟦treated with steroids⟧.',
  'He is «unable to» ⟦work⟧.',
  "She doesn't have a brace.".replace("doesn't have a brace", "«doesn't» ⟦have a brace⟧"),
];
const none = [
  'No, the request is refused.',
  'He no longer takes tramadol.',
  'This includes, but is not limited to, therapy.',
  'It is not only the knee.',
  'No more than six visits are advised.',
  'Utilization review denied the request for acupuncture.',
  'The request was denied by the adjuster.',
  'Treatment has failed.',
  '',
];

function marked(text: string): string {
  const [negation] = negationsIn(text);
  if (!negation) return text;
  const marks = [
    { at: negation.cue.start, mark: '«' },
    { at: negation.cue.end, mark: '»' },
    { at: negation.scope.start, mark: '⟦' },
    { at: negation.scope.end, mark: '⟧' },
  ].sort((a, b) => b.at - a.at);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}

const bare = (text: string) => text.replace(/[«»⟦⟧]/g, '');

describe('denials', () => {
  for (const [kind, sentences] of Object.entries({ documentation: documented, plain })) {
    for (const expected of sentences) {
      it(`${kind}: ${bare(expected)}`, () => {
        const found = negationsIn(bare(expected));
        assert.deepEqual(
          { text: marked(bare(expected)), kinds: found.map(n => n.kind) },
          { text: expected, kinds: [kind] },
        );
      });
    }
  }

  for (const text of none) {
    it(`denies nothing: ${text}`, () => assert.deepEqual(negationsIn(text), []));
  }

  it('takes what guidelines or persons leave unsaid for no gap in the records', () => {
    const kinds = (text: string) => negationsIn(text).map(({ kind }) => kind);
    assert.deepEqual(kinds('The guideline does not mention acupuncture.'), ['plain']);
    assert.deepEqual(kinds('The patient does not report pain.'), ['plain']);
  });

  it('finds several in a sentence', () => {
    const found = negationsIn('He denies pain, but there is no documentation of therapy; he has not had injections.');
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['plain', 'documentation', 'plain'],
    );
  });

  it('says whether a word is denied', () => {
    const sentence = sentenceOf('There is no swelling, but pain; physical therapy was not done.', builtInVocabulary());
    const isNegated = (word: string) => isNegatedAt(sentence, sentence.text.indexOf(word));
    assert.deepEqual(['There', 'swelling', 'pain', 'physical', 'done'].map(isNegated), [
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('takes a time that grows with the text', () => {
    const pieces = [
      'no documentation of ',
      'no a, ',
      'no documentation was made in the ',
      'and x was not documented ',
      'report does not note ',
      'n',
      ' ',
    ];
    assertLinear(pieces, text => {
      const sentence = new Sentence(text, builtInVocabulary());
      for (let at = 0; at < text.length; at += 1000) isNegatedAt(sentence, at);
    });
  });
});
