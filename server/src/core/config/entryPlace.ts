import type { Span } from '../text/span';
import { type JsonNode, parseJsonTree } from './jsonTree';

/** Where a catalogue file says what a guideline is: its entry, and the id in it. Null if the file has none of this id. */
export function entryPlace(text: string, id: string): { readonly entry: Span; readonly id: Span } | null {
  const guidelines = member(readTree(text), 'guidelines');
  if (guidelines?.kind !== 'array') return null;
  for (const entry of guidelines.items) {
    const own = member(entry, 'id');
    if (own?.kind === 'value' && own.value === id) return { entry: entry.span, id: own.span };
  }
  return null;
}

/** A file that cannot be read as JSON has no places. */
function readTree(text: string): JsonNode | null {
  try {
    return parseJsonTree(text);
  } catch {
    return null;
  }
}

function member(node: JsonNode | null, key: string): JsonNode | null {
  return node?.kind === 'object' ? (node.members.find(each => each.key === key)?.value ?? null) : null;
}
