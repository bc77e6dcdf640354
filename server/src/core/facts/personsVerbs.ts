import type { Span } from '../text/span';
import type { TermMatch } from '../vocabulary/matcher';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Whom a pronoun speaks of by the words behind it. */
type Speaks = 'worker' | 'provider';

/** What a worker does and not a provider: "he complains", "she rated". */
const workerVerbs = words(
  'complains complained complaining rates rated presents presented presenting sustained injured hurt fell slipped tripped felt feels experiences experienced experiencing suffers suffered underwent undergone undergoing rests walks walked ambulates ambulated lifts lifted sleeps sleeping able unable wears limps exercises exercising developed awoke smokes drinks weighs lives tolerated tolerates pain tenderness difficulty numbness weakness icing disabled',
);
/** What a worker does in the words of a provider: "noted that she reported". Alone, the provider may do it. */
const saidVerbs = words(
  'reports reported reporting denies denied takes taking took uses using used works working worked returned attends attended completed',
);
/** What a provider does to a worker, or writes. In the passive it is done to the worker. */
const providerVerbs = words(
  'recommended recommends requested requests requesting opined opines prescribed prescribes ordered orders diagnosed diagnoses examined examines referred refers administered administers performed performs documented documents concluded concludes submitted submits appealed appeals advised advises argued argues treated treats evaluated evaluates reviewed reviews certified certifies planned plans dispensed dispenses wrote writes injected assessed agreed agrees believes believed discussed released placed kept seen',
);
const LINKS = words(
  'has had have is was were will can could may would should also still then now currently been being not reportedly be initially subsequently',
);
const PASSIVE = words('is was were been being be');
const MOST_LINKS = 5;

/** Whom "he" or "she" at `span` speaks of by the verb; null where the verb does not tell, or for other pronouns. */
export function speakerOf(text: string, { start, end }: Span): Speaks | null {
  if (!/^s?he$/i.test(text.slice(start, end))) return null;
  const isSaid = /\bthat $/.test(text.slice(Math.max(0, start - 5), start));
  let isPassive = false;
  let links = 0;
  for (const { 0: word } of text.slice(end, end + 80).matchAll(/[A-Za-z]+/g)) {
    const lower = word.toLowerCase();
    if (isSaid && saidVerbs.has(lower)) return 'worker';
    if (LINKS.has(lower) && links < MOST_LINKS) {
      isPassive ||= PASSIVE.has(lower);
      links++;
    } else if (workerVerbs.has(lower)) return 'worker';
    else if (providerVerbs.has(lower)) return isPassive && !lower.endsWith('ing') ? 'worker' : 'provider';
    else return null;
  }
  return null;
}

/** What is a provider's and not a worker's: "her report". */
const providerThings = words(
  'report reports opinion opinions recommendation recommendations request requests note notes plan assessment evaluation evaluations exam examination impression rationale office practice appeal letter findings review documentation clinic specialty treatment findings conclusion conclusions',
);
const workerThings = words(
  'pain pains symptom symptoms symptomatology injury injuries complaint complaints condition function functional functioning work job duties activities medication medications sleep gait strength weakness numbness motion range age extremity extremities body head stomach surgery recovery disability mobility fear spine',
);

/** Whose it is that "his" or "her" at `span` names; null where that does not tell, or for other pronouns. */
export function ownerOf(text: string, { start, end }: Span, terms: readonly TermMatch[]): Speaks | null {
  if (!/^(?:his|her)$/i.test(text.slice(start, end))) return null;
  const noun = /^(?: [A-Za-z-]+){1,4}/.exec(text.slice(end, end + 60))?.[0] ?? '';
  const near = noun.toLowerCase().split(' ').slice(1);
  const telling = near.find(word => providerThings.has(word) || workerThings.has(word));
  if (telling && providerThings.has(telling)) return 'provider';
  return telling || namesBodyPart(terms, end, end + noun.length) ? 'worker' : null;
}

/** `terms` are in order of their start. */
function namesBodyPart(terms: readonly TermMatch[], from: number, to: number): boolean {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; (terms[i]?.start ?? to) < to; i++) if (terms[i]?.kind === 'bodyPart') return true;
  return false;
}
