import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The built-in profiles as their files stand, defaults not filled in; server/src/core/profile/schema.ts says what
 * each value means.
 *
 * @typedef {{ label: string, aliases?: string[], role: string, kind: string, required?: boolean, values?: string[], outside?: string[], nothing?: string[] }} FieldData
 * @typedef {{ label: string, aliases?: string[], joiner: string }} StyleData
 * @typedef {{
 *   opening: string, standard: string, other: string, otherShort?: string[], andOther?: string[],
 *   pageStyle?: StyleData | null, sectionStyle?: StyleData | null, chapterHeads?: string[], chapterLabel?: string, familyHeads?: string[],
 *   otherNames?: { name: string, aliases?: string[] }[],
 * }} GuidelineLineData
 * @typedef {{
 *   id: string, title: string, organisation: string, standard: string | null,
 *   header: { fields: FieldData[], caseNumber: string },
 *   sections: { kind: string, heading: string, aliases?: string[], leadIn?: string }[],
 *   credentials: { fields: { label: string, aliases?: string[], role: string }[], prose?: string[] },
 *   items: {
 *     per: string, fields: FieldData[],
 *     decisions: { word: string, outcome: string, conclusion?: string[] }[],
 *     wrongDecisions?: { word: string }[],
 *     caseDecision?: { label: string, aliases?: string[] } | null,
 *     remainingPortion?: { original: string[], authorised: string[], remaining: string[] } | null,
 *     dependsOn?: string | null,
 *   },
 *   guidelineLine?: GuidelineLineData | null,
 *   advisories?: { topic: string, text: string }[],
 * }} ProfileData
 */

const folder = 'server/data/profiles';

/**
 * Every built-in profile, by file name. The working folder is the repository's root.
 *
 * @returns {ProfileData[]}
 */
export function readProfiles() {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  return names.sort().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/**
 * A definition's printed name and its aliases.
 *
 * @param {{ label: string, aliases?: string[] }} definition
 */
export function labelsOf(definition) {
  return [definition.label, ...(definition.aliases ?? [])];
}
