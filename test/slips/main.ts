import { parseArgs } from 'node:util';
import { rules } from '../../server/src/core/rules/index';
import { kinds } from './kinds';
import { createCheck, readLetters } from './letters';
import { byRule, examples, json, shortcomings, tables } from './report';
import { type KindResult, runKind } from './run';

const usage = `npm run slips -- [FOLDER] [--kind ID]… [--rule ID]… [--seed N] [--most N] [--show N] [--json]

  FOLDER    of letters, *.txt and *.letter; ../shared/corpus/spaced if none is given
  --kind    only slips of this kind
  --rule    only slips that this rule may find
  --seed    another choice of places and words (1)
  --most    how many slips of a kind are planted where there are places enough (60)
  --show    for each kind so many missed slips and unrelated findings, with the words around them
  --json    the numbers as JSON`;

/** Exit code: 0, 1 where too few slips are found or too much else is reported, 2 where it could not be run. */
export function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string', multiple: true },
      rule: { type: 'string', multiple: true },
      seed: { type: 'string', default: '1' },
      most: { type: 'string', default: '60' },
      show: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const folder = positionals[0] ?? '../shared/corpus/spaced';
  const letters = readLetters(folder);
  if (letters === null || letters.length === 0) {
    console.error(letters ? `There is no letter in ${folder}.` : `There is no folder ${folder}: no slip was planted.`);
    return 2;
  }
  const chosen = kinds.filter(
    kind =>
      (!values.kind || values.kind.includes(kind.id)) &&
      (!values.rule || kind.rules.some(rule => values.rule?.includes(rule))),
  );
  if (chosen.length === 0) {
    console.error(`There is no such kind. There are: ${kinds.map(kind => kind.id).join(', ')}`);
    return 2;
  }
  const options = { seed: Number(values.seed), most: Number(values.most), least: 30 };
  const check = createCheck();
  const results = chosen.map(kind => runKind(kind, letters, check, options));
  if (values.json) console.log(json(results, options.seed));
  else print(results, letters.length, options.seed, Number(values.show));
  return shortcomings(results).length > 0 ? 1 : 0;
}

function print(results: readonly KindResult[], letters: number, seed: number, show: number): void {
  console.log(`${letters} letters, seed ${seed}\n`);
  console.log(tables(results));
  const planted = byRule(results);
  const unmeasured = rules.filter(({ id, severity }) => /error|warning/.test(severity) && !planted.has(id));
  if (results.length === kinds.length && unmeasured.length > 0) {
    console.log(`\nErrors and warnings that no kind is meant for: ${unmeasured.map(rule => rule.id).join(', ')}`);
  }
  const absent = [...planted.keys()].filter(id => !rules.some(rule => rule.id === id));
  if (absent.length > 0) console.log(`\nRules that do not exist: ${absent.join(', ')}`);
  if (show > 0)
    console.log(
      `\n${results
        .map(result => examples(result, show))
        .filter(Boolean)
        .join('\n')}`,
    );
  const failures = shortcomings(results);
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
}
