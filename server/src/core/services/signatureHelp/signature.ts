import type { Span } from '../../text/span';

/** The parts of a citation in their order, as a line that shows which one comes next. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parts: readonly SignaturePart[];
}

export interface SignaturePart {
  /** Its place in the label. */
  readonly span: Span;
  readonly documentation: string;
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The one that the citation is written in, and its part at the cursor. */
  readonly active: number;
  readonly activePart: number;
}

/** A signature of pieces: words that stand as they are, and parts with what is known of them. */
export function signatureOf(
  documentation: string,
  pieces: readonly (string | { readonly name: string; readonly documentation: string })[],
): Signature {
  let label = '';
  const parts: SignaturePart[] = [];
  for (const piece of pieces) {
    const start = label.length;
    label += typeof piece === 'string' ? piece : piece.name;
    if (typeof piece !== 'string') {
      parts.push({ span: { start, end: label.length }, documentation: piece.documentation });
    }
  }
  return { label, documentation, parts };
}
