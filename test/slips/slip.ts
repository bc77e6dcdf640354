import type { Random } from './random';
import type { Sketch } from './sketch';
import type { Edit, Span } from './text';

/** One slip that can be planted in a letter. */
export interface Slip {
  /** The letter made ready for the slip, where it differs from the one given: with a second mention of the age, say. */
  readonly base?: Sketch;
  /** The slip itself, in the text of `base`. */
  readonly edits: readonly Edit[];
  /** Other places, in the text of `base`, where a finding of it may stand, besides the part that is edited. */
  readonly also?: readonly Span[];
}

/** A kind of slip. Whatever it plants must be certain: a reader who sees the letter must say that it is wrong. */
export interface Kind {
  readonly id: string;
  /** What is done to the letter. */
  readonly about: string;
  /** The rules that may find it, the one it is meant for first. */
  readonly rules: readonly string[];
  /** Rules that may rightly speak up as well, since what they look at follows from the slip. */
  readonly alsoFine?: readonly string[];
  /** Whether what the letter has is copied, with whatever findings it had. */
  readonly copies?: true;
  /** Whether a finding may stand anywhere in the letter. */
  readonly anywhere?: true;
  /** One slip for each place of the letter where one is certain; chance decides about its wording. */
  plant(letter: Sketch, random: Random): Slip[];
}
