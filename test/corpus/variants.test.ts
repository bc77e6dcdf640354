import assert from 'node:assert/strict';
import { credentialsOf } from '../../server/src/core/language/credentials';
import { type Letter, parseLetter } from '../../server/src/core/language/letter';
import { compileProfile } from '../../server/src/core/profile/compiled';
import { random } from '../bench/letterGenerator';
import { profileNamed } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, shapes } from './corpus';

const profile = compileProfile(profileNamed('ca-imr'));
const labels = profile.itemLabels.filter(name => name.canonical).map(name => name.printed);
const headings = profile.headings.filter(name => name.canonical).map(name => name.printed);
const linesOf = (names: readonly string[]) => new RegExp(`^(\\f?) *(${names.join('|')})`, 'gm');

/** The same letter, written in another way. */
const variants: Record<string, (text: string, letter: Letter) => string> = {
  'with CRLF': text => text.replaceAll('\n', '\r\n'),
  'with CR': text => text.replaceAll('\n', '\r'),
  'with a byte-order mark': text => `\ufeff${text}`,
  'without a line end at the end': text => text.trimEnd(),
  'double spaced': text => text.replaceAll('\n', '\n\n'),
  'double spaced, with trailing spaces': text => text.replaceAll('\n', ' \n \n'),
  'without blank lines': text => text.replace(/\n\s*\n/g, '\n'),
  'with doubled spaces': text => text.replaceAll(' ', '  '),
  'with tabs for spaces': text => text.replaceAll(' ', '\t'),
  'with no-break spaces': text => text.replaceAll(' ', '\u00a0'),
  'with form feeds for blank lines': text => text.replace(/\n\n+/g, '\n\f'),
  'with a blank line before form feeds': text => text.replaceAll('\n\f', '\n\n\f'),
  'with form feeds on lines of their own': text => text.replaceAll('\f', '\f\n'),
  'with wraps joined': text => text.replace(/([a-z,]) ?\n(?=[a-z])/g, '$1 '),
  'with labels in capitals': text => text.replace(linesOf(labels), words => words.toUpperCase()),
  'with labels in bold': text => text.replace(linesOf(labels.map(label => `${label}:`)), '$1**$2**'),
  'with marked headings': text => text.replace(linesOf(headings), '$1# $2'),
  'with marked titles': (text, letter) => {
    const starts = letter.items.map(item => item.start + item.part.title.span.start);
    return starts.reduceRight((changed, at) => `${changed.slice(0, at)}## ${changed.slice(at)}`, text);
  },
  'with comments in its lines': text => {
    const next = random(5);
    return text.replace(/ /g, () => (next() < 0.02 ? ' <!-- as before: Upheld --> ' : ' '));
  },
  'with comments over lines': text => {
    const next = random(5);
    const comment = `\n<!-- a note\n${labels[1]}: none\nCane: Upheld -->\n`;
    return text.replace(/\n/g, () => (next() < 0.1 ? comment : '\n'));
  },
};

const bare = (text: string) => text.replace(/\s+/g, '');

function said(letter: Letter) {
  return {
    header: letter.header.part.fields.map(field => [field.printed, bare(field.text.text)]),
    sections: letter.sections.map(section => section.part.sectionKind),
    credentials: credentialsOf(letter).map(credential => [credential.role, bare(credential.value)]),
    items: letter.items.map(({ part }) => [
      bare(part.title.text.text),
      part.title.decision?.word,
      ...part.fields.map(field => [field.printed, bare(field.text.text)]),
    ]),
  };
}

describeCorpus('posted letters written in another way say the same', () => {
  for (const [name, write] of Object.entries(variants)) {
    it(name, () => {
      for (const shape of shapes) {
        for (const id of corpusIds()) {
          const text = corpusText(id, shape);
          const letter = parseLetter(text, profile);
          const changed = write(text, letter);
          // A few letters have no blank line or no form feed to change.
          if (changed === text) continue;
          assert.deepEqual(said(parseLetter(changed, profile)), said(letter), `${id}, ${shape}`);
        }
      }
    });
  }
});
