import type { Passage } from '../../facts/passages';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { strengthsOf } from '../../facts/strengths';
import { termsOf } from '../../facts/terms';
import type { Profile } from '../../profile/schema';
import { lowerCase } from '../../text/lowerCase';
import { endsSentence, isWordCharacter } from '../../text/words';
import { compiled } from '../../vocabulary/compiled';
import type { TermMatch } from '../../vocabulary/matcher';
import { drugClassesOf } from '../../vocabulary/regions';
import { ofData, t } from '../../words/translate';
import type { ItemContext } from '../context';
import { endOfWords, insertion } from '../edits';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'tapering-advisory',
  group: 'style',
  scope: 'item',
  severity: 'hint',
  summary: 'A drug is refused that must not be stopped at once, and the rationale lacks the advice not to.',
  fix: 'offered',
  check(item, context, report) {
    const rationale = context.passage('rationale');
    if (item.title.decision?.definition?.outcome !== 'uphold' || !rationale || rationale.sentences.length === 0) return;
    for (const advisory of context.profile.profile.advisories) {
      const drug = sentenceOf(context.title.text.text, context.vocabulary).of(advisedOf(advisory));
      if (!drug || isAdvised(rationale, advisory)) continue;
      report({
        span: context.title.text.source(drug.start, drug.end),
        message: t(
          'The refusal of {0} can be read as advice to stop it at once, which may harm the worker. Add the advice to reduce it gradually under a physician, where the worker takes it.',
          aOf(classNameOf(drug, advisory, context)),
        ),
        fixes: () => [
          {
            title: t('Add the advice on {0}', ofData(advisory.topic)),
            safe: false,
            edits: [
              insertion(
                endOfWords(rationale.text, item.text),
                `${endsSentence(rationale.text.text) ? '' : '.'} ${advisory.text}`,
              ),
            ],
          },
        ],
      });
    }
  },
};

type Advisory = Profile['advisories'][number];

const aspects = new WeakMap<Advisory, (title: Sentence) => TermMatch | null>();

/** The first drug of a title that the advisory is for; null if it is not taken, or something else is requested. */
function advisedOf(advisory: Advisory): (title: Sentence) => TermMatch | null {
  let aspect = aspects.get(advisory);
  if (!aspect) {
    const classes = new Set(advisory.classes);
    aspect = title => drugOf(title, classes);
    aspects.set(advisory, aspect);
  }
  return aspect;
}

/** On the skin a drug is not taken up enough to matter; what was dispensed once, on a day, is past. */
const NOT_TAKEN =
  /\b(?:creams?|gels?|ointments?|lotions?|topical|compound(?:ed)?|retrospective|date of service|dos)\b/i;

function drugOf(title: Sentence, classes: ReadonlySet<string>): TermMatch | null {
  const { text, vocabulary } = title;
  if (NOT_TAKEN.test(text)) return null;
  const terms = title.of(termsOf);
  const services = compiled(vocabulary).serviceById();
  // An infusion pump or a consultation about the drug is not the drug.
  if (terms.some(({ kind, id }) => kind === 'service' && !MEDICINES.has(services.get(id)?.id ?? ''))) return null;
  const percents = new Set(title.of(strengthsOf).flatMap(({ unit, drugs }) => (unit === '%' ? drugs : [])));
  const isAdvised = (term: TermMatch) =>
    (term.kind === 'drug' || term.kind === 'drugClass') &&
    !percents.has(term.id) &&
    [...drugClassesOf(vocabulary, [term])].some(one => classes.has(one));
  return terms.find(isAdvised) ?? null;
}

/** Services that a title may name along with a drug. */
const MEDICINES: ReadonlySet<string> = new Set(['medication', 'postoperative-therapy']);

/** The class, of those that the advisory is for, in the words of the vocabulary. */
function classNameOf(drug: TermMatch, { classes }: Advisory, { vocabulary }: ItemContext): string {
  const own = drugClassesOf(vocabulary, [drug]);
  const id = classes.find(one => own.has(one)) ?? '';
  return compiled(vocabulary).drugClassById().get(id)?.title ?? id;
}

function aOf(noun: string): string {
  return /^[aeiou]/i.test(noun) ? t('an {0}', noun) : t('a {0}', noun);
}

/** Whether the rationale has the advisory, in whatever words. */
function isAdvised({ sentences }: Passage, { phrases }: Advisory): boolean {
  const lower = phrases.map(phrase => phrase.toLowerCase());
  return sentences.some(({ sentence }) => {
    const text = sentence.of(lowerOf);
    return lower.some(phrase => beginsWord(text, phrase));
  });
}

function lowerOf({ text }: Sentence): string {
  return lowerCase(text);
}

function beginsWord(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (at === 0 || !isWordCharacter(text.charCodeAt(at - 1))) return true;
  }
  return false;
}
