import type { Placed, SectionPart, StrayLabel } from '../../language/tree';
import { type Span, shift } from '../../text/span';
import { endsSentence } from '../../text/words';
import { t } from '../../words/translate';
import { insertion } from '../edits';
import { startOfLine } from '../lineEdges';
import type { Fix, LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'field-outside-item',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'A field of an item that stands in no item.',
  fix: 'offered',
  check(letter, { facts }, report) {
    for (const section of letter.sections) {
      for (const [first, ...others] of groups(section.part)) {
        if (!first) continue;
        const { label } = first.definition;
        report({
          span: shift(first.span, section.start),
          message:
            others.length > 0
              ? t(
                  '"{0}" and the fields below it belong to no item, so it is unclear what was decided. Put an item\'s title above, or move it into its item.',
                  label,
                )
              : t(
                  '"{0}" belongs to no item, so it is unclear what was decided. Put an item\'s title above, or move it into its item.',
                  label,
                ),
          related: others.map(({ span, definition }) => ({
            span: shift(span, section.start),
            message: t('"{0}" stands here.', definition.label),
          })),
          fixes: () => (section.part.sectionKind === 'issues' ? [startItem(section, first.span, facts.lineEnd)] : []),
        });
      }
    }
  },
};

/** Labels one below the other make one item that lacks its title, until a field comes again. */
function groups(section: SectionPart): StrayLabel[][] {
  const found: StrayLabel[][] = [];
  let group: StrayLabel[] = [];
  for (const label of section.strayLabels) {
    if (section.sectionKind !== 'issues' && isWrapped(section, label.span)) continue;
    if (group.length === 0 || group.some(l => l.definition === label.definition)) {
      group = [];
      found.push(group);
    }
    group.push(label);
  }
  return found;
}

/** The line above breaks off in a sentence, so the label is no more than words of that sentence. */
function isWrapped({ text, heading }: SectionPart, label: Span): boolean {
  const above = text.slice(Math.max(heading.span.end, label.start - 400), label.start);
  if (above.trim() === '') return false;
  const gap = above.slice(above.trimEnd().length);
  const isParagraph = gap.split(/\r\n|\n|\r/).length > 2 || gap.includes('\f');
  return !isParagraph && !endsSentence(above) && !/(?:[:\])*]|-->)\s*$/.test(above);
}

function startItem(section: Placed<SectionPart>, label: Span, eol: string): Fix {
  const { text } = section.part;
  const at = startOfLine(text, label.start);
  const isApart = /(?:^|\n\s{0,40}\n|\r\s{0,40}\r)$/.test(text.slice(Math.max(0, at - 40), at));
  return {
    title: t('Put a title above'),
    safe: false,
    edits: [insertion(section.start + at, `${isApart ? '' : eol}## [[service]]${eol}${eol}`)],
  };
}
