import type { NamedSource } from '../../citations/model';
import { lowerCase } from '../lowerCase';
import type { ItemRule } from '../rule';
import { addSource } from './addSource';
import { type ItemLine, lineOf } from './lines';
import { mentionsIn } from './mentions';

export const rule: ItemRule = {
  id: 'discussed-not-cited',
  group: 'citations',
  scope: 'item',
  severity: 'information',
  summary: "A source that the rationale relies on and the reviewer's line does not cite.",
  fix: 'offered',
  check(item, context, report) {
    const line = lineOf(item, 'reviewerGuideline', context);
    const rationale = context.field('rationale');
    if (!line || !rationale || !CITING.has(line.line.form)) return;
    const seen = new Set<string>();
    for (const mention of mentionsIn(item, context)) {
      const { source, sentence } = mention;
      if (seen.has(source.source) || mention.isSilent || !isClear(source) || isCited(source, line)) continue;
      if (TELLS_OF_DENIAL.test(rationale.text.text.slice(sentence.start, sentence.end))) continue;
      seen.add(source.source);
      report({
        span: rationale.text.source(source.span.start, source.span.end),
        message: `The rationale relies on "${source.source}", but "${line.field.definition.label}:" does not cite it. A reader looks for the evidence on that line. Add it there.`,
        related: [{ span: line.field.label, message: 'It is not cited on this line.' }],
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

function isCited(source: NamedSource, { line, text }: ItemLine): boolean {
  if (source.kind === 'other') return line.other?.sources.some(other => other.source === source.source) ?? false;
  const cited = [
    ...line.citations.flatMap(citation => [citation.guideline, ...citation.candidates]),
    ...(line.other?.sources.flatMap(other => [other.guideline, ...other.candidates]) ?? []),
  ];
  return (
    source.candidates.some(candidate => cited.includes(candidate)) || lowerCase(text).includes(lowerCase(source.source))
  );
}
