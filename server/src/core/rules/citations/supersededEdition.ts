import type { Guideline } from '../../catalogue/model';
import type { Citation } from '../../citations/model';
import { printCitation } from '../../citations/print';
import { printDay, readDay } from '../../text/dates';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule } from '../rule';
import { meantBy, printsEdition, subjectSpan } from './editions';
import { guidelineLines, type ItemLine, MOST, quoted } from './lines';

export const rule: ItemRule = {
  id: 'superseded-edition',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'An edition that was not in force when the treatment was refused.',
  fix: 'offered',
  check(item, context, report) {
    const day = context.facts.denialDate?.iso;
    if (!day) return;
    for (const line of guidelineLines(item, context)) {
      let reported = 0;
      for (const citation of line.line.citations) {
        const edition = notInForce(citation, day, context);
        if (!edition || ++reported > MOST) continue;
        const subject = subjectSpan(citation, line.text);
        report({
          span: line.span(subject),
          message: message(line.text.slice(subject.start, subject.end), edition, day),
          ...line.limit,
          related: [{ header: 'denialDate', message: t('The date that decides stands here.') }],
          fixes: () => replace(edition, citation, line, day, context),
        });
      }
    }
  },
};

/** The edition cited, if the catalogue is certain that neither it nor another one of that name and year was in force. */
export function notInForce(
  citation: Citation,
  day: string,
  { catalogue, facts }: Pick<ItemContext, 'catalogue' | 'facts'>,
): Guideline | null {
  if (citation.year === null && printsEdition(citation, facts.style)) return null;
  const meant = meantBy(citation);
  return meant.every(guideline => catalogue.inForceAt(guideline, day) === false) ? (meant[0] ?? null) : null;
}

function message(cited: string, { inForce }: Guideline, day: string): string {
  const isOver = inForce.to !== null && inForce.to <= day;
  return isOver
    ? t(
        '{0} was replaced on {1}, and the treatment was refused on {2}. The edition in force on that day counts. Cite that one.',
        quoted(cited),
        dated(inForce.to),
        dated(day),
      )
    : t(
        '{0} came into force only on {1}, and the treatment was refused on {2}. The edition in force on that day counts. Cite that one.',
        quoted(cited),
        dated(inForce.from ?? ''),
        dated(day),
      );
}

function dated(iso: string): string {
  const day = readDay(iso);
  return day ? printDay(day) : iso;
}

/** Sections go by the same names in the next edition, or are reported there; pages do not stay. */
function replace(edition: Guideline, citation: Citation, line: ItemLine, day: string, context: ItemContext) {
  const definition = context.profile.profile.guidelineLine;
  const valid = context.catalogue.editionAt(edition, day);
  if (!definition || !valid || citation.pages.length > 0) return [];
  const printed = printCitation(valid, null, citation.style === 'page' ? 'page' : 'section', definition);
  if (printed?.reference !== '') return [];
  const span = subjectSpan(citation, line.text);
  return line.fix(t('Replace by "{0}"', printed.subject), [{ span, text: printed.subject }]);
}
