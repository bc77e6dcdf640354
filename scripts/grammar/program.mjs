import { labelsOf } from '../lib/profiles.mjs';
import { guidelineRules } from './citations.mjs';
import { anyOf, breaks, headingSign, lineEnd, lineStart, marks, phrase, plainHeading } from './expressions.mjs';

/** @typedef {import('./text.mjs').Rule} Rule */
/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */

/**
 * What opens any section, of whatever program.
 *
 * @param {readonly ProfileData[]} profiles
 */
export function sectionStart(profiles) {
  const headings = profiles.flatMap(profile => profile.sections.flatMap(headingsOf));
  return `${lineStart}(?:${headingSign}|${marks}${plainHeading(headings)})`;
}

/** @param {ProfileData['sections'][number]} section */
function headingsOf(section) {
  return [section.heading, ...(section.aliases ?? [])];
}

/**
 * The rules of one program's letters, by name; `NAME-<id of the profile>`.
 *
 * @param {ProfileData} profile
 * @param {string} anySection what opens a section
 * @returns {Record<string, Rule>}
 */
export function programRules(profile, anySection) {
  const { id } = profile;
  const stop = itemStop([profile], anySection);
  return {
    [`header-${id}`]: headerRule(profile),
    [`sections-${id}`]: { patterns: profile.sections.map(section => sectionRule(profile, section, anySection)) },
    [`credentials-${id}`]: credentialsRule(profile, anySection),
    [`case-decision-${id}`]: caseDecisionRule(profile),
    [`items-${id}`]: {
      patterns: [
        markedTitle(profile.items.decisions, wrongWords(profile), stop),
        plainTitle(profile.items.decisions),
        { include: `#fields-${id}` },
      ],
    },
    [`fields-${id}`]: { patterns: profile.items.fields.map(field => fieldRule(profile, field, stop)) },
    ...(profile.guidelineLine ? { [`guideline-${id}`]: guidelineRules(profile, profile.guidelineLine, stop) } : {}),
  };
}

/** Fields of the header: their labels may stand anywhere in a line, and be broken over two. */
function headerRule(/** @type {ProfileData} */ profile) {
  const labels = profile.header.fields.flatMap(labelsOf);
  const label = `(?<!\\w)(${anyOf(labels)})${marks}[ \\t]*(:)${marks}`;
  const broken = labels.flatMap(breaks);
  const words = profile.header.fields.flatMap(field => field.values ?? []);
  const firstPart = {
    match: `(?<!\\w)${anyOf(broken.map(part => part.first))}(?=${lineEnd})`,
    name: 'entity.name.tag.header.letter',
  };
  /** @type {Rule[]} */
  const values = [];
  if (profile.header.caseNumber) {
    values.push({ name: 'constant.numeric.case-number.letter', match: caseNumber(profile.header.caseNumber) });
  }
  if (words.length > 0) values.push({ name: 'constant.language.value.letter', match: `\\b${anyOf(words)}\\b` });
  return {
    patterns: [
      {
        begin: label,
        beginCaptures: labelCaptures('header'),
        end: `(?=(?<!\\w)${anyOf(labels)}${marks}[ \\t]*:)|(?=\\f)|$`,
        contentName: 'string.unquoted.value.letter',
        patterns: [firstPart, ...values, { include: '#inline' }],
      },
      {
        match: `${lineStart}(${anyOf(broken.map(part => part.second))})[ \\t]*(:)`,
        captures: labelCaptures('header'),
      },
      firstPart,
    ],
  };
}

/** @param {string} form `#` stands for a digit */
function caseNumber(form) {
  return `\\b${phrase(form.replaceAll('#', '0')).replaceAll('0', '\\d')}\\b`;
}

/**
 * @param {string} place
 * @returns {Record<string, { name: string }>}
 */
function labelCaptures(place) {
  return {
    1: { name: `entity.name.tag.${place}.letter` },
    2: { name: 'punctuation.separator.key-value.letter' },
  };
}

/**
 * @param {ProfileData} profile
 * @param {ProfileData['sections'][number]} section
 * @param {string} anySection
 * @returns {Rule}
 */
function sectionRule(profile, section, anySection) {
  const headings = headingsOf(section);
  const { id } = profile;
  const inside = { 'how-made': ['credentials'], summary: [], issues: ['items'], other: [] }[section.kind] ?? [];
  return {
    name: `meta.section.${section.kind}.letter`,
    begin: `${lineStart}(?:(${headingSign})[ \\t]+(${marks}${anyOf(headings)}${marks})[ \\t]*:?${lineEnd}|(${marks}${plainHeading(headings)}))`,
    beginCaptures: {
      0: { name: 'markup.heading.1.letter' },
      1: { name: 'punctuation.definition.heading.letter' },
      2: { name: 'entity.name.section.letter' },
      3: { name: 'entity.name.section.letter' },
    },
    end: `(?=${anySection})`,
    patterns: [
      ...inside.map(name => ({ include: `#${name}-${id}` })),
      { include: `#case-decision-${id}` },
      { include: '#title' },
      { include: '#prose' },
    ],
  };
}

/**
 * @param {ProfileData} profile
 * @param {string} anySection
 * @returns {Rule}
 */
function credentialsRule(profile, anySection) {
  const labels = profile.credentials.fields.flatMap(labelsOf);
  const value = { name: 'string.unquoted.value.letter', match: '[^\\s,.\\[<][^,.\\f\\[<]*' };
  return {
    patterns: [
      {
        begin: `${lineStart}${marks}(${anyOf(labels)})${marks}[ \\t]*(:)${marks}`,
        beginCaptures: labelCaptures('credentials'),
        end: '(?=\\f)|$',
        patterns: [{ include: '#comment' }, { include: '#placeholder' }, value],
      },
      ...(profile.credentials.prose ?? []).map(template => {
        const [opening = '', ...between] = template.split(/\{[A-Za-z]+\}/).map(words => words.replace(/^,|\.$/g, ''));
        return {
          name: 'meta.credentials.letter',
          begin: `\\b${anyOf([opening])}\\b`,
          end: `(?=\\.)|(?=${anySection})`,
          patterns: [
            { include: '#comment' },
            { include: '#placeholder' },
            { match: `\\b${anyOf(between.filter(words => words.trim() !== ''))}\\b` },
            { name: 'string.unquoted.value.letter', match: '[^\\s,.\\[<][^\\s,.\\f\\[<]*' },
          ],
        };
      }),
    ],
  };
}

/** The labelled line that states the decision of the whole case. */
function caseDecisionRule(/** @type {ProfileData} */ profile) {
  const own = profile.items.caseDecision;
  if (!own) return { patterns: [] };
  return {
    match: `${lineStart}${marks}(${anyOf(labelsOf(own))})${marks}[ \\t]*(:)${marks}(?:[ \\t]*(?:${decisionGroups(profile.items.decisions).join('|')}))?`,
    captures: { ...labelCaptures('case-decision'), ...decisionCaptures(profile.items.decisions, 3) },
  };
}

/** @param {ProfileData} profile */
function wrongWords(profile) {
  return (profile.items.wrongDecisions ?? []).map(wrong => wrong.word);
}

/**
 * @typedef {ProfileData['items']['decisions']} Decisions
 * @param {Decisions} decisions
 */
function decisionGroups(decisions) {
  return decisions.map(decision => `(${anyOf([decision.word])})`);
}

/**
 * @param {Decisions} decisions
 * @param {number} first number of the first decision's group
 */
function decisionCaptures(decisions, first) {
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
  const groups = decisionGroups(decisions);
  const n = groups.length;
  const words = [...groups, ...(wrong.length > 0 ? [`(${anyOf(wrong)})`] : [])];
  return {
    name: 'markup.heading.2.item.letter',
    begin: `${lineStart}(##)(?=[ \\t]|$)`,
    beginCaptures: { 1: { name: 'punctuation.definition.heading.letter' } },
    end: `(:)${marks}[ \\t]*${marks}(?:${words.join('|')})${marks}(?=${lineEnd})|^[ \\t]*(?:${groups.join('|')})(?=${lineEnd})|(?=^[ \\t]*$)|(?=${stop})`,
    endCaptures: {
      1: { name: 'punctuation.separator.key-value.letter' },
      ...decisionCaptures(decisions, 2),
      ...(wrong.length > 0 ? { [n + 2]: { name: 'invalid.illegal.decision.letter' } } : {}),
      ...decisionCaptures(decisions, words.length + 2),
    },
    contentName: 'entity.name.section.item.letter',
    patterns: [{ include: '#inline' }, { include: '#quantity' }],
  };
}

/**
 * `title: decision` on a line of its own.
 *
 * @param {Decisions} decisions
 * @returns {Rule}
 */
export function plainTitle(decisions) {
  return {
    name: 'markup.heading.2.item.letter',
    match: `${lineStart}([^\\f]+)(:)${marks}[ \\t]*${marks}(?:${decisionGroups(decisions).join('|')})${marks}(?=${lineEnd})`,
    captures: {
      1: { name: 'entity.name.section.item.letter', patterns: [{ include: '#inline' }, { include: '#quantity' }] },
      2: { name: 'punctuation.separator.key-value.letter' },
      ...decisionCaptures(decisions, 3),
    },
  };
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
  return `${lineStart}(?:##(?=[ \\t]|$)|${marks}${labels}${marks}[ \\t]*:|[^\\f]+:${marks}[ \\t]*${marks}${words}${marks}${lineEnd})|${anySection}`;
}

/**
 * @param {ProfileData} profile
 * @param {ProfileData['items']['fields'][number]} field
 * @param {string} stop
 * @returns {Rule}
 */
function fieldRule(profile, field, stop) {
  const content = field.kind === 'guidelineLine' && profile.guidelineLine ? `#guideline-${profile.id}` : '#prose';
  return {
    name: `meta.field.${field.role}.letter`,
    begin: `${lineStart}${marks}(${anyOf(labelsOf(field))})${marks}[ \\t]*(:)${marks}`,
    beginCaptures: labelCaptures('item'),
    end: `(?=${stop})`,
    patterns: [{ include: content }],
  };
}
