import { type AbbreviationUse, abbreviationsIn } from '../../facts/abbreviations';
import type { Passage, Place } from '../../facts/passages';
import type { Part } from '../../language/tree';
import { shift, type TextEdit } from '../../text/span';
import type { Vocabulary } from '../../vocabulary/schema';
import { t } from '../../words/translate';
import type { LetterContext } from '../context';
import type { Fix, LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'medical-abbreviation',
  group: 'style',
  scope: 'letter',
  severity: 'hint',
  summary: 'An abbreviation that lay readers do not know, without its words at its first use.',
  fix: 'offered',
  options: {
    common: { description: 'Whether abbreviations that most readers know ("MRI") are reported too.', default: false },
  },
  check(letter, context, report) {
    const withCommon = context.option<boolean>('common');
    const seen = new Set<string>();
    for (const { part, start } of letter.parts) {
      for (const use of firstUses(part, context)) {
        const { short, common } = use.entry;
        if (seen.has(short)) continue;
        seen.add(short);
        if (use.isExplained || (common && !withCommon)) continue;
        const { passage, at } = use;
        report({
          span: shift(passage.text.source(at, at + use.written.length), start),
          message: t(
            '"{0}" stands here for the first time and is not explained. The letter is written for the worker, in words that lay readers know. Write it out once, with the abbreviation in brackets behind it.',
            use.written,
          ),
          fixes: () => fixesFor(use, start),
        });
      }
    }
  },
};

interface PlacedUse extends AbbreviationUse {
  readonly passage: Passage;
  /** In the text of the passage. */
  readonly at: number;
}

/** Where abbreviations are to be explained. */
const PLACES: ReadonlySet<Place> = new Set(['summary', 'section', 'rationale']);
/** What repeats the words of others need not explain them, but may. */
const COPIED: ReadonlySet<Place> = new Set(['title', 'guidelineLine']);

const known = new WeakMap<Part, { readonly vocabulary: Vocabulary; readonly uses: readonly PlacedUse[] }>();

/** The first use of each abbreviation in the part, read once for as long as the part stays. */
function firstUses(part: Part, context: LetterContext): readonly PlacedUse[] {
  const { vocabulary } = context;
  const kept = known.get(part);
  if (kept?.vocabulary === vocabulary) return kept.uses;
  const uses = new Map<string, PlacedUse>();
  for (const passage of context.passages(part)) {
    const isCopied = COPIED.has(passage.place);
    if (!isCopied && !PLACES.has(passage.place)) continue;
    for (const { start, sentence } of passage.sentences) {
      for (const use of sentence.of(abbreviationsIn)) {
        if (uses.has(use.entry.short) || (isCopied && !use.isExplained)) continue;
        uses.set(use.entry.short, { ...use, passage, at: start + use.start });
      }
    }
  }
  const all = [...uses.values()];
  known.set(part, { vocabulary, uses: all });
  return all;
}

/** One for each thing that it can stand for. */
function fixesFor({ entry, written, passage, at, start: inSentence }: PlacedUse, start: number): Fix[] {
  const isPlural = written !== entry.short;
  return entry.expansions.map((expansion, index) => {
    const words = isPlural ? pluralOf(expansion, index === 0 ? entry.plural : undefined) : expansion;
    const text = inSentence === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
    const span = shift(passage.text.source(at, at + written.length), start);
    return {
      title: t('Write "{0} ({1})"', words, written),
      safe: false,
      edits: [...articleFor(words, passage, at, start), { span, text: `${text} (${written})` }],
    };
  });
}

function pluralOf(words: string, given: string | undefined): string {
  if (given !== undefined) return given;
  if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(words) ? words : `${words}s`;
}

/** The article before the abbreviation, where its words want the other one: "an NCV", "a nerve conduction velocity". */
function articleFor(words: string, { text }: Passage, at: number, start: number): TextEdit[] {
  const before = /(?:^|[^\p{L}])([Aa]n?) $/u.exec(text.text.slice(Math.max(0, at - 4), at))?.[1];
  if (before === undefined) return [];
  const isVowel = /^[aeio]/i.test(words) || /^u(?!ni|ri|se|ro)/i.test(words);
  const article = before.charAt(0) + (isVowel ? 'n' : '');
  const span = shift(text.source(at - 1 - before.length, at - 1), start);
  return article === before ? [] : [{ span, text: article }];
}
