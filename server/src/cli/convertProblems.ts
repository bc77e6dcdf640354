import type { ConvertProblem } from '../convert/messages';

/** Why a file cannot be read or made, and what to do. */
export const convertProblems: Readonly<Record<ConvertProblem, string>> = {
  scanned: 'It holds pictures of pages and no text. Run text recognition (OCR) on it, and import what that makes.',
  password: 'It is protected by a password. Save a copy without one, and name that.',
  damaged: 'It is damaged. Get the file again, or open it in the program that made it and save it anew.',
  tooLarge: 'It is larger than a letter can be, or would unpack to more. Cut it down to the pages of the letter.',
  otherFormat: 'It is not what its name says. Give it the ending of its format, or save it as .pdf, .docx or .txt.',
  oldWord: 'It is a Word file from before 2007. Open it in a word processor and save it as .docx.',
  failed: 'It could not be converted. Please report this, without the file if it holds a real letter.',
};
