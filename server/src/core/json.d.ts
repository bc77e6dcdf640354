/** Data files are read as `unknown`: the built-in ones are validated by a test, all others by their schema at run time. */
declare module '*.json' {
  const value: unknown;
  export default value;
}
