import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import type { Profile } from '../../profile/schema';
import { type Span, shift, type TextEdit } from '../../text/span';
import { anyOf } from '../../words/phrases';
import { t } from '../../words/translate';
import { endOfWords, insertion, lineEndOf, titleSpan } from '../edits';
import type { LetterRule, Reporter } from '../rule';
import { caseDecisionSection } from '../standardText';
import { caseDecisionOf } from './caseDecision';
import { headingSpan, knownSections } from './sections';

export const rule: LetterRule = {
  id: 'missing-decision',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'An item without a decision behind its title, or a case without one where the case is decided as a whole.',
  fix: 'offered',
  check(letter, { profile, facts }, report) {
    if (profile.profile.items.per === 'case') checkCase(letter, profile.profile, report);
    else checkItems(letter.items, profile.profile, facts.lineEnd, report);
  },
};

function checkItems(items: readonly Placed<ItemPart>[], profile: Profile, eol: string, report: Reporter): void {
  const words = profile.items.decisions.map(d => d.word);
  const endings = anyOf(words.map(word => `: ${word}`));
  const message = t(
    'This item has no decision. A letter must decide every disputed item. End the title with {0}.',
    endings,
  );
  for (const { part, start } of items) {
    if (part.title.decision) continue;
    report({
      span: shift(titleSpan(part), start),
      message,
      fixes: () => actions(words, word => decide(part, start, word, eol)),
    });
  }
}

/** Ends the title with the decision; a placeholder that stands for one gives way. */
function decide({ title, text, marked }: ItemPart, start: number, word: string, eol: string): TextEdit {
  const words = title.text.text;
  if (words === '') {
    const at = title.span.start;
    const [before, behind] = marked ? [text[at - 1] === '#' ? ' ' : '', ''] : ['', eol + eol];
    return insertion(start + at, `${before}[[service]]: ${word}${behind}`);
  }
  const blank = / ?\[\[[^[\]]{0,200}\]\]$/.exec(words);
  const before = words.slice(0, blank?.index);
  if (blank && before.endsWith(':')) {
    return { span: shift(title.text.source(before.length, words.length), start), text: ` ${word}` };
  }
  return insertion(start + endOfWords(title.text, text), words.endsWith(':') ? ` ${word}` : `: ${word}`);
}

function checkCase(letter: Letter, profile: Profile, report: Reporter): void {
  const { caseDecision, decisions } = profile.items;
  if (!caseDecision) return;
  const words = decisions.map(d => d.word);
  const line = caseDecisionOf(letter);
  const message = (place: string) =>
    t('The case has no decision. The decision is what the letter is for. Write {0} {1}.', anyOf(words), place);
  if (line) {
    if (line.word !== '' && !line.word.startsWith('[[')) return;
    const text = (word: string) => (line.word === '' ? ` ${word}` : word);
    report({
      span: line.label,
      message: message(t('behind this label')),
      fixes: () => actions(words, word => ({ span: line.span, text: text(word) })),
    });
    return;
  }
  const definition = caseDecisionSection(profile);
  const section = definition && knownSections(letter).get(definition);
  if (!section) return;
  const span = headingSpan(section);
  report({
    span,
    message: message(t('below this heading, behind "{0}:"', caseDecision.label)),
    fixes: () => actions(words, word => belowHeading(letter, span, `${caseDecision.label}: ${word}`)),
  });
}

/** A line of its own below the heading; a blank line ends it, or the text behind it would be read with it. */
function belowHeading(letter: Letter, heading: Span, line: string): TextEdit {
  const { text } = letter.source;
  const eol = lineEndOf(text);
  const at = heading.end + (/^[^\r\n\f]*/.exec(text.slice(heading.end))?.[0].length ?? 0);
  const isParted = /^\s*$|^(?:\r\n|\n|\r)[ \t]*[\r\n]/.test(text.slice(at));
  return insertion(at, eol + eol + line + (isParted ? '' : eol));
}

function actions(words: readonly string[], edit: (word: string) => TextEdit) {
  return words.map(word => ({ title: t('Decide "{0}"', word), safe: false, edits: [edit(word)] }));
}
