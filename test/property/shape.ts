import type { Letter } from '../../server/src/core/language/letter';
import type { Part } from '../../server/src/core/language/tree';
import type { Folded } from '../../server/src/core/text/folded';
import type { Span } from '../../server/src/core/text/span';

/** Everything that a letter says, as data that can be compared; places are what `at` makes of their offsets. */
export function shapeOf(letter: Letter, at: (offset: number) => unknown = offset => offset) {
  const place = (start: number, span: Span) => [at(start + span.start), at(start + span.end)];
  return {
    unclosed: letter.unclosedComments,
    parts: letter.parts.map(({ start, part }) => ({
      start: at(start),
      ...partShape(part, span => place(start, span)),
    })),
    sections: letter.sections.map(section => letter.parts.indexOf(section)),
    items: letter.items.map(item => letter.parts.indexOf(item)),
    header: letter.parts.indexOf(letter.header),
  };
}

function partShape(part: Part, place: (span: Span) => unknown) {
  const fields = part.fields.map(field => ({
    label: field.definition.label,
    spelling: field.spelling,
    spans: [field.span, field.label, field.value, field.labelRest ?? field.label].map(place),
    text: foldedShape(field.text, place),
  }));
  const blocks = part.blocks.map(block => [block.kind, place(block.span)]);
  const common = { kind: part.kind, blocks, fields };
  if (part.kind === 'header') return common;
  if (part.kind === 'section') {
    return {
      ...common,
      heading: [part.heading.title, part.heading.marked, part.heading.match?.spelling, place(part.heading.span)],
      sectionKind: part.sectionKind,
      strayLabels: part.strayLabels.map(stray => [stray.definition.label, place(stray.span)]),
      body: foldedShape(part.body, place),
    };
  }
  const { title } = part;
  return {
    ...common,
    marked: part.marked,
    title: [place(title.span), place(title.name), foldedShape(title.text, place)],
    colon: title.colon === null ? null : place({ start: title.colon, end: title.colon + 1 }),
    decision: title.decision && [title.decision.word, title.decision.match, place(title.decision.span)],
  };
}

function foldedShape(folded: Folded, place: (span: Span) => unknown) {
  return [folded.text, place(folded.source(0, folded.text.length))];
}
