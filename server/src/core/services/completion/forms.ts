import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { LineSoFar } from './guidelineLine';
import type { Proposal, Proposals } from './proposal';

/**
 * At the start of a guideline line: its four forms; behind a finished sentence: the sentence naming other sources; behind
 * the opening words: what they may introduce.
 */
export function completeForms(line: LineSoFar): Proposals | null {
  const { text, place, field } = line;
  const definition = place.setup.profile.profile.guidelineLine as GuidelineLineDefinition;
  const { opening, standard, other } = definition;
  const introductions = [`${standard} `, `${other} `];
  const sentence = text.slice(sentenceStart(text, opening));
  const lower = sentence.toLowerCase();
  const openingLower = opening.toLowerCase();
  if (lower.startsWith(`${openingLower} `)) {
    const typed = sentence.slice(opening.length + 1);
    const fitting = introductions.filter(
      i => i.toLowerCase().startsWith(typed.toLowerCase()) && typed.length < i.length,
    );
    return fitting.length > 0 ? proposals(line, typed, fitting) : null;
  }
  const first = sentence === text;
  const forms = first
    ? [
        `${opening} ${standard} `,
        ...field.definition.outside.map(s => `${s} ${opening} ${other} `).slice(0, 1),
        ...field.definition.nothing.slice(0, 1),
      ]
    : [`${opening} ${other} `];
  const fitting = forms.filter(form => form.toLowerCase().startsWith(lower));
  return sentence === '' || fitting.length > 0 ? proposals(line, sentence, sentence === '' ? forms : fitting) : null;
}

function proposals({ place }: LineSoFar, typed: string, texts: readonly string[]): Proposals {
  const { offset, before } = place;
  const span = { start: offset - typed.length, end: offset };
  const gap = typed === '' && /\S$/.test(before) ? ' ' : '';
  const items = texts.map(
    (text): Proposal => ({ kind: 'form', label: text.trim(), span, text: gap + text, filter: text.trim() }),
  );
  return { items, incomplete: false };
}

/** Where the sentence at the end of the text begins: behind a full stop that ends a citation, or at the last opening. */
function sentenceStart(text: string, opening: string): number {
  const last = text.toLowerCase().lastIndexOf(opening.toLowerCase());
  const stop = Math.max(text.lastIndexOf('. '), text.endsWith('.') ? text.length - 1 : -1);
  if (stop >= last && stop >= 0) return text.length - text.slice(stop + 1).trimStart().length;
  return Math.max(last, 0);
}
