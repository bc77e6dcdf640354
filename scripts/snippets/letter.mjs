import { Body } from './body.mjs';
import { decisionChoice, writeItem } from './items.mjs';
import { wordingOf } from './wording.mjs';

/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */
/** @typedef {import('../lib/profiles.mjs').FieldData} FieldData */
/** @typedef {import('./guidelines.mjs').Snippets} Snippets */
/** @typedef {import('./items.mjs').Style} Style */

/**
 * Whole letters, the header, sections and credentials.
 *
 * @param {ProfileData} profile
 * @returns {Snippets}
 */
export function letterSnippets(profile) {
  const years = wordingOf(profile).years;
  /** @type {Snippets} */
  const snippets = {};
  snippets[`New letter${years ? ` (${years[0]})` : ''}`] = {
    prefix: 'letter',
    description: years
      ? `A whole letter in the form used from ${years[0]}: header, credentials by line, guidelines by section.`
      : 'A whole letter with one service in dispute.',
    isFileTemplate: true,
    body: wholeLetter(profile, 'section').asFile(),
  };
  if (years) {
    snippets[`New letter (${years[1]})`] = {
      prefix: `letter-${years[1]}`,
      description: `A whole letter in the form of ${years[1]}: credentials in a sentence, guidelines by page.`,
      isFileTemplate: true,
      body: wholeLetter(profile, 'page').asFile(),
    };
  }
  snippets['Header'] = {
    prefix: 'header',
    description: 'The fields above the first heading.',
    body: header(new Body(), profile).asBlock(),
  };
  for (const section of profile.sections) {
    snippets[section.heading] = {
      prefix: wordingOf(profile).sections[section.heading]?.prefix ?? section.kind,
      description: 'The section with its standard text.',
      body: writeSection(new Body(), profile, section, 'section').asBlock(),
    };
  }
  return { ...snippets, ...credentialSnippets(profile) };
}

/**
 * @param {ProfileData} profile
 * @returns {Snippets}
 */
function credentialSnippets(profile) {
  const years = wordingOf(profile).years;
  return {
    Credentials: {
      prefix: 'credentials',
      description: "The reviewer's credentials, a line each.",
      body: credentials(new Body(), profile).asText(),
    },
    'Credentials in a sentence': {
      prefix: 'credentials-sentence',
      description: `The reviewer's credentials in a sentence${years ? `, as in ${years[1]}` : ''}.`,
      body: new Body().text(credentialsSentence(profile)).asText(),
    },
  };
}

/**
 * @param {ProfileData} profile
 * @param {Style} style
 */
function wholeLetter(profile, style) {
  const body = new Body();
  if (style === 'section') header(body, profile).line();
  for (const [index, section] of profile.sections.entries()) {
    if (index > 0) body.line();
    writeSection(body, profile, section, style);
    if (section.kind === 'issues') writeItem(body.line(), profile, style);
  }
  return body;
}

/**
 * @param {Body} body
 * @param {ProfileData} profile
 */
function header(body, profile) {
  for (const field of profile.header.fields) {
    if (field.required) body.line(`${field.label}: ${headerValue(body, field, profile.header.caseNumber)}`);
  }
  return body;
}

/**
 * @param {Body} body
 * @param {FieldData} field
 * @param {string} caseNumber
 */
function headerValue(body, field, caseNumber) {
  if (field.values?.length) return body.choice(field.values);
  if (field.kind === 'date') return body.stop('[[MM/DD/YYYY]]');
  return body.stop(field.kind === 'caseNumber' ? `[[${caseNumber}]]` : `[[${field.label.toLowerCase()}]]`);
}

/**
 * @param {Body} body
 * @param {ProfileData} profile
 * @param {ProfileData['sections'][number]} section
 * @param {Style} style
 */
function writeSection(body, profile, section, style) {
  const words = wordingOf(profile).sections[section.heading];
  const isHowMade = section.kind === 'how-made';
  body.line(`# ${section.heading}`);
  if (section.leadIn) {
    const sentence = isHowMade && style === 'page' ? ` ${credentialsSentence(profile)}` : '';
    const house = section.leadIn.includes('{organisation}') ? body.stop(profile.organisation) : '';
    body.line().text(section.leadIn + sentence, { organisation: house });
  }
  if (isHowMade && style === 'section') credentials(body.line(), profile);
  const { caseDecision } = profile.items;
  if (words?.decision && caseDecision) body.line().line(`${caseDecision.label}: ${decisionChoice(body, profile)}`);
  const text = words?.text ?? [];
  if (text.length > 0) body.line();
  for (const paragraph of text) body.text(paragraph);
  return body;
}

/**
 * @param {Body} body
 * @param {ProfileData} profile
 */
function credentials(body, profile) {
  const hints = { licensure: '[[states]]', specialty: '[[specialties]]' };
  body.line(wordingOf(profile).credentials);
  for (const { label, role } of profile.credentials.fields) {
    body.text(`${label}: ${hints[/** @type {keyof typeof hints} */ (role)]}`);
  }
  return body;
}

/** @param {ProfileData} profile */
function credentialsSentence(profile) {
  const [template = ''] = profile.credentials.prose ?? [];
  const filled = template.replace('{specialty}', '[[specialties]]').replace('{licensure}', '[[states]]');
  return `${wordingOf(profile).proseSubject} ${filled}`;
}
