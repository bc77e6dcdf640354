import assert from 'node:assert/strict';
import { personsIn } from '../../../server/src/core/facts/persons';
import { workerPronouns } from '../../../server/src/core/facts/personsPronouns';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

const said = (text: string) =>
  personsIn(text).map(
    ({ span, role, acts }) => `${text.slice(span.start, span.end)}: ${role}${acts ? '' : ', does not act'}`,
  );

const vocabulary = builtInVocabulary();
const ofWorker = (text: string) =>
  workerPronouns(sentencesIn(text, vocabulary)).flatMap(({ sentence, words }) =>
    words.map(({ span }) => sentence.text.slice(span.start, span.end)),
  );

describe('persons', () => {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['The injured worker saw the surgeon.', ['worker: worker', 'surgeon: provider']],
    [
      'IW and claimant, applicant and employee.',
      ['IW: worker', 'claimant: worker', 'applicant: worker', 'employee: worker'],
    ],
    ['Dr. Roe and an orthopedist agreed with the QME.', ['Dr: provider', 'orthopedist: provider', 'QME: provider']],
    ['Jane Roe, M.D., wrote it.', ['M.D: provider']],
    ['Her husband called the adjuster.', ['husband: relative', 'adjuster: other']],
    ['The employer has work.', ['employer: other, does not act']],
    ['A co-worker helped the patient.', ['co-worker: other', 'patient: worker']],
    ["Per the physician's progress report, it is so.", ['physician: provider, does not act']],
    ["The surgeon's most recent handwritten note is short.", ['surgeon: provider, does not act']],
    ['A patient should rest, and patients do.', ['patient: other', 'patients: other']],
    ['The claimant is a patient.', ['claimant: worker', 'patient: worker']],
    ['She works as a registered nurse.', []],
    ['This is a 46 year old female nurse.', ['female: worker']],
    ["Workers' compensation, worker's compensation and patient care.", []],
    ['The wrist, an agonist, a checklist, a md, a do list.', []],
  ];
  for (const [text, persons] of named) it(text, () => assert.deepEqual(said(text), persons));
});

describe('pronouns of the worker', () => {
  const certain: readonly (readonly [string, readonly string[]])[] = [
    ['The injured worker is a 46 year old male. His diagnoses include a sprain.', ['His']],
    ['The patient reported that her knee gave way and she fell.', ['her', 'she']],
    ['The worker was seen by Dr. Roe. She reports pain in the knee.', ['She']],
    ['The treating physician documented her neck pain.', ['her']],
    ['The physician notes that she complained of pain.', ['she']],
    ['The physician noted that the worker rated his pain.', ['his']],
    ['Per the physician progress report, he was prescribed a brace.', ['he']],
    ['The applicant importuned his primary treating provider.', ['his']],
    ['She was referred to a surgeon.', ['She']],
    ['Guidelines ask for exercise. In this case, she has not tried it.', ['she']],
    ['The physician notes that he reported less pain.', ['he']],
    ['This 46 year old woman fell. She rests.', ['She']],
    ['The worker was seen. He has pain. He is to remain off work.', ['He', 'He']],
  ];
  for (const [text, words] of certain) it(text, () => assert.deepEqual(ofWorker(text), words));

  const uncertain = [
    'Dr. Roe examined the worker. He found tenderness.',
    'Dr. Roe saw the worker. He stated that surgery is an option.',
    'The worker saw Dr. Roe. He recommended surgery.',
    'The QME report was reviewed. He opined that care should go on.',
    'The treating physician gave his opinion.',
    'In her report, Dr. Roe asks for surgery.',
    'The worker lives with her husband. He cooks.',
    'Her husband says that he cooks.',
    'The worker fell on a co-worker, who hurt his knee.',
    'Guidelines ask that a patient try his best. He should walk.',
    'Patients whose condition predisposes him to bleeding are excluded.',
    'The QRS guidelines recommend that he rest.',
    'The adjuster called. She denied the request.',
    'Dr. Roe saw the worker. He reports tenderness of the back.',
    'Dr. Roe saw the worker. He is requesting imaging.',
    'The worker was struck by a man. He fled.',
    'The worker was lifting a 60 year old male. He slipped.',
    'The worker was kicked by a resident, who lost his shoe.',
    'The physicians met. He took part.',
    'The guideline says: “It is for the worker. He should rest. He should walk.” So it is.',
  ];
  for (const text of uncertain)
    it(`none: ${text}`, () =>
      assert.deepEqual(
        ofWorker(text).filter(w => w !== 'Her' && w !== 'her'),
        [],
      ));

  it('are found in a time that grows with the text', () => {
    assertLinear(
      ['her knee ', 'physician report her ', 'he has been has been ', 'worker he ', 'a a ', 'ABC ', 'nurse ', 'x'],
      ofWorker,
    );
  });
});
