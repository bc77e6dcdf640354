import { l10n } from 'vscode';
import { changeWords, groupWords } from '../../../server/src/core/compare/words';
import type { ChangeResult, CompareResult, SaidResult } from '../../../server/src/lsp/compareMessages';
import { inMarkdown } from './inMarkdown';

/** A comparison in the reader's language, one line a change. */
export interface ComparisonText {
  readonly lines: readonly string[];
  readonly links: readonly ComparisonLink[];
}

/** Words of a line that lead to a place in one of the letters. */
export interface ComparisonLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly letter: 'before' | 'after';
  readonly range: SaidResult['range'];
}

/** The text of a comparison of letters of these names. */
export function comparisonText(before: string, after: string, { groups }: CompareResult): ComparisonText {
  const lines = [`# ${inMarkdown(l10n.t('"{0}" compared with "{1}"', after, before))}`, '', summary(groups)];
  const links: ComparisonLink[] = [];
  for (const group of groups) {
    lines.push('', `## ${inMarkdown(groupWords(group, l10n))}`, '');
    for (const change of group.changes) {
      const mark = change.weight === 'decision' ? '! ' : '';
      const said = `- ${mark}${inMarkdown(changeWords(change, group, l10n))}`;
      const { words, links: found } = places(change);
      for (const link of found) {
        links.push({ ...link, line: lines.length, start: link.start + said.length, end: link.end + said.length });
      }
      lines.push(`${said}${words}`);
    }
  }
  return { lines: [...lines, ''], links };
}

function summary(groups: CompareResult['groups']): string {
  const changes = groups.flatMap(group => group.changes);
  if (changes.length === 0) {
    return l10n.t('They say the same. White space, line breaks and the form of the markup are not compared.');
  }
  const decided = changes.filter(({ weight }) => weight === 'decision').length;
  const all = changes.length === 1 ? l10n.t('1 difference') : l10n.t('{0} differences', changes.length);
  return decided === 0 ? all : l10n.t('{0}, {1} in what is decided, marked with an exclamation mark', all, decided);
}

/** " (line 3 → line 5)", each a link. */
function places({ before, after }: ChangeResult): { words: string; links: Omit<ComparisonLink, 'line'>[] } {
  const links: Omit<ComparisonLink, 'line'>[] = [];
  let words = ' (';
  for (const [letter, said] of [['before', before] as const, ['after', after] as const]) {
    if (!said) continue;
    if (links.length > 0) words += ' → ';
    const start = words.length;
    words += l10n.t('line {0}', said.range.start.line + 1);
    links.push({ start, end: words.length, letter, range: said.range });
  }
  return { words: `${words})`, links };
}
