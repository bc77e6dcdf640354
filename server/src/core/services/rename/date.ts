import { type DateMeaning, datedFactsOf } from '../../facts/dateMeaning';
import { printLike } from '../../facts/datePrint';
import { datesIn } from '../../facts/dates';
import { letterFacts } from '../../language/facts';
import type { HeaderPart } from '../../language/tree';
import type { HeaderRole } from '../../profile/schema';
import { type Day, readDay } from '../../text/dates';
import { contains } from '../../text/span';
import { t } from '../../words/translate';
import { isProse, statementsIn } from './statements';
import { type Mention, type Place, type Refusal, type RenameTarget, renamed } from './target';

/** What a sentence can say clearly that a date is the date of, with its field in the header. */
const ROLES: Partial<Record<DateMeaning, HeaderRole>> = { injury: 'dateOfInjury', denial: 'denialDate' };

interface StatedDate {
  readonly mention: Mention;
  readonly day: Day;
  /** Null where the letter does not say it clearly. */
  readonly role: HeaderRole | null;
}

/**
 * The date of the injury, or of the decision under review: in the header, and wherever a sentence says that it is that
 * date. Null where no date stands at the cursor.
 */
export function dateTarget({ letter, setup, offset }: Place): RenameTarget | Refusal | null {
  const stated = [...headerDates(letter.header.part), ...toldDates()];
  const at = stated.find(({ mention }) => contains(mention.span, offset));
  if (!at) return null;
  const { role } = at;
  if (role === null || !Object.values(ROLES).includes(role)) {
    return {
      refused: t(
        'Only the date of the injury and that of the decision under review can be renamed, and it is not clear that this is one of them.',
      ),
    };
  }
  const mentions = stated.filter(one => one.role === role && one.day.iso === at.day.iso).map(({ mention }) => mention);
  return {
    ...at.mention,
    rename(name) {
      const day = readNewDay(name);
      if (!day) return { refused: t('Write a date, as in 03/14/2016.') };
      return renamed(letter, mentions, ({ words }) => printLike(day, words));
    },
  };

  function toldDates(): StatedDate[] {
    const dated = datedFactsOf(setup.profile);
    const injury = letterFacts(letter).dateOfInjury?.iso;
    return statementsIn(letter.parts, setup.vocabulary, isProse).flatMap(({ sentence, mention }) =>
      sentence.of(dated).flatMap(({ span, day, meaning }): StatedDate[] => {
        if (!day) return [];
        const isInjury = meaning === null && day.iso === injury && isOfHarm(sentence.text.slice(0, span.start));
        const role = isInjury ? 'dateOfInjury' : ((meaning && ROLES[meaning]) ?? null);
        return [{ mention: mention(span), day, role }];
      }),
    );
  }
}

const HARM = /\b(?:hurt|injured|strained|sprained|twisted|fell)\b[^.;]{0,80}\bon $/i;
const REACH = 100;

/** "hurt her knee on": with the header's date that can only be the injury. */
function isOfHarm(before: string): boolean {
  return HARM.test(before.slice(-REACH));
}

/** The header stands at the letter's start. */
function headerDates(header: HeaderPart): StatedDate[] {
  return header.fields.flatMap(({ definition, text }) => {
    const [date, ...others] = datesIn(text.text);
    if (!date?.day || others.length > 0) return [];
    const { start, end } = date.span;
    const mention = { span: text.source(start, end), words: text.text.slice(start, end) };
    return [{ mention, day: date.day, role: definition.role }];
  });
}

function readNewDay(name: string): Day | null {
  const [date, ...others] = datesIn(name);
  return readDay(name) ?? (others.length === 0 ? (date?.day ?? null) : null);
}
