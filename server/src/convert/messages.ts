import type { Printed } from '../core/printed/printed';

/*
 * What a converter is asked and answers: data that can be handed to another thread. A converter knows formats and no
 * letter: it prints what core laid out, and takes text out of files for core to read.
 */

/** What a worker of Node is started with, so that loading the converter in a pool's worker starts nothing. */
export const converterWorker = 'determination-letters-converter';

/** A worker is asked, and answers with the same number; one question after the other. */
export interface ConvertQuestion {
  readonly id: number;
  readonly request: ConvertRequest;
}
export interface ConvertReply {
  readonly id: number;
  readonly answer: ConvertAnswer;
}

export type RenderFormat = 'pdf' | 'docx';
export type ExtractFormat = 'pdf' | 'docx';

/** The faces of the house's font, as files (TrueType). Only PDF needs them: it embeds them. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

export type ConvertRequest =
  | { readonly kind: 'render'; readonly format: 'docx'; readonly printed: Printed }
  | { readonly kind: 'render'; readonly format: 'pdf'; readonly printed: Printed; readonly fonts: Fonts }
  | { readonly kind: 'extract'; readonly format: ExtractFormat; readonly bytes: Uint8Array };

export type ConvertAnswer =
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array; readonly missing: readonly string[] }
  | { readonly kind: 'extracted'; readonly extracted: Extracted }
  | { readonly kind: 'refused'; readonly problem: ConvertProblem };

/**
 * The text of a file as it stands on paper, for core to read: LF ends a line, an empty line a paragraph, a form feed a
 * page. Hyphens at the end of lines are as printed.
 */
export interface Extracted {
  readonly text: string;
  /** Offset in `text` at which each page begins, UTF-16; one page where the format has none. */
  readonly pages: readonly number[];
  /** What stands in the file and is no text of the letter, in the order of the file: it is reported, not dropped. */
  readonly beside: readonly Beside[];
}

export interface Beside {
  /** What it was: repeated at the head or foot of pages, a picture, a comment or a deleted passage of a Word file, … */
  readonly what:
    | 'runningHead'
    | 'runningFoot'
    | 'picture'
    | 'comment'
    | 'deleted'
    /** Text that Word does not print. */
    | 'hidden'
    | 'note'
    | 'textBox'
    | 'attachment'
    | 'field';
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** Its words; empty for what has none. */
  readonly text: string;
}

/** Why a file could not be converted. What the user is told stands where users are spoken to. */
export type ConvertProblem =
  /** No text in it: pictures of pages. */
  | 'scanned'
  | 'password'
  | 'damaged'
  /** Bigger, or would unpack to more, than a letter can be. */
  | 'tooLarge'
  /** Not what its name says. */
  | 'otherFormat'
  /** A Word file of before 2007. One with macros is read, its macros aside. */
  | 'oldWord'
  | 'failed';
