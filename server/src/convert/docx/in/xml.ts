import { SaxesParser } from 'saxes';
import { Refused } from './refused';

/* What one part of a file may hold at most: five hundred pages have half as much. */
const maxParts = 1_000_000;
const maxDepth = 256;

/** The namespaces that are looked at, each by the prefix it has in this project, in both editions of the format. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
]);

export interface XmlElement {
  /** Prefix and name, `w:p`; a namespace that is not looked at has no prefix, `:name`. */
  readonly name: string;
  /** By name, with the prefix where it has a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/**
 * Reads a part of a file. Document type declarations are refused, so there are no entities but the five of XML itself;
 * nothing outside of the bytes is ever looked at. Throws `Refused` for what is no XML or too large.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: new Map(),
    children: [],
  };
  const open = [root];
  let parts = 0;
  const count = () => {
    if (++parts > maxParts) throw new Refused('tooLarge');
  };
  const parser = new SaxesParser({ xmlns: true, position: false });
  const add = (text: string) => void open.at(-1)?.children.push(text);
  parser.on('error', () => {
    throw new Refused('damaged');
  });
  parser.on('doctype', () => {
    throw new Refused('damaged');
  });
  parser.on('attribute', count);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', tag => {
    count();
    if (open.length > maxDepth) throw new Refused('damaged');
    const attributes = new Map<string, string>();
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      attributes.set(uri === '' ? local : `${prefixes.get(uri) ?? ''}:${local}`, value);
    }
    const element = { name: `${prefixes.get(tag.uri) ?? ''}:${tag.local}`, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(decoded(bytes)).close();
  for (const child of root.children) if (typeof child !== 'string') return child;
  throw new Refused('damaged');
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('damaged');
  }
}

/** The elements right below one. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(child => typeof child !== 'string');
}

export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return (
    element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name) ?? null
  );
}

/** `w:val` of the child named. */
export function valOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.attributes.get('w:val') ?? null;
}

/** Whether a property that is on or off is on: `<w:b/>`, but not `<w:b w:val="0"/>`. */
export function isOn(element: XmlElement | null, name: string): boolean {
  const property = childOf(element, name);
  if (!property) return false;
  const value = property.attributes.get('w:val');
  return value !== '0' && value !== 'false' && value !== 'off';
}
