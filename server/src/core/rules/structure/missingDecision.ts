import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'missing-decision',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'An item without a decision behind its title.',
  fix: 'offered',
  check(item, { profile }, report) {
    const { per, decisions } = profile.profile.items;
    if (per === 'case' || item.title.decision) return;
    const { end } = item.title.span;
    const words = decisions.map(d => d.word);
    report({
      span: item.title.span,
      message: `This item has no decision. The letter must decide every disputed item: end the title with ": ${words.join('" or ": ')}".`,
      fixes: () =>
        words.map(word => {
          const colon = item.title.text.text.endsWith(':') ? ' ' : ': ';
          return {
            title: `Decide "${word}"`,
            safe: false,
            edits: [{ span: { start: end, end }, text: `${colon}${word}` }],
          };
        }),
    });
  },
};
