import { writeOut } from './abbreviation';
import { cleanUpPasted } from './cleanUp';
import { convertStyle } from './convertStyle';
import { labelCredentials } from './credentials';
import { itemNumbers } from './itemNumbers';
import { moveItem } from './moveItem';
import type { Refactoring, RefactoringPlace } from './refactoring';
import { saveRepeated } from './repeatedParagraph';

const all = [convertStyle, writeOut, labelCredentials, saveRepeated, moveItem, itemNumbers, cleanUpPasted];

/** What can be done at a place that is no fix of a problem; with a reason where it cannot be done there. */
export function refactorings(place: RefactoringPlace): readonly Refactoring[] {
  return all.flatMap(offer => offer(place));
}
