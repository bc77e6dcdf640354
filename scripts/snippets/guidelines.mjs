import { Body } from './body.mjs';

/** @typedef {import('../lib/profiles.mjs').ProfileData} ProfileData */
/** @typedef {import('../lib/profiles.mjs').FieldData} FieldData */
/** @typedef {{ scope?: string, prefix: string, body: string[], description: string, isFileTemplate?: boolean }} Snippet */
/** By name. @typedef {Record<string, Snippet>} Snippets */

/**
 * One way to write a guideline line; `write` returns snippet syntax.
 *
 * @typedef {{ name: string, prefix: string, style?: 'section' | 'page', write: (body: Body) => string }} Form
 */

/**
 * The forms of a guideline line, each in the styles that the profile has.
 *
 * @param {ProfileData} profile
 * @param {FieldData} field
 * @returns {Form[]}
 */
export function guidelineForms(profile, field) {
  const line = profile.guidelineLine;
  if (!line || field.kind !== 'guidelineLine') return [];
  const standard = `${line.opening} ${line.standard}`;
  const other = `${line.opening} ${line.other} [[source, chapter and topic]].`;
  const name = line.standard;
  const prefix = line.standard.toLowerCase();
  /** @type {Form[]} */
  const forms = [];
  const bySection = `${standard} [[guideline and year]], ${line.sectionStyle?.label} [[section]].`;
  const byChapter = `${standard} ${line.chapterHeads?.[0]} ${line.chapterLabel ?? 'Chapter'} [[number]] [[chapter title]] ${line.pageStyle?.label} [[pages]].`;
  if (line.sectionStyle) {
    forms.push({ name: `${name} by section`, prefix, style: 'section', write: body => body.fill(bySection) });
  }
  if (line.pageStyle && line.chapterHeads?.length) {
    const pages = { name: `${name} by chapter and page`, prefix: `${prefix}-pages` };
    forms.push({ ...pages, style: 'page', write: body => body.fill(byChapter) });
  }
  if (line.pageStyle && line.familyHeads?.length) {
    forms.push({ name: `${name} by topic and page`, prefix: `${prefix}-topic`, write: byTopic(line, standard) });
  }
  if (line.sectionStyle) {
    forms.push({
      name: `${name} and another source`,
      prefix: 'both',
      write: body => body.fill(`${bySection} ${other}`),
    });
  }
  if (line.pageStyle && line.chapterHeads?.length) {
    const both = { name: `${name} by page and another source`, prefix: 'both-pages' };
    forms.push({ ...both, write: body => body.fill(`${byChapter} ${other}`) });
  }
  const [outside] = field.outside ?? [];
  const [nothing] = field.nothing ?? [];
  if (outside)
    forms.push({ name: `outside the ${name}`, prefix: 'outside', write: body => body.fill(`${outside} ${other}`) });
  if (nothing) forms.push({ name: 'nothing cited', prefix: 'nothing', write: body => body.fill(nothing) });
  return forms;
}

/**
 * @param {NonNullable<ProfileData['guidelineLine']>} line
 * @param {string} standard
 * @returns {Form['write']}
 */
function byTopic(line, standard) {
  return body => {
    const family = body.choice(line.familyHeads ?? []);
    return `${standard} ${family} ${body.fill(`[[topic]] ${line.pageStyle?.label} [[pages]].`)}`;
  };
}

const sides = { claimsGuideline: 'claims', reviewerGuideline: 'reviewer' };

/**
 * A snippet for each form of each side's line.
 *
 * @param {ProfileData} profile
 * @returns {Snippets}
 */
export function guidelineSnippets(profile) {
  /** @type {Snippets} */
  const snippets = {};
  for (const field of profile.items.fields.filter(field => field.kind === 'guidelineLine')) {
    const side = sides[/** @type {keyof typeof sides} */ (field.role)];
    for (const form of guidelineForms(profile, field)) {
      const body = new Body();
      snippets[`${field.label}: ${form.name}`] = {
        prefix: `${side}-${form.prefix}`,
        description: form
          .write(new Body())
          .replace(/\$\{\d+:[^}]*\}/g, '…')
          .replace(/\$\{\d+\|([^,]+),[^}]*\}/, '$1'),
        body: body.line(`${field.label}: ${form.write(body)}`).asText(),
      };
    }
  }
  return snippets;
}
