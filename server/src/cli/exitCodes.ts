/** What the command's exit code says; a contract with the scripts that call it. */
export const exitCodes = {
  good: 0,
  /** There is an error, or more warnings than allowed. */
  findings: 1,
  /** The command was called wrongly, or something could not be read or written. */
  unusable: 2,
} as const;
