import { lineStart } from './expressions.mjs';

/**
 * Rules of a TextMate grammar.
 *
 * @typedef {{ name?: string, patterns?: Rule[] }} Capture
 * @typedef {{
 *   name?: string, contentName?: string, include?: string, match?: string, begin?: string, end?: string,
 *   captures?: Record<string, Capture>, beginCaptures?: Record<string, Capture>, endCaptures?: Record<string, Capture>,
 *   patterns?: Rule[],
 * }} Rule
 */

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** What the text of any letter may hold, of whatever program. @type {Record<string, Rule>} */
export const textRules = {
  comment: {
    patterns: [
      {
        name: 'comment.block.letter',
        begin:
          '(<!--)[ \\t]*(letter-(?:disable(?:-next-line|-file)?|enable))\\b(?:[ \\t]+([a-z][a-z0-9-]*(?:[ \\t]*,[ \\t]*[a-z][a-z0-9-]*)*))?(?:[ \\t]*(:))?',
        beginCaptures: {
          1: { name: 'punctuation.definition.comment.begin.letter' },
          2: { name: 'keyword.control.suppression.letter' },
          3: {
            patterns: [
              { name: 'variable.parameter.rule.letter', match: '[a-z][a-z0-9-]*' },
              { name: 'punctuation.separator.rule.letter', match: ',' },
            ],
          },
          4: { name: 'punctuation.separator.reason.letter' },
        },
        end: '-->',
        endCaptures: { 0: { name: 'punctuation.definition.comment.end.letter' } },
      },
      {
        name: 'comment.block.letter',
        begin: '<!--',
        beginCaptures: { 0: { name: 'punctuation.definition.comment.begin.letter' } },
        end: '-->',
        endCaptures: { 0: { name: 'punctuation.definition.comment.end.letter' } },
      },
    ],
  },
  placeholder: {
    name: 'meta.placeholder.letter',
    match: '(\\[\\[)([^\\[\\]]*)(\\]\\])',
    captures: {
      1: { name: 'punctuation.definition.placeholder.begin.letter' },
      2: { name: 'variable.parameter.placeholder.letter' },
      3: { name: 'punctuation.definition.placeholder.end.letter' },
    },
  },
  strong: {
    name: 'markup.bold.letter',
    match: '(\\*\\*)(?=[^\\s*])([^*\\f]+)(?<=\\S)(\\*\\*)',
    captures: {
      1: { name: 'punctuation.definition.bold.letter' },
      2: { patterns: [{ include: '#inline' }] },
      3: { name: 'punctuation.definition.bold.letter' },
    },
  },
  emphasis: {
    name: 'markup.italic.letter',
    match: '(?<![\\w*])(\\*)(?=[^\\s*])([^*\\f]+)(?<=\\S)(\\*)(?![\\w*])',
    captures: {
      1: { name: 'punctuation.definition.italic.letter' },
      2: { patterns: [{ include: '#inline' }] },
      3: { name: 'punctuation.definition.italic.letter' },
    },
  },
  url: {
    name: 'markup.underline.link.letter',
    match: '\\b(?:https?://|www\\.)[^\\s<>"\\[\\]]*[^\\s<>"\\[\\].,;:()]',
  },
  date: {
    name: 'constant.numeric.date.letter',
    match: `(?<![\\w/.])(?:\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})|\\d{1,2}-\\d{1,2}-(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2})(?![\\w/])|\\b(?i:${months})\\.?[ \\t]+\\d{1,2},[ \\t]*\\d{4}\\b`,
  },
  side: {
    name: 'constant.language.side.letter',
    match:
      '\\b(?i:bilateral(?:ly)?)\\b|\\b(?i:right)\\b(?![ \\t]+(?i:to|of|away|now|after|before)\\b)|\\b(?i:left)\\b(?![ \\t]+(?i:the|his|her|their|its|to|work|open|out|alone|untreated|without)\\b)',
  },
  level: {
    name: 'constant.numeric.level.letter',
    match: '\\b[CTLS]\\d{1,2}(?:[-/][CTLS]?\\d{1,2}){0,3}\\b',
  },
  quantity: {
    name: 'constant.numeric.quantity.letter',
    match: '(?<![\\w.#])#?\\d+(?:[.,/]\\d+)*(?:[ \\t]?(?i:mg|mcg|gm?|ml|cc|iu)\\b|%)?',
  },
  list: {
    match: `${lineStart}(-)(?=[ \\t])`,
    captures: { 1: { name: 'markup.list.unnumbered.letter punctuation.definition.list.begin.letter' } },
  },
  inline: {
    patterns: [
      { include: '#comment' },
      { include: '#placeholder' },
      { include: '#strong' },
      { include: '#emphasis' },
      { include: '#url' },
      { include: '#date' },
      { include: '#side' },
      { include: '#level' },
    ],
  },
  prose: { patterns: [{ include: '#list' }, { include: '#inline' }] },
};
