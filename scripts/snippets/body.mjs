/**
 * Writes the body of one snippet: literal text and numbered tab stops, in the editor's snippet syntax.
 */
export class Body {
  #stops = 0;
  /** @type {string[]} */
  #lines = [];

  /**
   * A line of text; `[[…]]` in it becomes a tab stop whose default is that placeholder, so that what the writer leaves
   * is found by the checks.
   *
   * @param {string} text
   * @param {Record<string, string>} [values] snippet syntax for each `{name}` in it
   */
  text(text, values = {}) {
    return this.line(this.fill(text, values));
  }

  /** @param {string} [snippet] in snippet syntax */
  line(snippet = '') {
    this.#lines.push(snippet);
    return this;
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} [values]
   * @returns {string} snippet syntax
   */
  fill(text, values = {}) {
    return text.replace(/\[\[([^\]]*)\]\]|\{([A-Za-z]+)\}|[\\$}]/g, (found, hint, name) => {
      if (hint !== undefined) return this.stop(`[[${hint}]]`);
      if (name !== undefined) return values[name] ?? this.stop(`[[${name}]]`);
      return `\\${found}`;
    });
  }

  /** @param {string} standard what stands there until the writer types */
  stop(standard) {
    this.#stops++;
    return `\${${this.#stops}:${standard.replace(/[\\$}]/g, '\\$&')}}`;
  }

  /** @param {readonly string[]} values the writer chooses one */
  choice(values) {
    this.#stops++;
    return `\${${this.#stops}|${values.map(value => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
  }

  /** The number of the tab stop made last. */
  get last() {
    return this.#stops;
  }

  /** The body of a block; the cursor stays below it, a blank line between. */
  asBlock() {
    return [...this.#lines, '', '$0'];
  }

  /** The body of a whole file. */
  asFile() {
    return [...this.#lines, '$0'];
  }

  /** The body of a text; the cursor stays behind its last character. */
  asText() {
    return [...this.#lines];
  }
}
