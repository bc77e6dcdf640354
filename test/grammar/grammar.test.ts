import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar, IToken } from 'vscode-textmate';
import { type Expectation, readFixtures } from './fixture';
import { isScope, loadGrammar, standardTypesOf, tokenize } from './tokenizer';

function assertScopes(text: string, tokens: readonly IToken[], expected: Expectation): void {
  const covering = tokens.filter(token => token.startIndex < expected.end && token.endIndex > expected.start);
  for (const token of covering) {
    const piece = JSON.stringify(text.slice(token.startIndex, token.endIndex));
    const found = token.scopes.join(' ');
    for (const scope of expected.scopes) {
      assert.ok(
        token.scopes.some(s => isScope(s, scope)),
        `${piece} is not ${scope} but ${found}`,
      );
    }
    for (const scope of expected.absent) {
      assert.ok(!token.scopes.some(s => isScope(s, scope)), `${piece} is ${scope}: ${found}`);
    }
  }
}

describe('grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadGrammar();
  });

  it('is what the profiles say', () => {
    execFileSync(process.execPath, ['scripts/generate-grammar.mjs', '--check'], { stdio: 'pipe' });
  });

  it('lets the editor suggest everywhere but in comments', () => {
    const line =
      'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies. <!-- note -->';
    const comment = line.indexOf('<!--');
    const types = standardTypesOf(grammar, line);
    assert.deepEqual([...new Set(types.slice(0, comment))], ['other']);
    assert.deepEqual([...new Set(types.slice(comment))], ['comment']);
  });

  for (const { name, lines } of readFixtures('test/grammar/fixtures')) {
    describe(name, () => {
      let tokens: IToken[][];

      before(() => {
        tokens = tokenize(
          grammar,
          lines.map(line => line.text),
        );
      });

      for (const [index, line] of lines.entries()) {
        if (line.expected.length === 0) continue;
        it(`${index + 1}: ${line.text.trim().slice(0, 90)}`, () => {
          for (const expected of line.expected) assertScopes(line.text, tokens[index] ?? [], expected);
        });
      }
    });
  }

  describe('hostile lines', () => {
    const size = 20_000;
    const hostile: Record<string, string> = {
      spaces: ' '.repeat(size),
      'spaces behind a word': `x${' '.repeat(size)}`,
      colons: ': '.repeat(size / 2),
      'form feeds': 'a\f'.repeat(size / 2),
      stars: '*a'.repeat(size / 2),
      'open placeholders': '[[a'.repeat(size / 3),
      'number signs': '#'.repeat(size),
      'open comments': '<!-- '.repeat(size / 5),
      digits: '1/'.repeat(size / 2),
      dots: 'http://'.concat('.'.repeat(size)),
      openings: `Claims Administrator guideline: ${'Decision based on '.repeat(size / 18)}`,
      citations: `MAXIMUS guideline: Decision based on MTUS ${'Complaints, and '.repeat(size / 16)}`,
      sections: `MAXIMUS guideline: Decision based on MTUS X 2004, Section(s): ${'A, and '.repeat(size / 7)}`,
      labels: 'Date of Injury: '.repeat(size / 16),
    };
    for (const [name, line] of Object.entries(hostile)) {
      it(name, function () {
        // The editor gives up on longer lines; a regular expression that backtracks needs minutes for these.
        this.timeout(10_000);
        const [tokens] = tokenize(grammar, [line]);
        assert.ok((tokens?.at(-1)?.endIndex ?? 0) >= line.length);
      });
    }
  });

  describe('posted letters', () => {
    const folder = '../shared/corpus';

    function count(text: string, pattern: RegExp): number {
      return text.match(pattern)?.length ?? 0;
    }

    for (const shape of ['layout', 'raw', 'spaced']) {
      it(`marks every decision and label of the ${shape} text`, function () {
        if (!existsSync(join(folder, shape))) {
          console.log(`      skipped: ${folder} is not there`);
          this.skip();
        }
        const names = readdirSync(join(folder, shape));
        assert.ok(names.length > 0);
        for (const name of names) {
          const text = readFileSync(join(folder, shape, name), 'utf8');
          const found = tokenize(grammar, text.split('\n')).flat();
          const marked = (scope: string) => found.filter(t => t.scopes.some(s => isScope(s, scope))).length;
          // A decision alone on the last line of a title is known only where the title's beginning is.
          const decisions = marked('keyword.control.decision');
          assert.ok(decisions >= count(text, /: +(?:Upheld|Overturned)\s*?[\n\f]/g), name);
          assert.ok(decisions <= count(text, /(?:^|: +)(?:Upheld|Overturned)\s*?[\n\f]/gm), name);
          assert.equal(marked('entity.name.tag.item'), count(text, /(?:guideline|Decision\s+rationale):/g), name);
          assert.equal(marked('entity.name.section.letter'), 3, name);
        }
      });
    }
  });
});
