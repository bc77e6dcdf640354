import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetter } from '../../server/src/core/language/letter';
import { LineIndex } from '../../server/src/core/output/lineIndex';
import type { ParsedItem, ParsedLetter } from '../../server/src/core/output/parseOutput';
import { compileProfile } from '../../server/src/core/profile/compiled';
import {
  corpusFolder,
  corpusIds,
  corpusText,
  describeCorpus,
  expectedLetter,
  type Shape,
  shapes,
} from '../corpus/corpus';
import { profileNamed } from '../support/setup';
import { letters } from './command';

const bare = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');

const profile = compileProfile(profileNamed('ca-imr'));

interface Found {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number } };
}

function parse(paths: readonly string[]): ParsedLetter[] {
  const { code, stdout, stderr } = letters(['parse', ...paths]);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as ParsedLetter);
}

function pathsOf(shape: Shape): string[] {
  return corpusIds().map(id => join(corpusFolder, shape, `${id}.txt`));
}

describeCorpus('posted letters through the command', () => {
  for (const shape of shapes) {
    it(`parse says what they say: ${shape}`, () => {
      const parsed = parse(pathsOf(shape));
      const ids = corpusIds();
      assert.equal(parsed.length, ids.length);
      for (const [index, id] of ids.entries()) {
        const { version, path, profile, header, credentials, sections, items } = parsed[index] as ParsedLetter;
        const expected = expectedLetter(id);
        assert.equal(version, 1);
        assert.equal(profile, 'ca-imr');
        assert.ok(path.endsWith(`${shape}/${id}.txt`), path);
        assert.deepEqual(header, expected.header, id);
        assert.deepEqual(credentials, expected.credentials, id);
        assert.deepEqual(
          sections.map(({ kind }) => kind),
          ['how-made', 'summary', 'issues'],
          id,
        );
        assert.deepEqual(
          items.map(item => ({ ...texts(item), decision: item.decision })),
          expected.items.map(({ title, decision, claimsGuideline, reviewerGuideline, rationale }) => ({
            title: bare(title),
            claimsGuideline: bare(claimsGuideline),
            reviewerGuideline: bare(reviewerGuideline),
            rationale: bare(rationale),
            decision,
          })),
          id,
        );
      }
    });
  }

  it('parse reads the same citations from every shape', () => {
    const [first, ...others] = shapes.map(shape =>
      parse(pathsOf(shape)).map(({ items }) =>
        items.map(item => [citations(item, 'claimsGuideline'), citations(item, 'reviewerGuideline')]),
      ),
    );
    assert.ok((first ?? []).flat(4).length > 100);
    for (const other of others) assert.deepEqual(other, first);
  });

  it('check finds the same in the same items of every shape', () => {
    const [first, ...others] = shapes.map(findingsByItem);
    for (const [index, other] of others.entries()) {
      for (const id of corpusIds()) assert.deepEqual(other.get(id), first?.get(id), `${id}, ${shapes[index + 1]}`);
    }
  });

  it('parse reads every field of both seed letters', () => {
    const folder = join(corpusFolder, 'seeds');
    const seeds = parse(
      readdirSync(folder)
        .sort()
        .map(name => join(folder, name)),
    );
    assert.deepEqual(
      seeds.map(({ items }) => items.length),
      [5, 1],
    );
    for (const item of seeds.flatMap(({ items }) => items)) {
      assert.ok(Object.values({ ...texts(item), decision: item.decision }).every(Boolean), item.title);
    }
    assert.deepEqual(
      seeds.map(({ credentials }) => credentials),
      [
        { licensure: ['New Jersey'], specialty: ['Family Medicine'] },
        { licensure: ['Massachusetts'], specialty: ['Anesthesiology', 'Pain Management'] },
      ],
    );
  });
});

function texts({ title, claimsGuideline, reviewerGuideline, rationale }: ParsedItem) {
  return {
    title: bare(title),
    claimsGuideline: bare(claimsGuideline?.text),
    reviewerGuideline: bare(reviewerGuideline?.text),
    rationale: bare(rationale),
  };
}

/** What every citation of a line says, white space aside. */
function citations(item: ParsedItem, line: 'claimsGuideline' | 'reviewerGuideline'): string[] {
  return (item[line]?.citations ?? []).map(citation => bare(JSON.stringify(citation)));
}

/** For each letter what was found, as `item: rule`, sorted; the item is its number, 0 for what stands before all items. */
function findingsByItem(shape: Shape): Map<string, string[]> {
  const { stdout, stderr } = letters(['check', '--format', 'json', ...pathsOf(shape)]);
  assert.equal(stderr, '');
  const files = JSON.parse(stdout).files as { path: string; diagnostics: Found[] }[];
  return new Map(
    files.map(({ path, diagnostics }) => {
      const id = path.slice(-'000.txt'.length, -'.txt'.length);
      const starts = titleLines(id, shape);
      const found = diagnostics.map(
        ({ rule, range }) => `${starts.filter(at => at <= range.start.line).length}: ${rule}`,
      );
      return [id, found.sort()] as const;
    }),
  );
}

/** Line of each item's title, from 0. */
function titleLines(id: string, shape: Shape): number[] {
  const text = corpusText(id, shape);
  const lines = new LineIndex(text);
  return parseLetter(text, profile).items.map(({ start, part }) => lines.position(start + part.title.span.start).line);
}
