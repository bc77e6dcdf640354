import { type Frequency, frequenciesOf } from '../../facts/frequencies';
import type { Passage } from '../../facts/passages';
import { type Quantity, quantitiesOf } from '../../facts/quantities';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule, Reporter } from '../rule';
import { portionsIn } from '../structure/portions';
import { agrees, isOtherFrequency, isSameKind } from './quantityPairs';
import { quantitySlipsIn } from './quantitySlips';
import { requestWordsOf } from './requestWords';

export const rule: ItemRule = {
  id: 'quantity-conflict',
  group: 'consistency',
  scope: 'item',
  severity: 'warning',
  summary: 'A quantity differs between the title and the request as the rationale states it, or inside the title.',
  fix: 'offered',
  check(_item, context, report) {
    checkTitle(context, report);
    const rationale = context.passage('rationale');
    const title = sentenceOf(context.title.text.text, context.vocabulary);
    const stated = statedIn(title);
    if (!rationale || stated.quantities.length + stated.frequencies.length === 0) return;
    const remaining = portionsIn(title.text, context.profile)?.remaining ?? null;
    const decided = remaining ? within(stated, [remaining]) : stated;
    for (const { start, sentence } of rationale.sentences) {
      // Other portions may be spoken of, but the finding is about the one that is decided on.
      const conflict =
        conflicting(sentence.of(requestedOf), stated) ?? (remaining && conflicting(sentence.of(foundOf), decided));
      if (conflict) reportRationale(conflict, rationale, start, context, report);
    }
  },
};

interface Stated {
  readonly quantities: readonly Quantity[];
  readonly frequencies: readonly Frequency[];
}

/** What disagrees, in the rationale's sentence and in the title. */
interface Conflict {
  readonly said: Span;
  readonly own: Span;
}

function statedIn(sentence: Sentence): Stated {
  return { quantities: sentence.of(quantitiesOf), frequencies: sentence.of(frequenciesOf) };
}

/** What the sentence says is requested. */
function requestedOf(sentence: Sentence): Stated {
  const stated = statedIn(sentence);
  const isSome = stated.quantities.length + stated.frequencies.length > 0;
  return isSome ? within(stated, sentence.of(requestWordsOf)) : stated;
}

/** What the sentence finds to be necessary or not. */
function foundOf(sentence: Sentence): Stated {
  const stated = sentence.of(requestedOf);
  const isSome = stated.quantities.length + stated.frequencies.length > 0;
  return isSome
    ? within(
        stated,
        sentence.of(requestWordsOf).filter(words => words.isFinding),
      )
    : stated;
}

function within({ quantities, frequencies }: Stated, places: readonly Span[]): Stated {
  const isInside = ({ span }: { readonly span: Span }) =>
    places.some(({ start, end }) => span.start >= start && span.end <= end);
  return { quantities: quantities.filter(isInside), frequencies: frequencies.filter(isInside) };
}

/** The first thing the sentence counts that the title counts otherwise; null where it also names what the title has. */
function conflicting(asked: Stated, title: Stated): Conflict | null {
  for (const quantity of asked.quantities) {
    const own = title.quantities.filter(one => isSameKind(one, quantity));
    if (own.length === 0 || own.some(one => agrees(one, quantity))) continue;
    const isOfOther = asked.quantities.some(
      other => other !== quantity && isSameKind(other, quantity) && own.some(one => agrees(one, other)),
    );
    // What the title counts too stands beside it: this is another service, unless the one is worked out from the other.
    if (isOfOther && !isExplained(quantity, asked)) continue;
    const alike = own.find(one => one.basis === quantity.basis && one.unit === quantity.unit) ?? own[0];
    if (!alike) continue;
    const stated = quantity.basis === 'stated' && alike.basis === 'stated';
    return stated ? { said: quantity.number, own: alike.number } : { said: quantity.span, own: alike.span };
  }
  return conflictingFrequency(asked, title);
}

/** One stated number and one frequency are of the same service. */
function isExplained(quantity: Quantity, asked: Stated): boolean {
  const same = asked.quantities.filter(one => isSameKind(one, quantity));
  return same.length === 2 && same[0]?.basis !== same[1]?.basis;
}

function conflictingFrequency(asked: Stated, title: Stated): Conflict | null {
  const [said] = asked.frequencies;
  const [own] = title.frequencies;
  if (!said || !own || asked.frequencies.length > 1 || title.frequencies.length > 1) return null;
  return isOtherFrequency(said, own) ? { said: said.span, own: own.span } : null;
}

function reportRationale(
  { said, own }: Conflict,
  rationale: Passage,
  start: number,
  context: ItemContext,
  report: Reporter,
): void {
  const { title } = context;
  const span = rationale.text.source(start + said.start, start + said.end);
  const written = title.text.text.slice(own.start, own.end);
  report({
    span,
    message: t(
      'The title asks for another quantity ({0}). The decision must be clear about how much it decides on. Correct the one that is wrong.',
      written,
    ),
    related: [{ span: title.text.source(own.start, own.end), message: t('The title gives this quantity.') }],
    fixes: () => [replacement(span, insideSentence(written))],
  });
}

/** "Twelve visits" within a sentence begins small. */
function insideSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function replacement(span: Span, text: string): Fix {
  return { title: t('Replace by "{0}", as in the title', text), safe: false, edits: [{ span, text }] };
}

/** What the title says of one quantity in two ways has to agree. */
function checkTitle({ title, profile }: ItemContext, report: Reporter): void {
  for (const slip of quantitySlipsIn(title.text.text, profile)) {
    const place = ({ start, end }: Span) => title.text.source(start, end);
    const { span, message, other, texts } = slip;
    report({
      span: place(span),
      message: t('{0} The decision counts for the quantity printed here. Correct the one that is wrong.', message),
      related: other ? [{ span: place(other), message: t('It does not agree with this.') }] : [],
      fixes: () =>
        texts.map(text => ({
          title: t('Replace by "{0}"', text),
          safe: false,
          edits: [{ span: place(slip.fixed), text }],
        })),
    });
  }
}
