import { withServiceNamed } from '../conclusion';
import type { Random } from '../random';
import type { Kind, Slip } from '../slip';
import { type Match, matches } from '../text';

const strength = /\b(\d+(?:\.\d+)?)(?=(?:\/\d+)? ?(?:mg|mcg|ml)\b|%)/gi;
const numbers = 'two three four five six seven eight nine ten twelve'.split(' ');
const quantities: readonly RegExp[] = [
  /#(\d+)\b/g,
  /\b(\d+)(?= (?:visits|sessions|treatments|units|patches|refills)\b)/gi,
  /\btimes (\d+)\b/gi,
  new RegExp(
    `\\b(${numbers.join('|')})(?= (?:visits|sessions|treatments)\\b|(?: [a-z]+)? (?:visits|sessions)\\b)`,
    'gi',
  ),
];
const durations: readonly RegExp[] = [
  /\b(\d+)(?= (?:times (?:a|per) week|weeks)\b)/gi,
  new RegExp(`\\b(${numbers.join('|')})(?= (?:times (?:a|per) week|weeks)\\b)`, 'gi'),
];

function otherStrength(words: string, random: Random): string {
  const own = Number(words);
  return String(random.pick([own * 2, own / 2, own * 4, own + 5].filter(n => n !== own && n > 0)));
}

function otherNumber(words: string, random: Random): string {
  const own = Number(words);
  if (Number.isNaN(own)) {
    const other = random.pick(numbers.filter(n => n !== words.toLowerCase()));
    return words === words.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
  }
  return String(random.pick([own + 2, own * 2, own + 10, Math.max(1, own - 1)].filter(n => n !== own)));
}

function kind(
  id: string,
  about: string,
  rules: readonly string[],
  amounts: readonly RegExp[],
  other: (words: string, random: Random) => string,
): Kind {
  return {
    id,
    about,
    rules,
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const named = withServiceNamed(letter, item);
        if (!named) return [];
        return amounts
          .flatMap(amount => matches(named.base.text, named.service, amount))
          .map((place: Match): Slip => {
            const words = place.groups[1] ?? '';
            const start = named.base.text.indexOf(words, place.start);
            return { base: named.base, edits: [{ start, end: start + words.length, text: other(words, random) }] };
          });
      }),
  };
}

export const kinds: readonly Kind[] = [
  kind(
    'strength',
    'the conclusion names another strength than the title',
    ['dose-conflict'],
    [strength],
    otherStrength,
  ),
  kind(
    'quantity',
    'the conclusion names another quantity than the title',
    ['quantity-conflict', 'dose-conflict'],
    quantities,
    otherNumber,
  ),
  kind(
    'frequency',
    'the conclusion names another frequency or duration than the title',
    ['quantity-conflict'],
    durations,
    otherNumber,
  ),
];
