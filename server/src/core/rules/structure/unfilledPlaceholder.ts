import type { Part } from '../../language/tree';
import type { CompiledProfile } from '../../profile/compiled';
import { fold } from '../../text/folded';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { PartRule, Severity } from '../rule';
import { leftOverTemplateText, templateWords } from './templateText';

export const rule: PartRule = {
  id: 'unfilled-placeholder',
  group: 'structure',
  scope: 'part',
  severity: 'error',
  waits: true,
  summary: 'A placeholder, a blank or template text that is still to be filled in.',
  fix: 'offered',
  check(part, { profile }, report) {
    for (const { span, message, atMost, choices } of blanksOf(part, profile)) {
      report({
        span,
        message,
        ...(atMost && { atMost }),
        fixes: () => choices.map(text => ({ title: t('Write "{0}"', text), safe: false, edits: [{ span, text }] })),
      });
    }
  },
};

interface Blank {
  /** Relative to the part. */
  readonly span: Span;
  readonly message: string;
  readonly atMost?: Severity;
  readonly choices: readonly string[];
}

/** A quick look that spares most parts the slow one. */
function mayHold(text: string, profile: CompiledProfile): boolean {
  return text.includes('[[') || text.includes('___') || templateWords(profile).test(text);
}

/** The most that is reported of one part: nobody would read more. */
const MOST = 200;
/** `[[…]]`, at most this long and not across another one, or its opening mark alone; a line of underscores. */
const PLACEHOLDER = /\[\[(?:[^[\]]{0,400}\]\])?|_{3,}/g;

function blanksOf(part: Part, profile: CompiledProfile): readonly Blank[] {
  if (!mayHold(part.text, profile)) return [];
  const folded = fold(part.text);
  const found: Blank[] = [];
  for (const match of folded.text.matchAll(PLACEHOLDER)) {
    if (found.length === MOST) break;
    const what = match[0].startsWith('[') ? t('placeholder') : t('blank');
    found.push({
      span: folded.source(match.index, match.index + match[0].length),
      message: t(
        'This {0} is still to be filled in. A letter that has one is not finished. Write what belongs here.',
        what,
      ),
      choices: [],
    });
  }
  for (const { start, end, choices, isPlain } of leftOverTemplateText(folded.text, profile)) {
    found.push({
      span: folded.source(start, end),
      message: t(
        '"{0}" is left over from a template. It tells the reader that this was not written for the case. Write what fits the case.',
        folded.text.slice(start, end),
      ),
      ...(isPlain && { atMost: 'information' }),
      choices,
    });
  }
  return found;
}
