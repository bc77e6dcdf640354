import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page about a rule, or null where it is not installed. */
export type PageReader = (rule: string) => string | null;

/** Reads pages from `docs/rules`, which is installed beside `dist`. */
export const readPage: PageReader = rule => {
  try {
    return readFileSync(join(__dirname, '..', 'docs', 'rules', `${rule}.md`), 'utf8');
  } catch {
    return null;
  }
};

/** What the rule finds: the first paragraph below the page's first heading of the second level. */
export function pageSummary(page: string): string {
  const [, text = ''] = page.split(/^## .*$/m, 2);
  const [paragraph = ''] = text.trim().split(/\n\s*\n/, 1);
  return paragraph.replace(/\s+/g, ' ');
}
