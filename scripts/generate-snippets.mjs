// Builds the snippets of each built-in profile, in its own words, and those of the markup.
//   node scripts/generate-snippets.mjs [--check]
import { formatJson, runAsScript } from './lib/generated.mjs';
import { readProfiles } from './lib/profiles.mjs';
import { guidelineSnippets } from './snippets/guidelines.mjs';
import { itemSnippets } from './snippets/items.mjs';
import { letterSnippets } from './snippets/letter.mjs';
import { markupSnippets } from './snippets/markup.mjs';
import { wordingOf } from './snippets/wording.mjs';

/** @typedef {import('./snippets/guidelines.mjs').Snippets} Snippets */

/**
 * The snippet files: one of the markup, one for each profile.
 *
 * @returns {import('./lib/generated.mjs').Files}
 */
export function snippets() {
  const files = { 'snippets/markup.code-snippets': file('', '', markupSnippets()) };
  const ofProfiles = readProfiles().map(profile => {
    const { short, prefix } = wordingOf(profile);
    const all = { ...letterSnippets(profile), ...itemSnippets(profile), ...guidelineSnippets(profile) };
    return [`snippets/${profile.id}.code-snippets`, file(`${short}: `, prefix, all)];
  });
  return { ...files, ...Object.fromEntries(ofProfiles) };
}

/**
 * @param {string} title in front of every name
 * @param {string} prefix in front of every prefix
 * @param {Snippets} all
 */
function file(title, prefix, all) {
  const entries = Object.entries(all).map(([name, snippet]) => [
    title + name,
    { scope: 'determination-letter', ...snippet, prefix: prefix + snippet.prefix },
  ]);
  return formatJson(Object.fromEntries(entries));
}

runAsScript(import.meta.url, snippets);
