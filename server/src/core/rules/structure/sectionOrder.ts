import { t } from '../../words/translate';
import { moveBefore } from '../edits';
import type { LetterRule } from '../rule';
import { endOfSection, headingSpan, knownSections } from './sections';

export const rule: LetterRule = {
  id: 'section-order',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'warning',
  summary: 'A section stands before or behind its place in the letter.',
  fix: 'offered',
  check(letter, { profile }, report) {
    const sections = [...knownSections(letter)].map(([definition, placed]) => ({
      placed,
      heading: definition.heading,
      rank: profile.profile.sections.indexOf(definition),
    }));
    if (sections.every((section, k) => k === 0 || section.rank > (sections[k - 1]?.rank ?? 0))) return;
    const kept = inOrder(sections.map(s => s.rank)).map(k => sections[k] as (typeof sections)[number]);
    for (const section of sections) {
      if (kept.includes(section)) continue;
      const { rank, placed } = section;
      const overtaken = kept.find(k => k.rank > rank && k.placed.start < placed.start);
      const other = overtaken ?? kept.findLast(k => k.rank < rank && k.placed.start > placed.start);
      if (!other) continue;
      const [own, others] = [section.heading, other.heading];
      report({
        span: headingSpan(placed),
        message: overtaken
          ? t(
              '"{0}" stands behind "{1}". Readers expect the sections of a letter in one order. Move it before "{1}".',
              own,
              others,
            )
          : t(
              '"{0}" stands before "{1}". Readers expect the sections of a letter in one order. Move it behind "{1}".',
              own,
              others,
            ),
        related: [
          {
            span: headingSpan(other.placed),
            message: overtaken ? t('It belongs before this section.') : t('It belongs behind this section.'),
          },
        ],
        fixes: () => {
          const from = letter.parts.indexOf(placed);
          const to = letter.parts.indexOf(other.placed);
          const index = overtaken ? to : endOfSection(letter, to);
          const edits = moveBefore(letter, from, endOfSection(letter, from), index);
          const title = overtaken
            ? t('Move the section before "{0}"', others)
            : t('Move the section behind "{0}"', others);
          return [{ title, safe: false, edits }];
        },
      });
    }
  },
};

/** The indices of the longest run of rising ranks, gaps allowed; of several the one that begins with the earliest. */
function inOrder(ranks: readonly number[]): number[] {
  const longest: number[] = [];
  for (let i = ranks.length - 1; i >= 0; i--) {
    const behind = ranks.flatMap((rank, k) => (k > i && rank > (ranks[i] ?? 0) ? [longest[k] ?? 0] : []));
    longest[i] = 1 + Math.max(0, ...behind);
  }
  const run: number[] = [];
  let wanted = Math.max(0, ...longest);
  for (const [i, rank] of ranks.entries()) {
    if (longest[i] !== wanted || rank <= (ranks[run.at(-1) ?? -1] ?? -1)) continue;
    run.push(i);
    wanted--;
  }
  return run;
}
