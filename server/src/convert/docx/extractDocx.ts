import type { Beside, ConvertAnswer } from '../messages';
import { chosen } from './in/inline';
import { ListCounter } from './in/numbering';
import { Refused } from './in/refused';
import { type Reading, storyText } from './in/story';
import { WordStyles } from './in/styles';
import { openWordFile, type WordFile } from './in/wordFile';
import { elementsOf, type XmlElement } from './in/xml';

/**
 * The text of a Word file. Headings of the first two levels are marked with `#` and `##`, emphasis with asterisks; tracked
 * changes are taken as accepted. What is no text of the letter is told beside it. Nothing in the file is run or fetched.
 */
export function extractDocx(bytes: Uint8Array): Promise<ConvertAnswer> {
  return new Promise(resolve => resolve(extracted(bytes)));
}

function extracted(bytes: Uint8Array): ConvertAnswer {
  try {
    const file = openWordFile(bytes);
    const beside: Beside[] = [];
    const reading = readingOf(file, beside);
    runningText(file, reading, 'header', 'runningHead');
    const text = storyText(file.body, reading);
    runningText(file, reading, 'footer', 'runningFoot');
    beside.push(...file.attachments);
    // What is pictures of pages only cannot be read.
    if (text.trim() === '' && beside.some(({ what }) => what === 'picture')) {
      return { kind: 'refused', problem: 'scanned' };
    }
    return { kind: 'extracted', extracted: { text: text === '' ? '' : `${text}\n`, pages: pagesOf(text), beside } };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.problem };
    throw error;
  }
}

function readingOf(file: WordFile, beside: Beside[]): Reading {
  const kinds = { footnotes: 'w:footnote', endnotes: 'w:endnote', comments: 'w:comment' } as const;
  const notes = new Map<string, XmlElement>();
  for (const [type, name] of Object.entries(kinds)) {
    const part = file.part(type);
    for (const note of part ? elementsOf(part) : []) {
      if (note.name === name) notes.set(`${type} ${note.attributes.get('w:id') ?? ''}`, note);
    }
  }
  const reading: Reading = {
    styles: new WordStyles(file.part('styles')),
    lists: new ListCounter(file.part('numbering')),
    beside,
    asides: {
      note(id, kind) {
        const key = `${kind} ${id}`;
        const note = notes.get(key);
        // Told once, so that notes which refer to each other come to an end.
        notes.delete(key);
        if (note) tell(beside, kind === 'comments' ? 'comment' : 'note', storyText(note, reading));
      },
      drawing: element => drawing(element, reading),
    },
  };
  return reading;
}

/** Text boxes are told by their text, all else that is drawn as a picture, by the words that stand for it. */
function drawing(element: XmlElement, reading: Reading): void {
  const boxes: XmlElement[] = [];
  let isPicture = false;
  let words = '';
  const look = (part: XmlElement) => {
    if (part.name === 'w:txbxContent') {
      boxes.push(part);
      return;
    }
    if (part.name === 'pic:pic' || part.name === 'v:imagedata') isPicture = true;
    if (part.name === 'wp:docPr') words ||= part.attributes.get('descr') ?? '';
    if (part.name === 'v:shape') words ||= part.attributes.get('alt') ?? '';
    for (const child of chosen(part)) look(child);
  };
  look(element);
  if (isPicture || boxes.length === 0) reading.beside.push({ what: 'picture', page: null, text: words.trim() });
  for (const box of boxes) tell(reading.beside, 'textBox', storyText(box, reading));
}

/** Heads or feet: those of the first page, of even pages and of sections are often the same. */
function runningText(file: WordFile, reading: Reading, type: string, what: 'runningHead' | 'runningFoot'): void {
  const told = new Set<string>();
  for (const part of file.parts(type)) {
    const text = storyText(part, reading);
    if (!told.has(text)) tell(reading.beside, what, text);
    told.add(text);
  }
}

function tell(beside: Beside[], what: Beside['what'], text: string): void {
  if (text !== '') beside.push({ what, page: null, text });
}

function pagesOf(text: string): readonly number[] {
  const pages = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) pages.push(at + 1);
  return pages;
}
