import { anyOf, breaks, lineEnd, phrase } from './expressions.mjs';

/** @typedef {import('./text.mjs').Rule} Rule */
/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */
/** @typedef {import('../lib/profiles.mjs').GuidelineLineData} GuidelineLineData */
/** @typedef {import('../lib/profiles.mjs').StyleData} StyleData */

/** How many words of a standing sentence tell it from free text. */
const tellingWords = 3;

const year = { name: 'constant.numeric.year.letter', match: '\\b(?:19|20)\\d\\d\\b' };
const separator = { name: 'punctuation.separator.citation.letter', match: ',' };
const reference = { name: 'string.unquoted.section.letter', match: '[^\\s,.\\[<](?:[^,.\\f\\[<]|\\.(?=\\S))*' };
const referenceWord = { name: 'string.unquoted.section.letter', match: '[^\\s,.:;\\[<][^\\s,.:;\\[<]*' };
const titleWord = { name: 'entity.name.type.guideline.letter', match: '[\\p{L}(&][^\\s,.:;\\[<]*' };

/**
 * The text of a guideline line: sentences with citations of the standard, sentences that name other sources, and the
 * standing sentences that say neither is there.
 *
 * @param {ProfileData} profile
 * @param {GuidelineLineData} line
 * @param {string} stop what ends the field
 * @returns {Rule}
 */
export function guidelineRules(profile, line, stop) {
  const statement = `\\b${anyOf(standingSentences(profile))}\\b`;
  const opening = `\\b${phrase(line.opening)}\\b`;
  const brokenOpening = `${anyOf(breaks(line.opening).map(part => part.first))}(?=${lineEnd})`;
  const next = `(?=(?i:${opening}))|(?=${statement})|(?<=\\.)(?=[ \\t]+${brokenOpening})|(?=${stop})`;
  const sentenceEnd = `\\.(?=${lineEnd})|\\.(?=[ \\t]+(?i:${opening}|${statement}|${brokenOpening}))`;
  return {
    patterns: [
      { include: '#comment' },
      { include: '#placeholder' },
      ...openingRules(line.opening),
      {
        name: 'keyword.operator.statement.letter',
        begin: statement,
        end: `\\.|(?=${stop})`,
        patterns: [{ include: '#comment' }, { include: '#placeholder' }],
      },
      otherSources(line, next),
      {
        name: 'meta.citations.letter',
        begin: `(?<![\\w-])(${anyOf([line.standard])})\\b`,
        beginCaptures: { 1: { name: 'storage.type.standard.letter' } },
        end: `${sentenceEnd}|${next}`,
        patterns: citationRules(line, `(?=${sentenceEnd})|${next}`),
      },
      { include: '#url' },
    ],
  };
}

/** The first words of the sentences that rest on no citation. */
function standingSentences(/** @type {ProfileData} */ profile) {
  const sentences = profile.items.fields.flatMap(field => [...(field.outside ?? []), ...(field.nothing ?? [])]);
  return sentences.map(sentence => sentence.split(/\s+/).slice(0, tellingWords).join(' '));
}

/**
 * @param {string} opening
 * @returns {Rule[]}
 */
function openingRules(opening) {
  const name = 'keyword.operator.opening.letter';
  const broken = breaks(opening);
  return [
    { name, match: `\\b${anyOf([opening])}\\b` },
    { name, match: `\\b${anyOf(broken.map(part => part.first))}(?=${lineEnd})` },
    { match: `^[ \\t]*(${anyOf(broken.map(part => part.second))})\\b`, captures: { 1: { name } } },
  ];
}

/**
 * @param {GuidelineLineData} line
 * @param {string} next
 * @returns {Rule}
 */
function otherSources(line, next) {
  const names = (line.otherNames ?? []).flatMap(source => [source.name, ...(source.aliases ?? [])]);
  const joiners = line.andOther ?? [];
  return {
    name: 'meta.sources.letter',
    begin: `\\b${anyOf([line.other, ...(line.otherShort ?? [])])}\\b`,
    beginCaptures: { 0: { name: 'storage.type.other-source.letter' } },
    end: next,
    patterns: [
      ...(names.length > 0 ? [{ name: 'entity.name.type.guideline.letter', match: `\\b${anyOf(names)}\\b` }] : []),
      ...(joiners.length > 0 ? [{ name: 'keyword.operator.joiner.letter', match: `\\b${anyOf(joiners)}\\b` }] : []),
      { include: '#inline' },
    ],
  };
}

/**
 * Citations of the standard, in both styles.
 *
 * @param {GuidelineLineData} line
 * @param {string} end what ends them
 * @returns {Rule[]}
 */
function citationRules(line, end) {
  const chapterHeads = line.chapterHeads ?? [];
  const heads = [...chapterHeads, ...(line.familyHeads ?? [])];
  /** @type {Rule[]} */
  const rules = [{ include: '#comment' }, { include: '#placeholder' }];
  if (line.sectionStyle) rules.push(sectionsRule(line.sectionStyle, end));
  if (line.pageStyle) rules.push(pagesRule(line.pageStyle));
  if (line.familyHeads?.length) rules.push(familyRule(line, heads, end));
  if (chapterHeads.length > 0) {
    rules.push({ name: 'support.class.guideline.letter', match: `\\b${anyOf(chapterHeads)}\\b` });
  }
  rules.push({
    match: `\\b(${anyOf([line.chapterLabel ?? 'Chapter'])})[ \\t]+(\\d{1,2})\\b`,
    captures: { 1: { name: 'keyword.other.chapter.letter' }, 2: { name: 'constant.numeric.chapter.letter' } },
  });
  if (line.sectionStyle) {
    rules.push(joinerOf(line.sectionStyle, '(?<=\\d)'));
  }
  return [...rules, year, separator, titleWord];
}

/**
 * A label with its colon, or without one where what it introduces follows.
 *
 * @param {StyleData} style
 * @param {string} follows
 */
function labelOf(style, follows) {
  const names = [style.label.replace(/:\s*$/, ''), ...(style.aliases ?? [])];
  return `\\b(${anyOf(names)})(?:[ \\t]*(:)|(?=[ \\t]*${follows}))`;
}

/** @param {StyleData} style */
const sectionLabel = style => labelOf(style, '(?<=[ \\t])\\p{Lu}');

/** @param {StyleData} style */
const pageLabel = style => labelOf(style, '\\d');

const labelCaptures = {
  1: { name: 'keyword.other.reference.letter' },
  2: { name: 'punctuation.separator.key-value.letter' },
};

/**
 * A joiner such as a comma and a word, the word also at the start of a line. Groups: comma, word, word.
 *
 * @param {StyleData} style
 * @param {string} [before] what stands before the comma
 */
function joinerOf(style, before = '') {
  const word = style.joiner.replace(/[^\p{L}]/gu, '');
  const follows = '(?=[ \\t]+\\p{Lu}|[ \\t]*$)';
  return {
    match: `(?:${before}(,)[ \\t]*(${word})\\b${follows}|^[ \\t]*(${word})\\b(?=[ \\t]+\\p{Lu}))`,
    captures: {
      1: { name: 'punctuation.separator.citation.letter' },
      2: { name: 'keyword.operator.joiner.letter' },
      3: { name: 'keyword.operator.joiner.letter' },
    },
  };
}

/**
 * @param {StyleData} style
 * @param {string} end
 * @returns {Rule}
 */
function sectionsRule(style, end) {
  const joiner = joinerOf(style);
  return {
    name: 'meta.sections.letter',
    begin: sectionLabel(style),
    beginCaptures: labelCaptures,
    end: `${joiner.match}|${end}`,
    endCaptures: joiner.captures,
    patterns: [{ include: '#comment' }, { include: '#placeholder' }, separator, reference],
  };
}

/**
 * @param {StyleData} style
 * @returns {Rule}
 */
function pagesRule(style) {
  return {
    name: 'meta.pages.letter',
    begin: pageLabel(style),
    beginCaptures: labelCaptures,
    end: '(?=[^\\s\\d,–-])',
    patterns: [
      { name: 'constant.numeric.page.letter', match: '\\d+(?:[ \\t]*[–-][ \\t]*\\d+)?' },
      { name: 'punctuation.separator.page.letter', match: ',' },
    ],
  };
}

/**
 * A guideline cited by topic and page: its name, then the topic.
 *
 * @param {GuidelineLineData} line
 * @param {readonly string[]} heads of any citation
 * @param {string} end
 * @returns {Rule}
 */
function familyRule(line, heads, end) {
  const labels = [
    ...(line.pageStyle ? [`(?=${pageLabel(line.pageStyle)})`] : []),
    ...(line.sectionStyle ? [`(?=${sectionLabel(line.sectionStyle)})`] : []),
  ];
  return {
    begin: `\\b(${anyOf(line.familyHeads ?? [])})\\b`,
    beginCaptures: { 1: { name: 'entity.name.type.guideline.letter' } },
    end: [...labels, `(?=,[ \\t]*${anyOf(heads)})`, end].join('|'),
    patterns: [{ include: '#comment' }, { include: '#placeholder' }, year, separator, referenceWord],
  };
}
