import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { Setup } from '../setup';
import type { Span } from '../text/span';
import { rules } from './index';
import type { Finding } from './rule';

/** A comment that switches rules off, and where it counts. */
interface Suppression {
  readonly id: string;
  /** Of the id in the comment. */
  readonly span: Span;
  readonly from: number;
  to: number;
  used: boolean;
}

const COMMENT = /letter-(disable-next-line|disable-file|disable|enable)\s([^:\n\r]{1,400})/;
const RULE = 'suppression';

/** Takes out what comments in the letter suppress, and reports comments that name no rule or suppress nothing. */
export function applySuppressions(letter: Letter, setup: Setup, findings: readonly Finding[]): Finding[] {
  const suppressions = findSuppressions(letter);
  if (suppressions.length === 0) return [...findings];
  const kept = findings.filter(finding => {
    let suppressed = false;
    for (const s of suppressions) {
      if (s.id !== finding.rule || finding.span.start < s.from || finding.span.start > s.to) continue;
      s.used = true;
      suppressed = true;
    }
    return !suppressed;
  });
  return [...kept, ...useless(suppressions, setup)];
}

function* useless(suppressions: readonly Suppression[], setup: Setup): Iterable<Finding> {
  const active = setup.rules.find(a => a.rule.id === RULE);
  if (!active) return;
  for (const s of suppressions) {
    if (s.used) continue;
    const known = rules.some(rule => rule.id === s.id);
    // A rule that is switched off finds nothing to suppress: the comment may be meant for others.
    if (known && !setup.rules.some(a => a.rule.id === s.id)) continue;
    const message = known
      ? `This comment suppresses nothing: "${s.id}" finds nothing here. Delete it, so that it does not hide a later slip.`
      : `There is no rule "${s.id}", so this comment suppresses nothing. See the list of rules for its name.`;
    yield { rule: RULE, severity: active.severity, span: s.span, message, related: [], fixes: () => [] };
  }
}

function findSuppressions(letter: Letter): Suppression[] {
  const { lines, starts, text } = letter.source;
  const found: Suppression[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.plain === line.content || !line.content.includes('letter-')) continue;
    const start = starts[index] ?? 0;
    let open = line.content.indexOf('<!--');
    while (open >= 0) {
      const close = line.content.indexOf('-->', open + 4);
      const match = COMMENT.exec(line.content.slice(open, close < 0 ? undefined : close));
      if (match) collect(found, match, start + open, index, letter, text.length);
      open = line.content.indexOf('<!--', close < 0 ? line.content.length : close);
    }
  }
  return found;
}

function collect(
  found: Suppression[],
  match: RegExpExecArray,
  at: number,
  index: number,
  letter: Letter,
  end: number,
): void {
  const [whole, kind = '', list = ''] = match;
  let offset = at + match.index + whole.length - list.length;
  for (const piece of list.split(',')) {
    const id = piece.trim();
    const start = offset + piece.indexOf(id);
    offset += piece.length + 1;
    if (id === '' || id === '-->') continue;
    if (kind === 'enable') {
      for (const s of found) if (s.id === id && s.to === end && s.from > 0) s.to = at;
      continue;
    }
    const { from, to } =
      kind === 'disable-file'
        ? { from: 0, to: end }
        : kind === 'disable'
          ? { from: at, to: end }
          : nextLine(letter, index);
    found.push({ id, span: { start, end: start + id.length }, from, to, used: false });
  }
}

/** The next line that is not blank. */
function nextLine(letter: Letter, index: number): { from: number; to: number } {
  const { lines, starts } = letter.source;
  let next = index + 1;
  while (next < lines.length - 1 && (lines[next]?.blank || lines[next]?.commentOnly)) next++;
  const from = starts[next] ?? starts[lineAt(letter.source, Number.MAX_SAFE_INTEGER)] ?? 0;
  return { from, to: from + (lines[next]?.content.length ?? 0) };
}
