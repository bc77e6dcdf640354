import { labelsOf } from '../lib/profiles.mjs';
import { anyOf, lineEnd, lineStart, marks } from './expressions.mjs';

/** @typedef {import('./text.mjs').Rule} Rule */
/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */
/** @typedef {ProfileData['items']['decisions']} Decisions */

const titleText = [{ include: '#inline' }, { include: '#quantity' }];

/**
 * A group for each decision.
 *
 * @param {Decisions} decisions
 */
export function decisionGroups(decisions) {
  return decisions.map(decision => `(${anyOf([decision.word])})`);
}

/**
 * @param {Decisions} decisions
 * @param {number} first number of the first decision's group
 */
export function decisionCaptures(decisions, first) {
  return Object.fromEntries(
    decisions.map((decision, i) => [first + i, { name: `keyword.control.decision.${decision.outcome}.letter` }]),
  );
}

/**
 * `## title: decision`; the title may run on until the decision, a blank line or what follows.
 *
 * @param {Decisions} decisions
 * @param {readonly string[]} wrong words that are no decision
 * @param {string} stop
 * @returns {Rule}
 */
export function markedTitle(decisions, wrong, stop) {
  return {
    ...titleEnd(decisions, wrong, stop),
    begin: `${lineStart}(##)(?=[ \\t]|$)`,
    beginCaptures: { 1: { name: 'punctuation.definition.heading.letter' } },
  };
}

/**
 * @param {Decisions} decisions
 * @param {readonly string[]} wrong
 * @param {string} stop
 * @returns {Rule}
 */
function titleEnd(decisions, wrong, stop) {
  const groups = decisionGroups(decisions);
  const words = [...groups, ...(wrong.length > 0 ? [`(${anyOf(wrong)})`] : [])];
  return {
    name: 'markup.heading.2.item.letter',
    contentName: 'entity.name.section.item.letter',
    end: `(:)${marks}[ \\t]*${marks}(?:${words.join('|')})${marks}(?=${lineEnd})|^[ \\t]*(?:${groups.join('|')})(?=${lineEnd})|(?=^[ \\t]*$)|(?=${stop})`,
    endCaptures: {
      1: { name: 'punctuation.separator.key-value.letter' },
      ...decisionCaptures(decisions, 2),
      ...(wrong.length > 0 ? { [groups.length + 2]: { name: 'invalid.illegal.decision.letter' } } : {}),
      ...decisionCaptures(decisions, words.length + 2),
    },
    patterns: titleText,
  };
}

/**
 * `title: decision` on a line of its own, and a title of several lines that begins with the original request.
 *
 * @param {readonly ProfileData[]} profiles
 * @param {Decisions} decisions
 * @param {string} stop
 * @returns {Rule[]}
 */
export function plainTitles(profiles, decisions, stop) {
  const title = { name: 'entity.name.section.item.letter', patterns: titleText };
  const whole = {
    name: 'markup.heading.2.item.letter',
    match: `${lineStart}([^\\f]+)(:)${marks}[ \\t]*${marks}(?:${decisionGroups(decisions).join('|')})${marks}(?=${lineEnd})`,
    captures: {
      1: title,
      2: { name: 'punctuation.separator.key-value.letter' },
      ...decisionCaptures(decisions, 3),
    },
  };
  const request = originalRequest(profiles);
  if (!request) return [whole];
  return [whole, { ...titleEnd(decisions, [], stop), begin: `${lineStart}(${request})`, beginCaptures: { 1: title } }];
}

/**
 * The sentence that names the original request: the words in front, then the profile's.
 *
 * @param {readonly ProfileData[]} profiles
 */
function originalRequest(profiles) {
  const sentences = profiles.flatMap(profile => profile.items.remainingPortion?.original ?? []);
  const endings = sentences.map(sentence => sentence.slice(sentence.lastIndexOf('}') + 1)).filter(Boolean);
  return endings.length > 0 ? `[^\\f]+${anyOf(endings)}` : undefined;
}

/**
 * What ends an item's field or a title: the next label, title or section.
 *
 * @param {readonly ProfileData[]} profiles
 * @param {string} anySection
 */
export function itemStop(profiles, anySection) {
  const labels = anyOf(profiles.flatMap(profile => profile.items.fields.flatMap(labelsOf)));
  const words = anyOf(profiles.flatMap(profile => profile.items.decisions.map(decision => decision.word)));
  const title = `[^\\f]+:${marks}[ \\t]*${marks}${words}${marks}${lineEnd}`;
  const request = originalRequest(profiles);
  const starts = [`##(?=[ \\t]|$)`, `${marks}${labels}${marks}[ \\t]*:`, title, ...(request ? [request] : [])];
  return `${lineStart}(?:${starts.join('|')})|${anySection}`;
}
