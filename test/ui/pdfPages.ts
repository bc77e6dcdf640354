import { execFileSync, spawnSync } from 'node:child_process';

/** The lines of each page of a letter's PDF without its footers, without white space; null where nothing reads PDF. */
export function pdfPages(letter: string): string[][] | null {
  execFileSync(process.execPath, ['dist/cli.js', 'export', '--force', '--to', 'pdf', letter], { stdio: 'ignore' });
  const pdf = letter.replace(/\.letter$/, '.pdf');
  const { stdout, error } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  if (error) return null;
  const pages = stdout.split('\f').slice(0, -1);
  return pages.map(page => {
    const lines = page.split('\n').map(line => line.replace(/\s+/g, ''));
    return lines.filter(line => line !== '').slice(0, -1);
  });
}
