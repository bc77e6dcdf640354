import type { Guideline } from '../../catalogue/model';
import type { Citation, CitedSection } from '../../citations/model';
import { isSlip } from '../../citations/near';
import { t } from '../../words/translate';
import type { ItemRule, Severity } from '../rule';
import { CHOICES } from './likely';
import { guidelineLines, hasPlaceholder, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'unknown-section',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'A section that the guideline cited does not have.',
  fix: 'offered',
  check(item, context, report) {
    for (const line of guidelineLines(item, context)) {
      const found = line.line.citations.flatMap(unknownSections);
      for (const { guideline, section, suggestions, atMost } of found.slice(0, MOST)) {
        const [first] = suggestions;
        const what = t('{0} is no section of {1} that the catalogue knows.', quoted(section.name), guideline.title);
        report({
          span: line.span(section.span),
          message: first
            ? t('{0} Readers look a passage up by its name. Did you mean "{1}"?', what, first)
            : t('{0} Readers look a passage up by its name. Check it.', what),
          ...(atMost && { atMost }),
          ...line.limit,
          fixes: () =>
            suggestions
              .slice(0, CHOICES)
              .flatMap(name => line.fix(t('Did you mean "{0}"?', name), [{ span: section.span, text: name }])),
        });
      }
    }
  },
};

interface Unknown {
  readonly guideline: Guideline;
  readonly section: CitedSection;
  readonly suggestions: readonly string[];
  readonly atMost: Severity | null;
}

function unknownSections({ guideline, sections, style }: Citation): Unknown[] {
  if (!guideline || guideline.reference === 'none') return [];
  return sections.flatMap((section): Unknown[] => {
    if (section.known || section.number || hasPlaceholder(section.name)) return [];
    const { suggestions } = section;
    const slips = suggestions.filter(name => isSlip(section.name, name));
    // Of a list that is not complete, only what is nearly a section known from letters can be called a slip.
    if (!guideline.sectionsComplete) {
      return slips.length > 0 ? [{ guideline, section, suggestions: slips, atMost: 'information' }] : [];
    }
    if (slips.length > 0) return [{ guideline, section, suggestions, atMost: null }];
    // A topic before its pages is in the writer's own words.
    return style === 'page' ? [] : [{ guideline, section, suggestions, atMost: 'information' }];
  });
}
