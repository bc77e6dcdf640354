import { parseArgs } from 'node:util';
import { assertCase, type Case, claimsOfTexts } from '../property/claims/case';
import { Random } from '../slips/random';
import { Keeper } from './keep';
import { profiles, sources } from './letters';
import { randomEdits } from './mutate';

const usage = `npm run fuzz -- [--minutes N] [--edits N] [--seed S] [--session N] [--claim ID]…

  --minutes  how long to go on (5)
  --edits    end after so many edits, even if there is time left
  --seed     another choice of letters and edits; a random one if none is given, and said
  --session  edits made to each letter (150)
  --claim    only these: edits, ${Object.keys(claimsOfTexts).join(', ')}
  --show     print each failing case as it is found`;

/** Each claim about texts is tried on one letter of so many: edits are what a run is about. */
const TURNS = 3;

/** Exit code: 0, 1 if something failed, 2 if it could not be run. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '5' },
      edits: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      session: { type: 'string', default: '150' },
      claim: { type: 'string', multiple: true },
      show: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const claims = values.claim ?? ['edits', ...Object.keys(claimsOfTexts)];
  const [minutes, most, seed, session] = [values.minutes, values.edits, values.seed, values.session].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (values.help || [minutes, most, seed, session].some(Number.isNaN)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const from = sources();
  const kinds = Object.entries(from.counts).map(([kind, count]) => (count === 0 ? `no ${kind}` : `${count} ${kind}`));
  console.log(`Seed ${seed}. Letters to begin with: ${kinds.join(', ')}, and random ones.`);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const keeper = new Keeper(values.show);
  let letters = 0;
  let edits = 0;
  let checked = 0;
  let told = 0;
  while (seconds() < minutes * 60 && edits < most) {
    const random = new Random(seed, 'letter', letters);
    const source = from.pick(random);
    const list = randomEdits(source.text, Math.min(session, most - edits), random, () => from.piece(source, random));
    letters++;
    edits += list.length;
    const pace = random.pick([1, 6, 10, 15, 20, 25]);
    for (const claim of claims.filter((id, index) => id === 'edits' || (index + letters) % TURNS === 0)) {
      checked++;
      tryCase({ claim, profile: source.profile, text: source.text, edits: list, pace }, keeper);
    }
    if (seconds() - told > 60) {
      told = seconds();
      console.log(`${edits} edits, ${letters} letters, ${keeper.count} failures, ${Math.round(edits / told)} edits/s`);
    }
  }
  const rate = Math.round(edits / seconds());
  console.log(
    `\n${edits} edits in ${letters} letters of ${profiles.length} profiles, ${checked} claims tried, ` +
      `${keeper.count} failures of ${keeper.kinds} kinds; seed ${seed}, ${Math.round(seconds())} s, ${rate} edits/s`,
  );
  return keeper.count === 0 ? 0 : 1;
}

function tryCase(one: Case, keeper: Keeper): void {
  try {
    assertCase(one);
  } catch {
    keeper.failed(one);
  }
}
