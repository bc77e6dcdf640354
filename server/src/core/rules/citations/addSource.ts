import type { Guideline } from '../../catalogue/model';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { NamedSource } from '../../citations/model';
import { partName, printCitation, printedText } from '../../citations/print';
import { fillTemplate } from '../../profile/template';
import type { TextEdit } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix } from '../rule';
import type { ItemLine } from './lines';
import type { Mention } from './mentions';

/** Adds to a guideline line a source that the rationale names, in the form that the line then has. */
export function addSource({ source, ofStandard }: Mention, line: ItemLine, context: ItemContext): Fix[] {
  const definition = context.profile.profile.guidelineLine;
  const name = definition && (ofStandard ? standardCitation(source, definition, context) : otherCitation(source));
  if (!definition || name === null) return [];
  const edit = ofStandard ? amongCitations(name, line, definition, context) : amongOthers(name, line, definition);
  return line.fix(t('Add "{0}"', name), [edit]);
}

/** The edition in force when the treatment was refused, with the topic named where letters of this style cite it. */
function standardCitation(source: NamedSource, line: GuidelineLineDefinition, context: ItemContext): string | null {
  const { catalogue, facts } = context;
  const day = facts.denialDate?.iso;
  const isInForce = (guideline: Guideline) => !day || catalogue.inForceAt(guideline, day) !== false;
  const style = facts.style ?? 'section';
  for (const guideline of source.candidates.filter(isInForce)) {
    const parts = style === 'section' ? guideline.sections : guideline.topics;
    const part = parts.find(one => source.topics.some(topic => topic.title === partName(one))) ?? null;
    const printed = printCitation(guideline, part, style, line);
    if (printed) return printedText(printed);
  }
  return null;
}

function otherCitation({ source, guideline, topics }: NamedSource): string {
  return [source, ...(guideline ? [guideline.title] : []), ...topics.map(topic => topic.title)].join(', ');
}

function amongCitations(
  name: string,
  { line }: ItemLine,
  definition: GuidelineLineDefinition,
  { facts }: ItemContext,
): TextEdit {
  const last = line.citations.at(-1);
  const style = facts.style === 'page' ? definition.pageStyle : definition.sectionStyle;
  if (last) return { span: { start: last.span.end, end: last.span.end }, text: `${style?.joiner ?? ', '}${name}` };
  const sentence = `${definition.opening} ${definition.standard} ${name}.`;
  // The sentences that nothing was cited, or nothing of the standard, are no longer true.
  const untrue = line.sentences.find(({ kind }) => kind === 'outside' || kind === 'nothing');
  if (untrue) return { span: untrue.span, text: sentence };
  return { span: { start: 0, end: 0 }, text: `${sentence} ` };
}

function amongOthers(name: string, { line, field, text }: ItemLine, definition: GuidelineLineDefinition): TextEdit {
  const { opening, other, andOther } = definition;
  const sentence = `${opening} ${other} ${name}.`;
  if (line.other) {
    const at = line.other.span.end;
    return { span: { start: at, end: at }, text: andOther[0] ? ` ${andOther[0]} ${name}` : `, ${name}` };
  }
  const nothing = line.sentences.find(({ kind }) => kind === 'nothing');
  const outside = field.definition.outside.slice(0, 1).map(template => fillTemplate(template, {}));
  if (nothing) return { span: nothing.span, text: [...outside, sentence].join(' ') };
  const end = text.length;
  return { span: { start: end, end }, text: text.endsWith('.') ? ` ${sentence}` : `. ${sentence}` };
}
