import { Body } from './body.mjs';
import { guidelineForms } from './guidelines.mjs';
import { wordingOf } from './wording.mjs';

/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */
/** @typedef {import('../lib/profiles.mjs').FieldData} FieldData */
/** @typedef {import('./guidelines.mjs').Snippets} Snippets */
/** @typedef {'section' | 'page'} Style */

/**
 * Items and the sentences of their rationale.
 *
 * @param {ProfileData} profile
 * @returns {Snippets}
 */
export function itemSnippets(profile) {
  const { items } = profile;
  /** @type {Snippets} */
  const snippets = {
    Item: {
      prefix: 'item',
      description: `An item with all its fields${items.per === 'item' ? ' and its decision' : ''}.`,
      body: writeItem(new Body(), profile, 'section').asBlock(),
    },
  };
  if (items.remainingPortion) {
    snippets['Item authorized in part'] = {
      prefix: 'item-part',
      description: 'An item of which a part was authorized: only the rest is decided.',
      body: partlyAuthorised(profile).asBlock(),
    };
  }
  if (wordingOf(profile).dependent && items.dependsOn) {
    snippets['Item that depends on another'] = {
      prefix: 'item-dependent',
      description: 'A service that stands or falls with another item, such as one that a surgery needs.',
      body: dependent(profile).asBlock(),
    };
  }
  return { ...snippets, ...sentences(profile) };
}

/**
 * An item with all its fields.
 *
 * @param {Body} body
 * @param {ProfileData} profile
 * @param {Style} style
 */
export function writeItem(body, profile, style) {
  const title = `## ${body.stop(`[[${wordingOf(profile).service}]]`)}`;
  body.line(profile.items.per === 'item' ? `${title}: ${decisionChoice(body, profile)}` : title);
  return writeFields(body, profile, style);
}

/**
 * @param {Body} body
 * @param {ProfileData} profile
 * @param {Style} style
 */
function writeFields(body, profile, style) {
  const words = wordingOf(profile).fields;
  for (const field of profile.items.fields) {
    const form = guidelineForms(profile, field).find(form => form.style === style);
    const text = form ? form.write(body) : body.fill(words[field.role] ?? '[[text]]');
    const ending = field.role === 'rationale' ? ` ${conclusionChoice(body, profile)}` : '';
    body.line().line(`${field.label}: ${text}${ending}`);
  }
  return body;
}

/** @param {ProfileData} profile */
function partlyAuthorised(profile) {
  const body = new Body();
  const portion = profile.items.remainingPortion;
  const title = [portion?.original[0], portion?.authorised[0], portion?.remaining[0]].join(' ');
  const filled = body.fill(
    title
      .replace('{original}', '[[service and quantity]]')
      .replace('{authorised}', '[[service and quantity authorized]]')
      .replace('{remaining}', '[[service and quantity still in dispute]]'),
  );
  body.line(`## ${filled} is: ${decisionChoice(body, profile)}`);
  return writeFields(body, profile, 'section');
}

/** @param {ProfileData} profile */
function dependent(profile) {
  const { items } = profile;
  const words = wordingOf(profile).dependent;
  const body = new Body();
  const service = body.stop('[[service]]');
  const decision = decisionChoice(body, profile);
  const mirrored = `\${${body.last}/(.+)/\${1:/downcase}/}`;
  body.line(`## ${words?.title} ${service}: ${decision}`);
  for (const field of items.fields) {
    const text =
      field.role === 'rationale'
        ? `${words?.rationale} ${body.fill(items.dependsOn ?? '', { item: body.stop('[[the other item]]'), decision: mirrored })} ${conclusionChoice(body, profile)}`
        : (guidelineForms(profile, field).at(-1)?.write(body) ?? '');
    body.line().line(`${field.label}: ${text}`);
  }
  return body;
}

/**
 * @param {Body} body
 * @param {ProfileData} profile
 */
export function decisionChoice(body, profile) {
  return body.choice(profile.items.decisions.map(decision => decision.word));
}

/**
 * A choice of concluding sentences, one for each decision: the profile's that does not repeat the item's name.
 *
 * @param {Body} body
 * @param {ProfileData} profile
 */
function conclusionChoice(body, profile) {
  return body.choice(
    profile.items.decisions.map(({ conclusion = [] }) => {
      const general = conclusion.find(sentence => !sentence.includes('{'));
      return general ?? (conclusion[0] ?? '').replace('{item}', 'the request');
    }),
  );
}

/**
 * Conclusions and advisories.
 *
 * @param {ProfileData} profile
 * @returns {Snippets}
 */
function sentences(profile) {
  /** @type {Snippets} */
  const snippets = {};
  for (const { word, conclusion = [] } of profile.items.decisions) {
    for (const [index, sentence] of conclusion.entries()) {
      snippets[`Conclusion: ${word}${index > 0 ? ` (${index + 1})` : ''}`] = {
        prefix: word.toLowerCase(),
        description: sentence.replace('{item}', '…'),
        body: new Body().text(sentence).asText(),
      };
    }
  }
  for (const { topic, text } of profile.advisories ?? []) {
    snippets[`Advisory: ${topic}`] = { prefix: topic, description: text, body: new Body().text(text).asText() };
  }
  return snippets;
}
