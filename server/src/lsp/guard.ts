import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Told what failed and how; the letter's text is never part of it. */
export type Log = (feature: string, error: unknown) => void;

/** The name of an error and where it was thrown, without its message, which may quote the letter. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}

/** Runs a handler of a notification: if it throws, that is logged and nothing else happens. */
export function guarded<P extends unknown[]>(
  feature: string,
  log: Log,
  handle: (...args: P) => void,
): (...args: P) => void {
  return (...args) => {
    try {
      handle(...args);
    } catch (error) {
      log(feature, error);
    }
  };
}

/** Runs a handler of a request: if it throws, that is logged and `instead` is answered. Answers of errors pass. */
export function answered<P extends unknown[], R>(
  feature: string,
  log: Log,
  instead: R,
  handle: (...args: P) => R | Promise<R>,
): (...args: P) => Promise<R> {
  return async (...args) => {
    try {
      return await handle(...args);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(feature, error);
      return instead;
    }
  };
}

export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The letter has changed in the meantime.');
}
