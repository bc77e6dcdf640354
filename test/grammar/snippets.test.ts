import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Letter, parseLetter } from '../../server/src/core/language/letter';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { compileProfile } from '../../server/src/core/profile/compiled';
import type { Profile } from '../../server/src/core/profile/schema';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const folder = 'snippets';

function read(file: string): Record<string, Snippet> {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** The text that the editor inserts before anything is typed: defaults, and of each choice the value `choice`. */
function expand(snippet: Snippet, choice = 0): string {
  return snippet.body
    .join('\n')
    .replace(/\$\{\d+\|((?:[^\\|]|\\.)*)\|\}/g, (_, values: string) => values.split(/(?<!\\),/)[choice] ?? '')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\/(?:[^}]|\}(?=\/))*\}|\$\w+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

function parse(text: string, profile: Profile): Letter {
  return parseLetter(text, compileProfile(profile));
}

describe('snippets', () => {
  it('are what the profiles say', () => {
    execFileSync(process.execPath, ['scripts/generate-snippets.mjs', '--check'], { stdio: 'pipe' });
  });

  it('are all contributed', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const paths = manifest.contributes.snippets.map((entry: { path: string }) => entry.path.replace('./snippets/', ''));
    assert.deepEqual(paths.sort(), readdirSync(folder).sort());
  });

  for (const file of readdirSync(folder)) {
    it(`${file}: each is scoped, described and quick to type`, () => {
      for (const [name, { scope, prefix, description, body }] of Object.entries(read(file))) {
        assert.equal(scope, 'determination-letter', name);
        assert.match(prefix, /^[a-z]+(?:-[a-z0-9]+)*$/, name);
        assert.ok(prefix.length <= 24 && description.length > 0, name);
        assert.doesNotMatch(body.join('\n').replace(/\$\{/g, ''), /\{[a-z]+\}/i, `${name}: a {name} is left`);
      }
    });

    it(`${file}: tab stops are numbered from 1, without a gap`, () => {
      for (const [name, { body }] of Object.entries(read(file))) {
        const numbers = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(match => Number(match[1])).filter(n => n > 0);
        const distinct = [...new Set(numbers)].sort((a, b) => a - b);
        assert.deepEqual(
          distinct,
          distinct.map((_, i) => i + 1),
          name,
        );
      }
    });
  }

  for (const profile of builtInProfiles) {
    describe(profile.id, () => {
      const all = Object.values(read(`${profile.id}.code-snippets`));
      const ending = (prefix: string) => all.filter(snippet => snippet.prefix.endsWith(prefix));

      it('a new letter has every section, field and credential, in order', () => {
        const letters = all.filter(snippet => /(?:^|-)letter(?:-\d+)?$/.test(snippet.prefix));
        assert.ok(letters.length > 0);
        for (const snippet of letters) {
          const letter = parse(expand(snippet), profile);
          assert.deepEqual(
            letter.sections.map(({ part }) => part.heading.match?.printed),
            profile.sections.map(section => section.heading),
          );
          const [item, ...others] = letter.items;
          assert.deepEqual(others, []);
          assert.deepEqual(
            item?.part.fields.map(field => field.definition.label),
            profile.items.fields.map(field => field.label),
          );
        }
      });

      it('a new letter has every required field of the header', () => {
        const [snippet] = all.filter(s => /(?:^|-)letter$/.test(s.prefix));
        assert.ok(snippet);
        const { header } = parse(expand(snippet), profile);
        assert.deepEqual(
          header.part.fields.map(field => field.definition.label),
          profile.header.fields.filter(field => field.required).map(field => field.label),
        );
      });

      it('every item is read as one item with its fields', () => {
        const items = all.filter(snippet => /(?:^|-)item(?:-\w+)?$/.test(snippet.prefix));
        assert.ok(items.length > 0);
        for (const snippet of items) {
          for (const [index, decision] of profile.items.decisions.entries()) {
            const [item, ...others] = parse(expand(snippet, index), profile).items;
            assert.deepEqual(others, [], snippet.prefix);
            assert.equal(item?.part.fields.length, profile.items.fields.length, snippet.prefix);
            if (profile.items.per === 'item')
              assert.equal(item?.part.title.decision?.word, decision.word, snippet.prefix);
          }
        }
      });

      it('each decision has its conclusions', () => {
        for (const { word, conclusion } of profile.items.decisions) {
          assert.equal(ending(word.toLowerCase()).length, conclusion.length, word);
        }
      });

      it('each side has the four forms of a guideline line', () => {
        const line = profile.guidelineLine;
        if (!line) return assert.deepEqual(ending('-nothing'), []);
        for (const side of ['claims', 'reviewer']) {
          for (const form of [line.standard.toLowerCase(), 'both', 'outside', 'nothing']) {
            assert.equal(ending(`${side}-${form}`).length, 1, `${side}-${form}`);
          }
        }
        return undefined;
      });
    });
  }
});
