import type { Beside } from '../../messages';
import { Refused } from './refused';
import { childOf, elementsOf, parseXml, type XmlElement } from './xml';
import { Zip } from './zip';

interface Relation {
  /** Last word of its type: `footnotes`, `header`, `image`, … */
  readonly type: string;
  readonly target: string;
}

/** What a Word file is made of. What it points to outside of itself is not followed. */
export interface WordFile {
  readonly body: XmlElement;
  /** A part that there is one of: styles, numbering, notes, comments. */
  part(type: string): XmlElement | null;
  /** Every part of a type, in the order of the file. */
  parts(type: string): readonly XmlElement[];
  /** Macros and files within it. They are named and never opened. */
  readonly attachments: readonly Beside[];
}

const attached: ReadonlySet<string> = new Set(['vbaProject', 'oleObject', 'package', 'control', 'aFChunk']);

/** Throws `Refused` for what is no Word file, or none that can be read. */
export function openWordFile(bytes: Uint8Array): WordFile {
  refuseOtherFormats(bytes);
  const zip = new Zip(bytes);
  const main = mainPart(zip);
  const document = readPart(zip, main);
  const body = document && childOf(document, 'w:body');
  if (!body) throw new Refused('damaged');
  const relations = relationsOf(zip, main);
  // Each once, however often it is pointed to.
  const targets = (type: string) => [
    ...new Set(relations.filter(relation => relation.type === type).map(relation => relation.target)),
  ];
  const parts = (names: readonly string[]) => names.flatMap(name => readPart(zip, name) ?? []);
  return {
    body,
    parts: type => parts(targets(type)),
    part: type => parts(targets(type).slice(0, 1))[0] ?? null,
    attachments: relations
      .filter(({ type, target }) => attached.has(type) && zip.has(target))
      .map(({ target }) => ({ what: 'attachment', page: null, text: target.slice(target.lastIndexOf('/') + 1) })),
  };
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file is what Word wrote before 2007, and what it writes today where there is a password. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    const text = new TextDecoder('latin1').decode(bytes);
    if (text.includes(wide('EncryptedPackage'))) throw new Refused('password');
    throw new Refused(text.includes(wide('WordDocument')) ? 'oldWord' : 'otherFormat');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused('otherFormat');
}

/** A name as a compound file has it: UTF-16. */
function wide(name: string): string {
  return [...name].map(c => `${c}\0`).join('');
}

function mainPart(zip: Zip): string {
  const types = readPart(zip, '[Content_Types].xml');
  if (!types) throw new Refused('otherFormat');
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const type = elementsOf(types).find(e => e.attributes.get('PartName')?.toLowerCase() === `/${main.toLowerCase()}`);
  const name = type?.attributes.get('ContentType') ?? '';
  if (type && !name.includes('wordprocessingml') && !name.includes('ms-word')) throw new Refused('otherFormat');
  if (!zip.has(main)) throw new Refused(type ? 'damaged' : 'otherFormat');
  return main;
}

function readPart(zip: Zip, name: string): XmlElement | null {
  const bytes = zip.read(name);
  return bytes && parseXml(bytes);
}

/** What a part points to within the file; of the file itself for an empty name. */
function relationsOf(zip: Zip, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const root = readPart(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (!root) return [];
  return elementsOf(root).flatMap(({ name, attributes }) => {
    if (name !== 'rel:Relationship' || attributes.get('TargetMode') === 'External') return [];
    const type = attributes.get('Type') ?? '';
    return { type: type.slice(type.lastIndexOf('/') + 1), target: resolved(part, attributes.get('Target') ?? '') };
  });
}

function resolved(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
