import type { Rounds } from './measure';

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 's' | 'times';
  /** By contender. */
  readonly values: Readonly<Record<string, number>>;
  /** What the goal is about: mostly the ratio to the floor. Null where nothing is asked. */
  readonly measured: number | null;
  readonly goal: string;
  readonly isMet: boolean | null;
}

export const contenders = ['floor', 'letters', 'json', 'rumdl', 'markdownlint'] as const;

/** What took the letters' server at most so many times what it took another one. */
export function compared(what: string, unit: Row['unit'], rounds: Rounds, to: string, most: number): Row {
  const measured = rounds.ratio('letters', to);
  const goal = `at most ${most} x ${to}`;
  return { what, unit, values: rounds.medians(), measured, goal, isMet: measured <= most };
}

/** Whether the letters' server was quicker than each of the peers. */
export function ahead(what: string, unit: Row['unit'], rounds: Rounds): Row {
  const { floor: _, letters = Number.NaN, ...peers } = rounds.medians();
  const measured = letters / Math.min(...Object.values(peers));
  return { what, unit, values: rounds.medians(), measured, goal: 'less than any peer', isMet: measured < 1 };
}

/** A number that must stay below another. */
export function below(row: Omit<Row, 'isMet' | 'measured'>, measured: number, most: number): Row {
  return { ...row, measured, isMet: measured <= most };
}

/** As Markdown. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'unit', ...contenders, 'measured', 'goal', 'met'];
  const lines = rows.map(({ what, unit, values, measured, goal, isMet }) => [
    what,
    unit,
    ...contenders.map(name => (values[name] === undefined ? '' : figure(values[name]))),
    measured === null ? '' : measured.toFixed(2),
    goal,
    isMet === null ? '' : isMet ? 'yes' : '**no**',
  ]);
  const rule = head.map((_, k) => (k > 1 && k < head.length - 2 ? '--:' : '---'));
  return [head, rule, ...lines].map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

/** Three digits that count. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
