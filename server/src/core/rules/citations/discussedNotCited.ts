import { nameKey } from '../../catalogue/nameIndex';
import type { NamedSource } from '../../citations/model';
import { lowerCase } from '../../text/lowerCase';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { addSource } from './addSource';
import { type ItemLine, lineOf } from './lines';
import { mentionsIn } from './mentions';

export const rule: ItemRule = {
  id: 'discussed-not-cited',
  group: 'citations',
  scope: 'item',
  waits: true,
  severity: 'information',
  summary: "A source that the rationale relies on and the reviewer's line does not cite.",
  fix: 'offered',
  check(item, context, report) {
    const line = lineOf(item, 'reviewerGuideline', context);
    const rationale = context.field('rationale');
    if (!line || !rationale || !CITING.has(line.line.form)) return;
    const sentences = new Map<Span, boolean>();
    const tellsOfDenial = (sentence: Span) => {
      const known = sentences.get(sentence);
      if (known !== undefined) return known;
      const tells = TELLS_OF_DENIAL.test(rationale.text.text.slice(sentence.start, sentence.end));
      sentences.set(sentence, tells);
      return tells;
    };
    let citing: ((source: NamedSource) => boolean) | undefined;
    const reported = new Set<string>();
    for (const mention of mentionsIn(item, context)) {
      const { source, sentence } = mention;
      if (reported.has(source.source) || mention.isSilent || !isClear(source)) continue;
      citing ??= citedOn(line);
      if (citing(source)) continue;
      if (tellsOfDenial(sentence)) continue;
      reported.add(source.source);
      report({
        span: rationale.text.source(source.span.start, source.span.end),
        message: t(
          'The rationale relies on "{0}", but "{1}:" does not cite it. A reader looks for the evidence on that line. Add it there.',
          source.source,
          line.field.definition.label,
        ),
        related: [{ span: line.field.label, message: t('It is not cited on this line.') }],
        fixes: () => addSource(mention, line, context),
      });
    }
  },
};

const CITING: ReadonlySet<string> = new Set(['standard', 'standard-and-other', 'other', 'nothing']);

/** Sentences that tell what was decided before, and on what. */
const TELLS_OF_DENIAL =
  /\b(?:denied|denial|non-?certified|(?:peer|prior|previous|earlier) (?:review|determination))\b/i;

/** The standard itself is named in passing, and so is a guideline of it without chapter, page or year. */
function isClear({ kind, chapter, pages, guideline, name }: NamedSource): boolean {
  if (kind === 'guideline')
    return guideline !== null && (chapter !== null || pages.length > 0 || /\b(?:19|20)\d\d\b/.test(name));
  return kind === 'other';
}

/** Tells of a source whether the line cites it, by its name, in any edition, or as a section of another guideline. */
function citedOn({ line, text }: ItemLine): (source: NamedSource) => boolean {
  const lower = lowerCase(text);
  const others = line.other?.sources ?? [];
  const names = new Set(others.map(other => other.source));
  const guidelines = new Set([...line.citations, ...others].flatMap(c => [c.guideline, ...c.candidates]));
  const titles = new Set(line.citations.map(citation => nameKey(citation.title)));
  return ({ kind, source, candidates }) =>
    kind === 'other'
      ? names.has(source)
      : lower.includes(lowerCase(source)) ||
        candidates.some(
          one => guidelines.has(one) || one.citedAs.some(form => form.section && titles.has(nameKey(form.title))),
        );
}
