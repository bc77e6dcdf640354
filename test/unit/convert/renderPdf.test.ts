import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPdf } from '../../../server/src/convert/pdf/renderPdf';
import type { Printed } from '../../../server/src/core/printed/printed';
import {
  bytesOf,
  field,
  fonts,
  fontsOf,
  heading,
  house,
  letter,
  letterOf,
  list,
  paragraph,
  run,
  title,
} from './renderPdfLetters';

/** Debian's names of what reads the files. */
const tools = {
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
} as const;
type Tool = keyof typeof tools;

const isInstalled = (tool: Tool) => {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Every word, in the order of the letter. */
function wordsOf({ house: { letterhead }, blocks }: Printed): string[] {
  const plain = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');
  const texts = blocks.map(block => {
    switch (block.kind) {
      case 'header':
        return block.rows.map(({ label, value }) => `${label}: ${plain(value)}`).join(' ');
      case 'title':
        return block.decision.length === 0 ? plain(block.runs) : `${plain(block.runs)}: ${plain(block.decision)}`;
      case 'field':
        return `${block.label}: ${plain(block.runs)}`;
      case 'list':
        return block.items.map(item => `• ${plain(item)}`).join(' ');
      default:
        return plain(block.runs);
    }
  });
  return [...letterhead, ...texts].join(' ').split(/\s+/).filter(Boolean);
}

describe('a letter as a PDF file', function () {
  this.timeout(30_000);

  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What a tool says of a letter's file. */
  async function ask(tool: Tool, args: readonly string[], printed: Printed): Promise<string> {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, bytesOf(await renderPdf(printed, fonts)));
    const named = args.includes('FILE') ? args.map(arg => (arg === 'FILE' ? file : arg)) : [...args, file];
    return execFileSync(tool, named, { encoding: 'utf8', maxBuffer: 100_000_000 });
  }

  /** A test that asks a tool; skipped, saying so, where it is not installed. */
  function itAsks(tool: Tool, what: string, run: () => Promise<void>): void {
    if (isInstalled(tool)) it(what, run);
    else it.skip(`${what} (${tool} of Debian's ${tools[tool]} is not installed)`);
  }

  const letters: Readonly<Record<string, Printed>> = {
    'of every kind of block': letter,
    'without a word': letterOf([], { house: { ...house, letterhead: [] }, title: '', caseNumber: '' }),
    'of 21 items': letterOf(
      Array.from({ length: 21 }, (_, index) => [
        title(`Item ${index + 1}`, index % 3 === 0 ? 'Denied' : 'Allowed'),
        field('Rationale', run(`It is what item ${index + 1} asks for. `.repeat(10 + index))),
      ]).flat(),
    ),
    'of one paragraph on many pages': letterOf([paragraph(run('A paragraph goes on and on. '.repeat(2000)))]),
    'on other paper in another size': letterOf([paragraph(run('Ünder ärztlicher Aufsicht – 5 µg, 37 °C'))], {
      house: { ...house, page: 'a4', size: 14, margins: { top: 40, right: 60, bottom: 40, left: 60 } },
      language: 'de',
    }),
    'of a word longer than a page': letterOf([paragraph(run(`start ${'longest'.repeat(2000)} end`))]),
  };

  for (const [name, printed] of Object.entries(letters)) {
    itAsks('qpdf', `is sound: one ${name}`, async () => {
      const said = await ask('qpdf', ['--check'], printed);
      assert.match(said, /PDF Version: 1\.7/);
      assert.match(said, /No syntax or stream encoding errors/);
      assert.doesNotMatch(said, /WARNING/i);
    });

    itAsks('pdftotext', `gives its words in order: one ${name}`, async () => {
      for (const layout of [[], ['-layout']]) {
        // The foot of each page ends it; spaces are left out because a word may be broken that no line holds.
        const text = (await ask('pdftotext', [...layout, 'FILE', '-'], printed))
          .split('\f')
          .map(page => page.replace(/(?:Case \S+ · )?Page \d+ of \d+\s*$/, ''))
          .join('');
        assert.equal(text.replace(/\s+/g, ''), wordsOf(printed).join(''));
      }
    });
  }

  itAsks('pdfinfo', 'shows its structure', async () => {
    const said = await ask('pdfinfo', ['-struct-text'], letter);
    assert.match(said, /^Document/);
    assert.match(said, /\n {2}H1 \(block\)\n {4}"SUMMARY OF THE CASE"/);
    assert.match(said, /\n {2}H2 \(block\)\n {4}"Wrist splint: Denied"/);
    assert.match(said, /\n {2}P \(block\)\n {4}"State\(s\) of Licensure: \[state\], and one more"/);
    assert.match(said, /Table[^"]*TR[^"]*TH[^"]*\/Scope \/Row[^"]*"Case Number:"\s*TD[^"]*"CM16-0000001"/);
    assert.match(said, /L \(block\)\s+LI \(block\)\s+Lbl \(block\)\s+"•"\s+LBody \(block\)\s+"a nerve study/);
    assert.doesNotMatch(said, /Page \d+ of/);
  });

  itAsks('pdfinfo', 'says of itself no more than its title', async () => {
    const said = await ask('pdfinfo', [], letter);
    assert.match(said, /^Title: +Review CM16-0000001$/m);
    assert.doesNotMatch(said, /^(?:Author|Creator|Producer|CreationDate|ModDate|Subject|Keywords):/m);
    assert.match(said, /^Tagged: +yes$/m);
    const bytes = Buffer.from(bytesOf(await renderPdf(letter, fonts))).toString('latin1');
    assert.match(bytes, /\/Lang \(en\)/);
    assert.match(bytes, /\/DisplayDocTitle true/);
    assert.doesNotMatch(bytes, /pdfkit/i);
  });

  itAsks('pdfinfo', 'tells a title in its metadata that XML would take for its own', async () => {
    const said = await ask('pdfinfo', ['-meta'], letterOf([], { title: 'A & B <“C”>' }));
    assert.match(said, />A &#38; B &#60;&#8220;C&#8221;&#62;</);
  });

  itAsks('pdffonts', 'embeds what it uses of its fonts', async () => {
    const lines = (await ask('pdffonts', [], letter)).trim().split('\n').slice(2);
    assert.deepEqual(lines.map(line => /^[A-Z]{6}\+(\S+)/.exec(line)?.[1]).sort(), [
      'Tinos-Bold',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    for (const line of lines) assert.match(line, /Identity-H\s+yes yes yes/);
    assert.ok(bytesOf(await renderPdf(letter, fonts)).length < 60_000);
  });

  itAsks('qpdf', 'has bookmarks for its sections, and below them for its items', async () => {
    const { outlines } = JSON.parse(await ask('qpdf', ['--json', '--json-key=outlines'], letter)) as {
      outlines: readonly { title: string; destpageposfrom1: number; kids: readonly { title: string }[] }[];
    };
    assert.deepEqual(
      outlines.map(({ title: name }) => name),
      ['HOW THE REVIEW WAS MADE', 'SUMMARY OF THE CASE', 'ISSUES, DECISIONS AND RATIONALES'],
    );
    assert.deepEqual(
      outlines.at(-1)?.kids.map(({ title: name }) => name),
      [
        'Wrist splint: Denied',
        'Physical therapy, 12 visits: Allowed',
        'Injection of the right wrist: Denied',
        'Nerve study of both arms: Allowed',
      ],
    );
    assert.equal(outlines[0]?.destpageposfrom1, 1);
  });

  itAsks('pdftotext', 'numbers its pages, with the number of the case if there is one', async () => {
    const text = await ask('pdftotext', ['-layout', 'FILE', '-'], letter);
    assert.match(text, /Case CM16-0000001 · Page 1 of 3\s*\f/);
    assert.match(text, /Case CM16-0000001 · Page 3 of 3\s*\f/);
    const other = await ask('pdftotext', ['-layout', 'FILE', '-'], letterOf([], { caseNumber: '' }));
    assert.match(other, /\n\s+Page 1 of 1\s*\f/);
  });

  it('is the same file for the same letter, whatever was printed before it', async () => {
    const first = bytesOf(await renderPdf(letter, fonts));
    // Characters that share a glyph with others, and a font of another family.
    await renderPdf(letterOf([paragraph(run('5\u00A0mg, \u037E \u202F\u2009 \u2215 e\u0301'))]), fonts);
    await renderPdf(letter, fontsOf('arimo'));
    assert.deepEqual(bytesOf(await renderPdf(letter, fonts)), first);
  });

  it('names what its fonts lack, each once, and draws something in its place', async () => {
    const printed = letterOf([title('A ✓ item', '☐'), paragraph(run('one \u{1F600} two \u{1F600}\u0007 three'))]);
    const answer = await renderPdf(printed, fonts);
    assert.deepEqual(answer.kind === 'rendered' && answer.missing, ['U+2713', 'U+2610', 'U+1F600', 'U+0007']);
    if (isInstalled('pdftotext')) {
      assert.match(
        await ask('pdftotext', ['FILE', '-'], printed),
        /A \uFFFD item: \uFFFD\s+one \uFFFD two \uFFFD\uFFFD three/,
      );
    }
  });

  it('lacks nothing of what letters are written with, in either family', async () => {
    const text = '“quoted” ‘single’ – — … ° ® ™ × ± ≥ ≤ µ ½ § • é ñ ü ß α β γ δ Δ Ω ² ³ ⅓ € £ → ≠ √ ∞ ⟪';
    const printed = letterOf([
      heading(text),
      field('Label', run(text, { emphasis: true }), run(text, { emphasis: true, strong: true })),
      list(text.replace('⟪', '')),
    ]);
    for (const family of ['tinos', 'arimo'] as const) {
      const answer = await renderPdf(printed, fontsOf(family));
      // The last one is there so that this test can fail.
      assert.deepEqual(answer.kind === 'rendered' && answer.missing, ['U+27EA']);
    }
  });

  itAsks('pdftotext', 'gives marks back that stand on letters', async () => {
    for (const family of ['tinos', 'arimo'] as const) {
      const file = join(folder, 'marks.pdf');
      writeFileSync(file, bytesOf(await renderPdf(letterOf([paragraph(run('cafe\u0301 n\u0303o'))]), fontsOf(family))));
      const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
      assert.match(text.normalize('NFC').replace(/[\s\u00A0]/g, ''), /café?ño/);
    }
  });

  it('takes 10,000 paragraphs in time that grows with them', async () => {
    const timeOf = async (count: number) => {
      const printed = letterOf(
        Array.from({ length: count }, (_, index) => paragraph(run(`Paragraph ${index} of many.`))),
      );
      // Of the processor, in milliseconds: what else the machine does takes none of it.
      const start = process.cpuUsage();
      await renderPdf(printed, fonts);
      return process.cpuUsage(start).user / 1000;
    };
    await timeOf(1000);
    const [small, large] = [await timeOf(2000), await timeOf(10_000)];
    assert.ok(large < 15 * small, `${small} ms for 2,000, ${large} ms for 10,000`);
  });
});
