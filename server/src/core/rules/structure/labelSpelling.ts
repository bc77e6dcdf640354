import { distance } from 'fastest-levenshtein';
import type { NameMatch } from '../../language/names';
import type { Part } from '../../language/tree';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { PartRule } from '../rule';
import { fieldsOf } from './labels';

export const rule: PartRule = {
  id: 'label-spelling',
  group: 'structure',
  scope: 'part',
  severity: 'warning',
  summary: 'A label or heading that is nearly, but not quite, one that the letter knows.',
  fix: 'safe',
  check(part, _context, report) {
    for (const { span, match, kind } of nearMisses(part)) {
      const written = part.text.slice(span.start, span.end);
      report({
        span,
        message: t(
          'This {0} is misspelt; it is read as "{1}". Readers and programs find their way by it. Write it so.',
          kind === 'label' ? t('label') : t('heading'),
          match.printed,
        ),
        fixes: () => [
          {
            title: t('Write "{0}"', match.printed),
            safe: isSlip(written, match.printed),
            edits: [{ span, text: match.printed }],
          },
        ],
      });
    }
  },
};

interface NearMiss {
  readonly span: Span;
  readonly match: NameMatch<unknown>;
  readonly kind: 'label' | 'heading';
}

/** The labels and headings that were recognised although they are misspelt. */
function* nearMisses(part: Part): Iterable<NearMiss> {
  const heading = part.kind === 'section' ? part.heading : null;
  if (heading?.match?.spelling === 'near') {
    yield { span: bare(heading.span, part.text), match: heading.match, kind: 'heading' };
  }
  for (const field of fieldsOf(part)) {
    if (field.spelling === 'near') yield { span: field.label, match: field, kind: 'label' };
  }
}

/** Without the emphasis marks around it and a colon behind it. */
function bare({ start, end }: Span, text: string): Span {
  let from = start;
  let to = end;
  while ('*_ '.includes(text.charAt(from)) && from < to) from++;
  while ('*_: '.includes(text.charAt(to - 1)) && to > from) to--;
  return { start: from, end: to };
}

/** More misspelt words than these are no slip. */
const mostSlips = 2;

/** Whether word for word no more than a letter is wrong, missing, too many or changed places with another, in few words. */
function isSlip(written: string, right: string): boolean {
  const a = words(written);
  const b = words(right);
  const wrong = a.filter((word, i) => word !== b[i]);
  return a.length === b.length && wrong.length <= mostSlips && a.every((word, i) => isSlipOfWord(word, b[i] ?? ''));
}

function isSlipOfWord(written: string, right: string): boolean {
  const slips = distance(written, right);
  return slips <= 1 || (slips === 2 && [...written].sort().join('') === [...right].sort().join(''));
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
