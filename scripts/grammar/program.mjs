import { labelsOf } from '../lib/profiles.mjs';
import { guidelineRules } from './citations.mjs';
import {
  anyOf,
  breaks,
  headingEnd,
  headingSign,
  lineEnd,
  lineStart,
  marks,
  phrase,
  plainHeading,
} from './expressions.mjs';
import { decisionCaptures, decisionGroups, itemStop, markedTitle, plainTitles } from './titles.mjs';

/** @typedef {import('./text.mjs').Rule} Rule */
/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */

/**
 * What opens any section, of whatever program.
 *
 * @param {readonly ProfileData[]} profiles
 */
export function sectionStart(profiles) {
  const headings = profiles.flatMap(profile => profile.sections.flatMap(headingsOf));
  return `${lineStart}(?:${headingSign}|${marks}${plainHeading(headings)}${headingEnd})`;
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
  const wrongWords = (profile.items.wrongDecisions ?? []).map(wrong => wrong.word);
  return {
    [`header-${id}`]: headerRule(profile),
    [`sections-${id}`]: { patterns: profile.sections.map(section => sectionRule(profile, section, anySection)) },
    [`credentials-${id}`]: credentialsRule(profile, anySection),
    [`case-decision-${id}`]: caseDecisionRule(profile),
    [`items-${id}`]: {
      patterns: [
        markedTitle(profile.items.decisions, wrongWords, stop),
        ...plainTitles([profile], profile.items.decisions, stop),
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
    begin: `${lineStart}(?:(${headingSign})[ \\t]+(${marks}${anyOf(headings)}${marks})|(${marks}${plainHeading(headings)}))${headingEnd}`,
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
