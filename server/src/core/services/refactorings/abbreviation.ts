import { type AbbreviationUse, abbreviationsIn } from '../../facts/abbreviations';
import { passagesOf } from '../../facts/passages';
import { contains, type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import { disabled, type Refactoring, type RefactoringPlace } from './refactoring';

interface PlacedUse extends AbbreviationUse {
  readonly span: Span;
  readonly beginsSentence: boolean;
}

/** The abbreviation at the place is written out where the letter uses it first. */
export function writeOut(place: RefactoringPlace): Refactoring[] {
  const uses = usesIn(place);
  const here = uses.find(({ span }) => contains(span, place.span.start));
  if (!here) return [];
  const { entry } = here;
  const same = uses.filter(use => use.entry === entry);
  const first = same[0] ?? here;
  const explained = same.some(use => use.isExplained);
  return entry.expansions.map((words, index) => {
    const offer = {
      id: `write-out-${index}`,
      kind: 'rewrite',
      title: t('Write out "{0}" as "{1}" at its first use', entry.short, words),
    } as const;
    if (explained) return disabled(offer, t('The letter writes it out already.'));
    const isPlural = first.written !== entry.short;
    const plural = index === 0 ? (entry.plural ?? `${words}s`) : `${words}s`;
    const written = isPlural ? plural : words;
    const text = first.beginsSentence ? written.charAt(0).toUpperCase() + written.slice(1) : written;
    const edit = { span: first.span, text: `${text} (${first.written})` };
    return { ...offer, disabled: null, edits: () => [edit] };
  });
}

/** The abbreviations of summary, other sections and rationales, in order. */
function usesIn({ letter, setup }: RefactoringPlace): PlacedUse[] {
  return letter.parts.flatMap(({ part, start }) =>
    passagesOf(part, setup.vocabulary)
      .filter(({ place }) => place === 'summary' || place === 'section' || place === 'rationale')
      .flatMap(({ text, sentences }) =>
        sentences.flatMap(({ start: at, sentence }) =>
          sentence.of(abbreviationsIn).map(use => {
            const span = text.source(at + use.start, at + use.start + use.written.length);
            return { ...use, span: shift(span, start), beginsSentence: use.start === 0 };
          }),
        ),
      ),
  );
}
