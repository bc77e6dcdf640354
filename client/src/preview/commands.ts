/** The command that opens the preview of a letter, whose URI may be its argument, beside its editor. */
export const openPreviewToSide = 'determinationLetters.openPreviewToSide';
