const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const values = new Map<string, number>([
  ...units.map((word, index) => [word, index + 1] as const),
  ...teens.map((word, index) => [word, index + 10] as const),
  ...tens.map((word, index) => [word, index * 10 + 20] as const),
]);

/** The source of an expression for a whole number up to 999, in digits, or up to 99 in words. */
export const NUMBER = `(?:\\d{1,3}|(?:${tens.join('|')})(?:[ -](?:${units.join('|')}))?|${teens.join('|')}|${units.join('|')})`;

/** What such a number says: "46" and "forty-six" are 46. NaN for anything else. */
export function readNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const parts = text.toLowerCase().split(/[ -]/);
  return parts.reduce((sum, part) => sum + (values.get(part) ?? Number.NaN), 0);
}

/** The number as it would be written in the place of `like`: in words, with its hyphen and capital, or in digits. */
export function writeNumber(value: number, like: string): string {
  if (/^\d/.test(like) || value < 1 || value > 99) return String(value);
  const ten = tens[Math.floor(value / 10) - 2];
  const unit = units[(value % 10) - 1];
  const joiner = like.includes(' ') ? ' ' : '-';
  const word = value < 10 ? unit : value < 20 ? teens[value - 10] : unit ? `${ten}${joiner}${unit}` : ten;
  if (!word) return String(value);
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
