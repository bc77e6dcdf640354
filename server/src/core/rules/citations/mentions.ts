import type { GuidelineGrammar } from '../../citations/grammar';
import type { NamedSource } from '../../citations/model';
import { sourcesNamed } from '../../citations/otherSources';
import type { Sentence } from '../../facts/sentence';
import type { ItemPart } from '../../language/tree';
import { type Span, shift } from '../../text/span';
import type { ItemContext } from '../context';

/** A source as a rationale speaks of it; spans count in the rationale's folded text. */
export interface Mention {
  readonly source: NamedSource;
  /** The sentence in which it begins: one and the same for all mentions in it. */
  readonly sentence: Span;
  /** The standard, or a guideline of it. */
  readonly ofStandard: boolean;
  /** What is said of it is that it gives no answer. */
  readonly isSilent: boolean;
}

const known = new WeakMap<ItemPart, { readonly grammar: object; readonly mentions: readonly Mention[] }>();

/** The sources that the item's rationale names, in order, each as often as it stands there. */
export function mentionsIn(item: ItemPart, context: ItemContext): readonly Mention[] {
  const { grammar } = context;
  const rationale = context.passage('rationale');
  if (!grammar || !rationale) return [];
  const kept = known.get(item);
  if (kept?.grammar === grammar) return kept.mentions;
  const mentions: Mention[] = [];
  for (const { start, sentence } of rationale.sentences) {
    const span = { start, end: start + sentence.text.length };
    for (const mention of mentionsOf(sentence, grammar)) {
      mentions.push({ ...mention, sentence: span, source: moved(mention.source, start) });
    }
  }
  known.set(item, { grammar, mentions });
  return mentions;
}

/** Those of one sentence, counted from its start. */
export function mentionsOf(sentence: Sentence, grammar: GuidelineGrammar): readonly Omit<Mention, 'sentence'>[] {
  return sentence.kept(grammar, () => inSentence(sentence.text, grammar));
}

function inSentence(text: string, grammar: GuidelineGrammar): readonly Omit<Mention, 'sentence'>[] {
  return sourcesNamed(text, grammar).map(source => ({
    source,
    ofStandard: source.kind !== 'other',
    isSilent: isSilent(text, source.span),
  }));
}

function moved(source: NamedSource, by: number): NamedSource {
  const shifted = <T extends { readonly span: Span }>(list: readonly T[]) =>
    list.map(one => ({ ...one, span: shift(one.span, by) }));
  return { ...source, span: shift(source.span, by), pages: shifted(source.pages), topics: shifted(source.topics) };
}

/** How far behind the name of a source the words may stand that say it is silent. */
const REACH_BEHIND = 90;
const REACH_BEFORE = 120;
const ANSWERS =
  '(?:address|discuss|mention|cover|speak|comment|contain|provide|appl|pertain|relevant|recommendation|guidance|guideline)';
const SILENT_BEHIND = new RegExp(
  `\\bsilent\\b|\\b(?:not|no|nor|neither|never)(?: [a-z]{1,20})?(?: [a-z]{1,20})? ${ANSWERS}|n't(?: [a-z]{1,20})? ${ANSWERS}`,
  'i',
);
const SILENT_BEFORE = new RegExp(
  [
    '\\b(?:not(?: [a-z]{1,20})? (?:addressed|discussed|mentioned|covered)|[Ss]ilence|[Aa]bsence|[Nn]othing|',
    '[Nn]o(?: (?:applicable|relevant|specific|direct|current))?(?: (?:guidelines?|guidance|recommendations?|sections?))?)',
    '(?: (?:by|in|under|from|within|of))?(?: the)?(?: [A-Z][A-Za-z]{0,20})?(?: [A-Z][A-Za-z]{0,20})? $',
  ].join(''),
);

/** Whether the words next to a name say that what it names gives no answer; what it says itself, behind "that", is none. */
function isSilent(sentence: string, { start, end }: Span): boolean {
  const behind = sentence.slice(end, end + REACH_BEHIND).split(/ that |[;:"]/, 1)[0] ?? '';
  return SILENT_BEHIND.test(behind) || SILENT_BEFORE.test(sentence.slice(Math.max(0, start - REACH_BEFORE), start));
}
