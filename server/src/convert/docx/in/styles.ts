import { childOf, elementsOf, isOn, valOf, type XmlElement } from './xml';

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly properties: XmlElement | null;
  readonly runProperties: XmlElement | null;
}

/** Word itself makes styles of styles less often than this. */
const maxChain = 20;

/** The name that this project's own Word files have for it (see `../out/styles`). */
const ownStrong = 'letter strong';

/** The styles of a Word file by their ids. Names are Word's own in every language. */
export class WordStyles {
  private readonly styles = new Map<string, Style>();

  constructor(part: XmlElement | null) {
    for (const element of part ? elementsOf(part) : []) {
      const id = element.attributes.get('w:styleId');
      if (element.name !== 'w:style' || id === undefined) continue;
      this.styles.set(id, {
        name: (valOf(element, 'w:name') ?? '').toLowerCase(),
        basedOn: valOf(element, 'w:basedOn'),
        properties: childOf(element, 'w:pPr'),
        runProperties: childOf(element, 'w:rPr'),
      });
    }
  }

  /** 1 for a style made of Word's first heading, and so on; 0 for what is no heading. */
  headingLevel(id: string | null): number {
    for (const { name } of this.chain(id)) {
      const level = /^heading ([1-9])$/.exec(name)?.[1];
      if (level !== undefined) return Number(level);
    }
    return 0;
  }

  /** The list that a paragraph's style puts it in. */
  numbering(id: string | null): XmlElement | null {
    for (const { properties } of this.chain(id)) {
      const found = childOf(properties, 'w:numPr');
      if (found) return found;
    }
    return null;
  }

  /** Whether a style has a property of text that is on or off; null where it says nothing of it. */
  textProperty(id: string | null, name: string): boolean | null {
    for (const { runProperties } of this.chain(id)) {
      if (childOf(runProperties, name)) return isOn(runProperties, name);
    }
    return null;
  }

  isStrong(id: string | null): boolean {
    return this.nameOf(id) === 'strong' || this.nameOf(id) === ownStrong;
  }

  isEmphasis(id: string | null): boolean {
    return this.nameOf(id) === 'emphasis';
  }

  private nameOf(id: string | null): string {
    return (id === null ? undefined : this.styles.get(id)?.name) ?? '';
  }

  /** A style and what it is made of. */
  private chain(id: string | null): readonly Style[] {
    const found: Style[] = [];
    let next = id;
    while (next !== null && found.length < maxChain) {
      const style = this.styles.get(next);
      if (style) found.push(style);
      next = style?.basedOn ?? null;
    }
    return found;
  }
}
