/*
 * What the snippets need and no profile says: how they are called, and sentences that only a writer at the start of a
 * letter needs. Everything else comes from the profile.
 */

/**
 * `sections` by heading; `decision` puts the decision of the case into the section.
 *
 * @typedef {{
 *   short: string, prefix: string, credentials: string, proseSubject: string, service: string,
 *   sections: Record<string, { prefix: string, decision?: boolean, text?: string[] }>,
 *   fields: Partial<Record<string, string>>,
 *   dependent?: { title: string, rationale: string }, years?: [string, string],
 * }} Wording
 */

/** By profile. @type {Record<string, Wording>} */
const byProfile = {
  'ca-imr': {
    short: 'IMR',
    prefix: '',
    credentials: 'The expert reviewer has these credentials:',
    proseSubject: 'The expert reviewer',
    service: 'the service in dispute',
    sections: {
      'HOW THE IMR FINAL DETERMINATION WAS MADE': { prefix: 'how' },
      'CLINICAL CASE SUMMARY': {
        prefix: 'summary',
        text: [
          'The injured worker is [[age and sex]] who was hurt on [[MM/DD/YYYY]] when [[what happened]]. The diagnoses are [[diagnoses]]. Treatment so far has included [[treatment]]. On [[MM/DD/YYYY]] the treating physician recorded [[symptoms and findings]] and asked for [[services]]. On [[MM/DD/YYYY]] utilization review denied the request because [[reason]].',
        ],
      },
      'IMR ISSUES, DECISIONS AND RATIONALES': { prefix: 'issues' },
    },
    fields: {
      rationale: 'The guideline supports [[service]] when [[criteria]]. In this case, [[findings in the records]].',
    },
    dependent: {
      title: 'Associated surgical service:',
      rationale: 'The service is asked for as part of the surgery and serves no purpose without it.',
    },
    years: ['2015 on', '2014'],
  },
  'federal-external-review': {
    short: 'Federal external review',
    prefix: 'fed-',
    credentials: 'The reviewer has these credentials:',
    proseSubject: 'The reviewer',
    service: 'the service that was denied',
    sections: {
      'HOW THIS EXTERNAL REVIEW WAS DONE': { prefix: 'how' },
      'BACKGROUND INFORMATION': {
        prefix: 'background',
        text: [
          'The patient is [[age and sex]] with [[condition]]. On [[MM/DD/YYYY]] the plan denied coverage of [[service]] because [[reason]]. The internal appeal was [[what was decided, and when]]. The request for external review was received on [[MM/DD/YYYY]].',
        ],
      },
      'FINAL EXTERNAL REVIEW DECISION': {
        prefix: 'decision',
        decision: true,
        text: ['What this means: [[what the plan has to cover, and what not]].'],
      },
      'DOCUMENTS REVIEWED': {
        prefix: 'documents',
        text: ['- [[document, author and date]]', '- [[document, author and date]]'],
      },
      FINDINGS: { prefix: 'findings' },
      'YOUR RIGHTS AFTER THIS DECISION': { prefix: 'rights' },
    },
    fields: {
      claimsGuideline: '[[why the plan denied it, and by which policy]]',
      reviewerGuideline: '[[guidelines, studies and plan terms]]',
      rationale: 'The evidence supports [[service]] when [[criteria]]. In this case, [[findings in the records]].',
    },
  },
};

/**
 * @param {import('../lib/profiles.mjs').ProfileData} profile
 * @throws {Error} for a profile without any
 */
export function wordingOf(profile) {
  const words = byProfile[profile.id];
  if (!words) throw new Error(`scripts/snippets/wording.mjs has nothing for the profile ${profile.id}`);
  return words;
}
