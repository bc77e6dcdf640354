/** A heading as a tagged file knows it. */
export interface TaggedHeading {
  /** 1 for a section's, 2 for what stands in a section; deeper ones are text. */
  readonly level: 1 | 2;
}

/** The headings of a page by the ids of their marked content; the pieces of one heading share an object. */
export function headingsIn(tree: unknown): ReadonlyMap<string, TaggedHeading> {
  const found = new Map<string, TaggedHeading>();
  const open: { readonly node: unknown; readonly heading: TaggedHeading | null }[] = [{ node: tree, heading: null }];
  for (let each = open.pop(); each; each = open.pop()) {
    const { role, id, children } = (each.node ?? {}) as Node;
    if (id !== undefined && each.heading) found.set(id, each.heading);
    const heading = headingOf(role ?? '') ?? each.heading;
    for (const node of children ?? []) open.push({ node, heading });
  }
  return found;
}

/** The heading that a role, or a style that a program uses for one, stands for. */
export function headingOf(role: string): TaggedHeading | null {
  if (/^(?:H|Heading )1$/i.test(role)) return { level: 1 };
  return /^(?:H|Heading )2$/i.test(role) ? { level: 2 } : null;
}

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly unknown[];
}
