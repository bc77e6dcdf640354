import type { CompiledProfile } from '../../profile/compiled';
import { compileTemplate, findTemplate, type Template } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import type { Span } from '../../text/span';
import { isWordCharacter } from '../../text/words';

/** Where template text that was never resolved stands in a folded text. */
export interface LeftOver extends Span {
  /** What may stand in its place, the likeliest first. */
  readonly choices: readonly string[];
  /** Made of plain words, which a writer may mean as they stand. */
  readonly isPlain: boolean;
}

interface TemplateWords {
  readonly words: string;
  readonly lower: string;
  /** In capitals, and only so. */
  readonly capitals: boolean;
  /** Names both sexes. */
  readonly isPronoun: boolean;
}

interface Compiled {
  readonly texts: readonly TemplateWords[];
  readonly fixed: readonly Template[];
  /** Names of guidelines, in lower case. */
  readonly sources: readonly string[];
}

/** How many places are looked at in one text: more of them would not be read. */
const MOST = 500;
/** How far a sentence or a quotation is followed to either side, in UTF-16 units. */
const REACH = 600;

const compiled = new WeakMap<CompiledProfile, Compiled>();

/**
 * The template text of the profile as it stands, in whole words, in `text`, that of standard sentences left out.
 */
export function leftOverTemplateText(text: string, profile: CompiledProfile): LeftOver[] {
  const { texts, fixed, sources } = compiledFor(profile);
  const lower = lowerCase(text);
  const found: LeftOver[] = [];
  let tries = MOST;
  for (const words of texts) {
    const [source, wanted] = words.capitals ? [text, words.words] : [lower, words.lower];
    let at = source.indexOf(wanted);
    for (; at >= 0 && tries > 0; at = source.indexOf(wanted, at + wanted.length), tries--) {
      const end = at + wanted.length;
      if (!isWhole(text, at, end) || found.some(other => at < other.end && other.start < end)) continue;
      const around = surroundings(text, at, end);
      if (isFixed(around, fixed)) continue;
      // A quotation or a sentence about a guideline speaks of anyone.
      if (words.isPronoun && (isQuoted(around) || isAboutSource(around, sources))) continue;
      const choices = choicesFor(text.slice(at, end), text.slice(end, end + 20));
      found.push({ start: at, end, choices, isPlain: words.lower.includes(' or ') });
    }
  }
  return found;
}

const anyOfThem = new WeakMap<CompiledProfile, RegExp>();

/** Finds any template text, over line ends too, wherever it stands. */
export function templateWords(profile: CompiledProfile): RegExp {
  let expression = anyOfThem.get(profile);
  if (!expression) {
    const literal = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
    const all = profile.profile.templateText.map(literal);
    expression = all.length > 0 ? new RegExp(all.join('|'), 'i') : /[^\s\S]/;
    anyOfThem.set(profile, expression);
  }
  return expression;
}

function compiledFor(profile: CompiledProfile): Compiled {
  const known = compiled.get(profile);
  if (known) return known;
  const { templateText, fixedText, guidelineLine } = profile.profile;
  const others = guidelineLine?.otherNames.flatMap(other => [other.name, ...other.aliases]) ?? [];
  const made: Compiled = {
    // The longest first: one may be a part of another.
    texts: [...templateText]
      .sort((a, b) => b.length - a.length)
      .map(words => ({
        words,
        lower: words.toLowerCase(),
        capitals: words === words.toUpperCase(),
        isPronoun: /\/| or /.test(words),
      })),
    fixed: fixedText.map(compileTemplate),
    sources: ['guideline', ...(guidelineLine?.standardNames ?? []), ...others].map(name => name.toLowerCase()),
  };
  compiled.set(profile, made);
  return made;
}

/** A piece of the text around the words at `at` to `end`, as much as a sentence may take. */
interface Surroundings {
  readonly text: string;
  readonly lower: string;
  readonly at: number;
  readonly end: number;
}

function surroundings(text: string, at: number, end: number): Surroundings {
  const from = Math.max(0, at - REACH);
  const piece = text.slice(from, end + REACH);
  return { text: piece, lower: lowerCase(piece), at: at - from, end: end - from };
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = start === 0 || !isWordCharacter(text.charCodeAt(start - 1));
  return before && (end === text.length || !isWordCharacter(text.charCodeAt(end)));
}

/** Whether the words stand in one of the standard sentences. */
function isFixed({ lower, at, end }: Surroundings, fixed: readonly Template[]): boolean {
  return fixed.some(template => {
    const match = findTemplate(template, lower, Math.max(0, at - template.source.length));
    return match !== null && match.start <= at && end <= match.end;
  });
}

function isQuoted({ text, at, end }: Surroundings): boolean {
  const opening = Math.max(...['"', '“', '”'].map(mark => text.lastIndexOf(mark, at)));
  const mark = text.charAt(opening);
  if (mark !== '"') return mark === '“';
  const opens = (opening === 0 || ' ([:'.includes(text.charAt(opening - 1))) && text.charAt(opening + 1) !== ' ';
  return opens && text.includes('"', end);
}

/** Whether the sentence has named a guideline before it comes to the words. */
function isAboutSource({ lower, at }: Surroundings, sources: readonly string[]): boolean {
  const sentence = lower.slice(Math.max(0, lower.lastIndexOf('. ', at)), at);
  return sources.some(name => sentence.includes(name));
}

/** The ways to resolve "a(n)", "x/y" and "x or y", with the capital of the template text. */
function choicesFor(words: string, behind: string): string[] {
  const article = /^(\w+)\((\w+)\)$/.exec(words);
  if (article) {
    const [, short = '', more = ''] = article;
    const vowel = /^\W*(?:[aeio]|8|11\D|18\D)/i.test(behind);
    return vowel ? [short + more, short] : [short, short + more];
  }
  const either = /^(\w{2,})(?:\/| or )(\w{2,})$/.exec(words);
  if (!either) return [];
  const [, one = '', other = ''] = either;
  const isCapital = one.charAt(0) !== one.charAt(0).toLowerCase();
  return [one, isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other];
}
