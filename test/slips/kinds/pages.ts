import { readied } from '../conclusion';
import type { Random } from '../random';
import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, findWords, matches } from '../text';
import { bodyParts, partsNamed } from '../words';

interface Paged {
  readonly base: Sketch;
  readonly item: Item;
  readonly chapter: string;
  readonly page: number;
}

/** Items about one part, their reviewer's line in the style of 2014: the chapter of that part with a page it has. */
function pagedItems(letter: Sketch): Paged[] {
  return letter.items.flatMap((item): Paged[] => {
    const parts = partsNamed(letter.text, item.title);
    const paged = parts?.length === 1 ? parts[0]?.paged : undefined;
    if (!paged) return [];
    const text = `Decision based on MTUS ACOEM ${paged.chapter} Page(s): ${paged.page}.`;
    const ready = readied(letter, item, [{ ...item.reviewer.value, text }]);
    return ready ? [{ ...ready, ...paged }] : [];
  });
}

/** Puts other words in the place of those on the reviewer's line. */
function replaced({ base, item }: Paged, words: string, text: string): Slip[] {
  const [place] = findWords(base.text, item.reviewer.value, words);
  return place ? [{ base, edits: [{ ...place, text } as Edit] }] : [];
}

function foreignPage({ page, chapter }: Paged, random: Random): number {
  const others = bodyParts.flatMap(part => (part.paged && part.paged.chapter !== chapter ? [part.paged.page] : []));
  return random.pick(others.filter(other => Math.abs(other - page) > 20)) + random.between(-4, 4);
}

export const kinds: readonly Kind[] = [
  {
    id: 'wrong-page',
    about: 'a page of another chapter (page style)',
    rules: ['page-outside-chapter'],
    plant: (letter, random) =>
      pagedItems(letter).flatMap(paged =>
        replaced(paged, `Page(s): ${paged.page}.`, `Page(s): ${foreignPage(paged, random)}.`),
      ),
  },
  {
    id: 'drop-chapter',
    about: 'a page without its chapter (page style)',
    rules: ['missing-chapter'],
    plant: letter => pagedItems(letter).flatMap(paged => replaced(paged, `ACOEM ${paged.chapter}`, 'ACOEM')),
  },
  {
    id: 'bad-pages',
    about: 'a range that runs backwards, a page given twice, or a word for a page (page style)',
    rules: ['page-syntax'],
    plant: (letter, random) =>
      pagedItems(letter).flatMap(paged => {
        const { page } = paged;
        const wrong = random.pick([`${page}-${page - 3}`, `${page}, ${page}`, 'two hundred', `${page}-`]);
        return replaced(paged, `Page(s): ${page}.`, `Page(s): ${wrong}.`);
      }),
  },
  {
    id: 'page-for-section',
    about: 'a page number where the section belongs',
    rules: ['page-syntax'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const expression = /Complaints 200[47], Section\(s\): ([A-Z][\w-]+(?: [\w-]+)*)(?=\.)/g;
        const [place] = matches(letter.text, item.reviewer.value, expression);
        const section = place?.groups[1] ?? '';
        if (!place || section === '') return [];
        return [
          { edits: [{ start: place.end - section.length, end: place.end, text: String(random.between(170, 380)) }] },
        ];
      }),
  },
];
