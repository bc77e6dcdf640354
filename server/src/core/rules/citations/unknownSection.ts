import type { Guideline } from '../../catalogue/model';
import type { Citation, CitedSection } from '../../citations/model';
import { isSlip } from '../../citations/near';
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
        const what = `${quoted(section.name)} is no section of ${guideline.title} that the catalogue knows.`;
        report({
          span: line.span(section.span),
          message: first
            ? `${what} Readers look a passage up by its name. Did you mean "${first}"?`
            : `${what} Readers look a passage up by its name. Check it.`,
          ...(atMost && { atMost }),
          ...line.limit,
          fixes: () =>
            suggestions
              .slice(0, CHOICES)
              .flatMap(name => line.fix(`Did you mean "${name}"?`, [{ span: section.span, text: name }])),
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
