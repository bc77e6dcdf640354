import type { Guideline } from '../../catalogue/model';
import type { GuidelineGrammar } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { closestNames, isSlip } from '../../citations/near';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { Fix, ItemRule } from '../rule';
import { chapterName } from './chapters';
import { CHOICES } from './likely';
import { guidelineLines, hasPlaceholder, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'unknown-guideline',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A citation of a guideline or chapter that the catalogue does not have.',
  fix: 'offered',
  check(item, context, report) {
    const { grammar } = context;
    if (!grammar) return;
    for (const line of guidelineLines(item, context)) {
      for (const citation of line.line.citations.slice(0, MOST)) {
        const slip = hasPlaceholder(citation.text) ? null : slipOf(citation, grammar, line);
        if (slip) report({ ...slip, span: line.span(slip.span), ...line.limit });
      }
    }
  },
};

interface Slip {
  /** In the folded text of the line. */
  readonly span: Span;
  readonly message: string;
  readonly fixes: () => Fix[];
}

function slipOf(citation: Citation, grammar: GuidelineGrammar, line: ItemLine): Slip | null {
  const { title, nameKnown, chapter, head } = citation;
  if (chapter !== null) return chapterSlip(citation, chapter, grammar, line);
  if (title === '' || nameKnown) return null;
  const names = closestNames(title, grammar.printedNames, CHOICES);
  // Behind the name of a family such words are a topic, and it is the chapter that is missing.
  return names.length === 0 && head ? null : unknownTitle(citation, names, grammar, line);
}

function unknownTitle(
  { title, titleSpan }: Citation,
  names: readonly string[],
  { line: words }: GuidelineGrammar,
  line: ItemLine,
): Slip {
  const what = t('{0} is no guideline that the catalogue knows.', quoted(title));
  const [first] = names;
  return {
    span: titleSpan,
    message: first
      ? t('{0} Readers look a citation up by its name. Did you mean "{1}"?', what, first)
      : t(
          '{0} Readers look a citation up by its name. Correct it, or cite a source outside the {1} behind "{2}".',
          what,
          words.standard,
          words.other,
        ),
    fixes: () => names.flatMap(name => line.fix(t('Did you mean "{0}"?', name), [{ span: titleSpan, text: name }])),
  };
}

/** A chapter that does not exist, or one whose title is another's or misspelt. Other words behind it are a topic. */
function chapterSlip(citation: Citation, chapter: number, grammar: GuidelineGrammar, line: ItemLine): Slip | null {
  const { title, titleSpan, nameKnown, candidates } = citation;
  const chapterSpan = citation.chapterSpan ?? titleSpan;
  const { catalogue, line: words, names } = grammar;
  const numbered = catalogue.chapter(chapter);
  const titled = nameKnown ? candidates.filter(c => names.get(title).includes(c)) : [];
  const number = (right: Guideline) =>
    right.chapter === null
      ? []
      : line.fix(t('Write "{0} {1}"', words.chapterLabel, right.chapter), [
          { span: chapterSpan, text: `${words.chapterLabel} ${right.chapter}` },
        ]);
  const [first] = numbered;
  if (!first) {
    return {
      span: chapterSpan,
      message: t(
        'The catalogue has no {0} {1}. Readers look a citation up by its chapter. Correct the number.',
        words.chapterLabel,
        chapter,
      ),
      fixes: () => titled.slice(0, 1).flatMap(number),
    };
  }
  const right = chapterName(first, words);
  const rightTitle = right.slice(`${words.chapterLabel} ${chapter} `.length);
  const isOthers = titled.length > 0 && !numbered.some(c => titled.includes(c));
  if (!isOthers && (nameKnown || title === '' || !isSlip(title, rightTitle))) return null;
  return {
    span: { start: chapterSpan.start, end: titleSpan.end },
    message: isOthers
      ? t(
          '{0} is not the title of {1}. Readers cannot tell which chapter is meant. Correct the number or the title.',
          quoted(title),
          right,
        )
      : t(
          '{0} is misspelt; {1} {2} is called "{3}". Readers look a citation up by its name. Correct it.',
          quoted(title),
          words.chapterLabel,
          chapter,
          rightTitle,
        ),
    fixes: () => [
      ...line.fix(t('Write "{0}"', rightTitle), [{ span: titleSpan, text: rightTitle }]),
      ...titled.slice(0, 1).flatMap(number),
    ],
  };
}
