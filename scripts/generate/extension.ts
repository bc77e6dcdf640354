/** What the settings, commands and views of the extension begin with. */
export const section = 'determinationLetters';
export const language = 'determination-letter';
