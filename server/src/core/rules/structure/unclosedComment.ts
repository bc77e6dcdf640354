import type { LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'unclosed-comment',
  group: 'structure',
  scope: 'letter',
  severity: 'warning',
  summary: 'A comment that never closes; it ends with its line.',
  fix: 'safe',
  check(letter, _context, report) {
    for (const index of letter.unclosedComments) {
      const line = letter.source.lines[index];
      if (!line) continue;
      const start = letter.source.starts[index] ?? 0;
      const end = start + line.content.trimEnd().length;
      report({
        span: { start: start + line.content.lastIndexOf('<!--'), end },
        message:
          'This comment never closes, so it ends with its line and what follows is part of the letter. Close it with "-->".',
        fixes: () => [{ title: 'Close the comment', safe: true, edits: [{ span: { start: end, end }, text: ' -->' }] }],
      });
    }
  },
};
