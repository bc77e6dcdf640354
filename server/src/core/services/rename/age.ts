import { type AgeFact, agesOf } from '../../facts/ages';
import { NUMBER, readNumber, writeNumber } from '../../facts/agesWords';
import { contains } from '../../text/span';
import { t } from '../../words/translate';
import { isProse, type Statement, statementsIn } from './statements';
import { type Mention, type Place, type Refusal, type Renamed, type RenameTarget, renamed } from './target';

/** The worker's age, wherever the letter states the same one; null where no age stands at the cursor. */
export function ageTarget(place: Place): RenameTarget | Refusal | null {
  const { letter, setup, offset, placed } = place;
  const found = statementsIn([placed], setup.vocabulary, isProse)
    .flatMap(statement => statement.sentence.of(agesOf).map(age => ({ age, statement })))
    .find(({ age, statement }) => contains(statement.mention(age.span).span, offset));
  if (!found) return null;
  const { age, statement } = found;
  if (age.whose === 'workerThen') return { refused: t('This is not the age of the worker now: it stands here alone.') };
  if (age.whose === 'other') return { refused: t('This is not said to be the age of the worker.') };
  const number = statement.mention(age.number);
  const whole = statement.mention(age.span);
  return {
    span: contains(number.span, offset) ? number.span : whole.span,
    words: number.words,
    rename(name) {
      const years = readAge(name);
      if (years === null) return { refused: t('Write the age in years, as in 47.') };
      return renameAges(place, age.years, years);
    },
  };

  function renameAges({ setup: { vocabulary } }: Place, before: number, years: number): Renamed {
    const articles: Mention[] = [];
    const numbers: Mention[] = [];
    for (const one of statementsIn(letter.parts, vocabulary, isProse)) {
      for (const stated of one.sentence.of(agesOf)) {
        if (stated.whose !== 'worker' || stated.years !== before) continue;
        numbers.push(one.mention(stated.number));
        articles.push(...articleBefore(one, stated));
      }
    }
    return renamed(letter, [...numbers, ...articles], mention =>
      articles.includes(mention) ? articleFor(years, mention.words) : writeNumber(years, mention.words),
    );
  }
}

const AGE = new RegExp(`^(${NUMBER})(?:[ -]{0,2}(?:years?|yrs?|y/?o)\\b.{0,20})?$`, 'i');
const OLDEST = 120;

/** What the writer gives as the age: a number, in digits or words, with or without "years old". */
function readAge(name: string): number | null {
  const years = readNumber(AGE.exec(name.trim())?.[1] ?? '');
  return years >= 1 && years <= OLDEST ? years : null;
}

/** "A" and "an" go with the number behind them. */
function articleBefore({ sentence, mention }: Statement, { number }: AgeFact): Mention[] {
  const article = /\ban? $/i.exec(sentence.text.slice(Math.max(0, number.start - 4), number.start))?.[0];
  if (!article) return [];
  return [mention({ start: number.start - article.length, end: number.start - 1 })];
}

/** Eight, eleven, eighteen, eighty to eighty-nine begin with a vowel. */
function articleFor(years: number, before: string): string {
  const isAn = years === 8 || years === 11 || years === 18 || (years >= 80 && years < 90);
  const article = isAn ? 'an' : 'a';
  return /^A/.test(before) ? article.charAt(0).toUpperCase() + article.slice(1) : article;
}
