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
      const [stands, belongs] = overtaken ? ['behind', 'before'] : ['before', 'behind'];
      report({
        span: headingSpan(placed),
        message: `"${section.heading}" stands ${stands} "${other.heading}". Readers expect the sections of a letter in one order. Move it ${belongs} "${other.heading}".`,
        related: [{ span: headingSpan(other.placed), message: `It belongs ${belongs} this section.` }],
        fixes: () => {
          const from = letter.parts.indexOf(placed);
          const to = letter.parts.indexOf(other.placed);
          const index = overtaken ? to : endOfSection(letter, to);
          const edits = moveBefore(letter, from, endOfSection(letter, from), index);
          return [{ title: `Move the section ${belongs} "${other.heading}"`, safe: false, edits }];
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
