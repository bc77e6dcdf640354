import type { Sentence } from '../../facts/sentence';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import { articleSlips } from './articleSlips';
import { verbSlips } from './verbSlips';

export interface Slip {
  /** In the sentence. */
  readonly span: Span;
  readonly message: string;
  /** What may have been meant in its place, the likeliest first. */
  readonly choices: readonly string[];
}

/** The most that is reported of one sentence. */
const MOST = 20;

/** The slips of a sentence, in order; an aspect of it. Linear. */
export function grammarSlipsIn({ text }: Sentence): readonly Slip[] {
  const slips = [...doubledPrepositions(text), ...norForNo(text), ...articleSlips(text), ...ordinals(text)];
  const all = [...slips, ...verbSlips(text)].sort((a, b) => a.span.start - b.span.start);
  return all.length > 0 ? all.slice(0, MOST) : NONE;
}

const NONE: readonly Slip[] = [];

/** Prepositions that do not stand beside "of"; not "of at least", "in of itself", "of-the-counter". */
const DOUBLED =
  /\b(?:(of) (for|with|from|into|during|without)|(for|with|from|into|during|without|at|by) (of))\b(?! ?-)/gi;
/** What keeps the first of the two to itself: "taken care of with", "that he complained of during". */
const KEEPS =
  /\b(?:complain(?:ed|s|ing)?|approved?|disposed?|tak(?:en?|es|ing)|took|care|use|advantage|heard|spoken|spoke|thought|rid|instead|out|because|kind|sort|such|what|which|whom|that|off|inside|outside|accounted|asked|called|looked|dealt|gone|worked|followed|range) $/i;

function* doubledPrepositions(text: string): Generator<Slip> {
  for (const match of text.matchAll(DOUBLED)) {
    const [whole, of, behind = 'of', before = of ?? ''] = match;
    const end = match.index + whole.length;
    if (KEEPS.test(text.slice(Math.max(0, match.index - REACH), match.index)) || OF_COURSE.test(text.slice(end)))
      continue;
    yield {
      span: { start: match.index, end },
      message: t(
        '"{0}" cannot stand so: a word is missing between the two, or one is too many. The reader has to guess. Take one out, or add what is missing.',
        whole,
      ),
      choices: [before, behind],
    };
  }
}

const REACH = 16;
const OF_COURSE = /^ (?:course|which|whom|necessity|itself)\b/i;

const NOR = /\bthere (?:is|are|was|were|has been|have been) nor\b/gi;
const DENIAL = /\b(?:no|not|neither|never|nor|none|nothing|without|cannot)\b|n't\b/i;

function* norForNo(text: string): Generator<Slip> {
  let from = 0;
  for (const match of text.matchAll(NOR)) {
    // What stands before the one before was looked at.
    if (DENIAL.test(text.slice(from, match.index))) return;
    const end = match.index + match[0].length;
    from = end - 3;
    yield {
      span: { start: end - 3, end },
      message: t(
        '"Nor" carries on a denial, and none stands before it. The sentence may be read either way. Write "no" or "not".',
      ),
      choices: ['no', 'not'],
    };
  }
}

const ORDINAL = /(?<![\w.,/-])(\d{0,3}?\d)(st|nd|rd|th)\b/g;

function* ordinals(text: string): Generator<Slip> {
  for (const match of text.matchAll(ORDINAL)) {
    const [whole, number = '', ending = ''] = match;
    const right = endingOf(Number(number));
    if (ending === right) continue;
    yield {
      span: { start: match.index, end: match.index + whole.length },
      message: t(
        'There is no "{0}". It may be the number or its ending that is wrong. Look it up, and write "{1}{2}" if the number is right.',
        whole,
        number,
        right,
      ),
      choices: [`${number}${right}`],
    };
  }
}

function endingOf(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th';
}
