import { datesIn } from '../days';
import type { Random } from '../random';
import type { Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { matches, type Span, sentencesOf } from '../text';

const families = ['Porter', 'Alvarez', 'Nguyen', 'Whitfield', 'Okafor', 'Lindqvist', 'Marchetti', 'Delgado', 'Haddad'];
const given = ['Alan', 'Maria', 'Linh', 'Rebecca', 'Samuel', 'Ingrid', 'Paolo', 'Teresa', 'Omar'];
const streets = ['Oak Street', 'Mission Boulevard', 'Sunset Avenue', 'Elm Drive', 'Harbor Road', 'Pine Lane'];
const towns = ['Sacramento, CA 95814', 'Fresno, CA 93721', 'Oakland, California 94607', 'San Diego, CA 92101'];

/** A sentence with an identifier that nobody has. */
type Sentence = (random: Random, letter: Sketch) => string;

function inserted(
  id: string,
  about: string,
  rules: readonly string[],
  sentences: readonly Sentence[],
  alsoFine?: readonly string[],
): Kind {
  return {
    id,
    about,
    rules,
    ...(alsoFine && { alsoFine }),
    plant: (letter, random) => {
      const spans: Span[] = letter.items.map(item => item.rationale.value);
      if (letter.summary) spans.push(letter.summary.body);
      return spans.flatMap((span): Slip[] => {
        const places = sentencesOf(letter.text, span).slice(0, -1);
        if (places.length === 0) return [];
        const { end } = random.pick(places);
        return [{ edits: [{ start: end, end, text: ` ${random.pick(sentences)(random, letter)}` }] }];
      });
    },
  };
}

const personal = ['personal-identifier'];
const anyName = ['personal-identifier', 'reviewer-identity'];
const reviewer = ['reviewer-identity', 'personal-identifier'];

function name(random: Random): string {
  return `${random.pick(given)} ${random.pick(families)}`;
}

function birthYear(letter: Sketch): number {
  const age = letter.summary
    ? matches(letter.text, letter.summary.body, /\b(\d\d)(?= ?-? ?years?(?: |-)old\b)/g)[0]
    : undefined;
  const injury = letter.dates.get('injury');
  const year = injury ? (datesIn(letter.text, injury)[0]?.year ?? 2016) : 2016;
  return year - Number(age?.groups[1] ?? 45);
}

export const kinds: readonly Kind[] = [
  inserted('ssn', 'a social security number', personal, [
    random => random.digits('The social security number on file is 5§§-4§-3§§§.'),
    random => random.digits('Social Security No. 6§§-2§-8§§§.'),
    random => random.digits('The SSN is 5§§-3§-7§§§.'),
    random => random.digits('SSN: 4§§3§6§§§.'),
    random => random.digits('Soc. Sec. # 5§§-2§-9§§§.'),
    random => random.digits('The number 5§§-4§-3§§§ stands on the form.'),
  ]),
  inserted('phone', 'a telephone or fax number', personal, [
    random => random.digits('The injured worker can be reached at (916) 555-01§§.'),
    random => random.digits('The office was called at 415-555-01§§.'),
    random => random.digits('Phone: 619.555.01§§.'),
    random => random.digits('The report was faxed to 1-800-555-01§§.'),
    random => random.digits('The telephone number is 510 555 01§§.'),
    random => random.digits('Cell (916)555-01§§, ext. 12.'),
    random => random.digits('Tel: +1 916 555 01§§.'),
    random => random.digits('Fax 91655501§§.'),
  ]),
  inserted('email', 'an e-mail address', personal, [
    random =>
      `The injured worker wrote from ${random.pick(given).toLowerCase()}.${random.pick(families).toLowerCase()}@example.com.`,
    random => `Contact: ${random.pick(families).toLowerCase()}${random.digits('§§')}@mail.example.org.`,
    random =>
      `Records were requested from records@${random.pick(families).toLowerCase()}clinic.example.net on that day.`,
  ]),
  inserted('address', 'a street address', personal, [
    random => `The injured worker lives at ${random.digits('1§§4')} ${random.pick(streets)}, ${random.pick(towns)}.`,
    random =>
      `Home address: ${random.digits('4§§')} N. ${random.pick(['Oak St.', 'Pine Ave.', 'Elm Blvd'])}, ${random.pick(towns)}.`,
    random => random.digits('Mail goes to P.O. Box 3§§1, Fresno, CA 93721.'),
    random => `The clinic is at ${random.digits('2§§')} ${random.pick(streets)}, Suite ${random.digits('1§§')}.`,
    random =>
      `Mail was sent to ${random.digits('8§§')} ${random.pick(streets)}, Apt. ${random.digits('§')}, ${random.pick(towns)}.`,
  ]),
  inserted('claim-number', 'a claim, record or policy number behind its label', personal, [
    random => random.digits('The claim number is 04§§-33§-9§§§.'),
    random => random.digits('Claim #: WC2016-4§§§§.'),
    random => random.digits('Medical record number 78§§§§2.'),
    random => random.digits('MRN: 00§§§§31.'),
    random => random.digits('The case is filed under ADJ10§§§§§§.'),
    random => random.digits('Claim No. 16-§§§§§-02.'),
    random => random.digits('The policy number is PX-77§§§4.'),
    random => random.digits('Chart number: 5§§§§.'),
    random => random.digits('Employee ID 4§§§§.'),
  ]),
  inserted(
    'birth-date',
    'a date of birth',
    personal,
    [
      (random, letter) =>
        `The date of birth is ${random.digits('0§').replace('00', '04')}/1${random.digits('§')}/${birthYear(letter)}.`,
      (random, letter) => `DOB: ${random.between(1, 9)}-${random.between(10, 28)}-${birthYear(letter)}.`,
      (random, letter) => `Date of birth ${random.between(1, 9)}/${random.between(10, 28)}/${birthYear(letter) % 100}.`,
      (random, letter) =>
        `The patient was born on ${random.pick(['March', 'May', 'July'])} ${random.between(1, 28)}, ${birthYear(letter)}.`,
    ],
    ['age-conflict'],
  ),
  inserted(
    'titled-name',
    'a name behind a title',
    anyName,
    [
      random => `Dr. ${random.pick(families)} recommended the treatment.`,
      random => `Mr. ${random.pick(families)} reported no relief.`,
      random => `Ms. ${name(random)} was seen in follow up.`,
      random => `The worker was examined by ${name(random)}, M.D.`,
      random => `Dr. ${name(random)} evaluated the injured worker.`,
      random => `${name(random)}, DC, provided the treatment.`,
      random => `Dr ${random.pick(families)} asked for the study.`,
      random => `Doctor ${random.pick(families)} agreed.`,
      random => `${name(random)}, PA-C, saw the patient.`,
      random => `The treating physician, Dr. ${random.pick(families)}, disagreed.`,
      random => `Mrs. ${random.pick(families)} has returned to work.`,
    ],
    // A title may say the sex.
    ['sex-conflict'],
  ),
  inserted('npi', "the reviewer's number or licence", reviewer, [
    random => random.digits('NPI 1§§§§§§§§§.'),
    random => random.digits('The reviewer holds California License No. A1§§§§§.'),
    random => random.digits('NPI: 1§§§§§§§§§.'),
    random => random.digits('Medical License #: G 5§§§§.'),
    random => random.digits('License number A6§§§§.'),
    random => random.digits('National Provider Identifier 1§§§§§§§§§.'),
    random => random.digits('DEA No. BP4§§§§§§.'),
  ]),
  inserted('reviewer-name', "the reviewer's name", reviewer, [
    random => `I, ${name(random)}, M.D., reviewed this case.`,
    random => `The expert reviewer is ${name(random)}, MD.`,
    random => `This case was reviewed by Dr. ${random.pick(families)}.`,
    random => `The reviewer, ${name(random)}, M.D., agrees.`,
    random => `Reviewed by: ${name(random)}, MD.`,
    random => `Expert reviewer: ${name(random)}, D.O.`,
    random => `My name is ${name(random)}, and I am board certified.`,
  ]),
  {
    id: 'signature',
    about: 'a signature below the last rationale',
    rules: reviewer,
    plant: (letter, random) => {
      const end = letter.items.at(-1)?.span.end;
      if (end === undefined) return [];
      const text = random.pick([
        `\n\nSigned, ${name(random)}, M.D.\n`,
        `\n\nElectronically signed by ${name(random)}, MD\n`,
        `\n\n/s/ ${name(random)}, D.O.\n`,
        `\n\nSincerely,\n\n${name(random)}, MD\n`,
      ]);
      return [{ edits: [{ start: end, end, text }] }];
    },
  },
];
