import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editLetter, type Letter, parseLetter } from '../../server/src/core/language/letter';
import type { Part } from '../../server/src/core/language/tree';
import { checkLetter, checkWhileTyping } from '../../server/src/core/rules/check';
import { testSetup } from '../support/setup';
import { edit, letterText, runs } from './letters';

const setup = testSetup();
const profile = setup.profile;
const raw = profile.profile;

function shape(letter: Letter) {
  return {
    unclosed: letter.unclosedComments,
    parts: letter.parts.map(({ start, part }) => ({ start, ...partShape(part) })),
  };
}

function partShape(part: Part) {
  const common = { kind: part.kind, text: part.text, blocks: part.blocks };
  if (part.kind === 'header') return { ...common, fields: part.fields.map(f => [f.span, f.value, f.text.text]) };
  if (part.kind === 'section')
    return { ...common, heading: part.heading.span, fields: part.fields.map(f => [f.span, f.value]) };
  return {
    ...common,
    title: [part.title.span, part.title.name, part.title.decision?.word],
    fields: part.fields.map(f => [f.span, f.value, f.text.text]),
  };
}

function findings(letter: Letter, using = setup) {
  return checkLetter(letter, using, (rule, error) => {
    throw new Error(`${rule} failed`, { cause: error });
  }).map(f => [f.rule, f.severity, f.span, f.message, f.related, f.fixes()]);
}

describe(`any text and any edit (${runs.numRuns} runs)`, () => {
  it('parses without loss: parts tile the text, blocks tile their part', () => {
    fc.assert(
      fc.property(letterText(raw), text => {
        const letter = parseLetter(text, profile);
        assert.equal(letter.parts.map(p => p.part.text).join(''), text);
        for (const { part, start } of letter.parts) {
          assert.equal(text.slice(start, start + part.text.length), part.text);
          let at = 0;
          for (const block of part.blocks) {
            assert.equal(block.span.start, at);
            at = block.span.end;
          }
          assert.equal(at, part.text.length);
        }
        findings(letter);
      }),
      runs,
    );
  });

  it('after every edit the letter and its findings equal those of a fresh run', () => {
    fc.assert(
      fc.property(letterText(raw), fc.array(edit(raw), { minLength: 1, maxLength: 12 }), (start, edits) => {
        let text = start;
        let letter = parseLetter(text, profile);
        findings(letter);
        for (const [index, { at, length, text: inserted }] of edits.entries()) {
          const from = Math.floor(at * text.length);
          const to = Math.min(text.length, from + Math.round(length * text.length));
          text = text.slice(0, from) + inserted + text.slice(to);
          letter = editLetter(letter, { start: from, end: to }, inserted, text);
          const fresh = parseLetter(text, profile);
          assert.deepEqual(shape(letter), shape(fresh));
          // Now and then several keys are typed before the letter is read again.
          if (index % 3 < 2) {
            const typing = checkWhileTyping(letter, setup);
            for (const { span, related, fixes } of typing) {
              for (const place of [
                span,
                ...related.map(r => r.span),
                ...fixes().flatMap(f => f.edits.map(e => e.span)),
              ]) {
                assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length);
              }
            }
          }
          if (index % 3 === 1) continue;
          // A setup of its own: nothing that was kept can be used.
          assert.deepEqual(findings(letter), findings(fresh, { ...setup }));
        }
      }),
      runs,
    );
  });

  it('reuses the parts that an edit does not touch, by identity', () => {
    const item = (n: number) =>
      `\n## Service ${n}: ${raw.items.decisions[0]?.word}\n\n${raw.items.fields.map(f => `${f.label}: text ${n}.`).join('\n\n')}\n`;
    const text = `# ${raw.sections[2]?.heading}\n${[1, 2, 3, 4].map(item).join('')}`;
    const letter = parseLetter(text, profile);
    const at = text.indexOf('text 2');
    const changed = editLetter(letter, { start: at, end: at }, 'new ', `${text.slice(0, at)}new ${text.slice(at)}`);
    assert.deepEqual(
      changed.parts.map((p, i) => p.part === letter.parts[i]?.part),
      [true, true, true, false, true, true],
    );
  });
});
