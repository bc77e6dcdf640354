import { Body } from './body.mjs';

/** @typedef {import('./guidelines.mjs').Snippets} Snippets */

/**
 * Snippets of the markup, the same in every program.
 *
 * @returns {Snippets}
 */
export function markupSnippets() {
  const stretch = new Body();
  const opening = `<!-- letter-disable ${stretch.stop('rule-id')}: ${stretch.stop('reason')} -->`;
  return {
    Placeholder: {
      prefix: 'placeholder',
      description: 'Something still to be filled in: the letter is not finished while it stands.',
      body: [`[[${new Body().stop('what is missing')}]]`],
    },
    Comment: {
      prefix: 'comment',
      description: 'A note that never leaves the file.',
      body: ['<!-- $TM_SELECTED_TEXT$1 -->'],
    },
    'Suppress the next line': suppression('disable-next-line', 'disable', 'Silences a check for the next line.'),
    'Suppress in the file': suppression('disable-file', 'disable-file', 'Silences a check for the whole letter.'),
    'Suppress a stretch': {
      prefix: 'disable-block',
      description: 'Silences a check from here to there.',
      body: [opening, '$TM_SELECTED_TEXT$0', '<!-- letter-enable $1 -->'],
    },
  };
}

/**
 * @param {string} word
 * @param {string} prefix
 * @param {string} description
 * @returns {import('./guidelines.mjs').Snippet}
 */
function suppression(word, prefix, description) {
  const body = new Body();
  return { prefix, description, body: [`<!-- letter-${word} ${body.stop('rule-id')}: ${body.stop('reason')} -->`] };
}
