/** Texts of the manifest in one language, by the keys that stand for them in it. */
export type Bundle = Readonly<Record<string, string>>;

interface Words {
  readonly text: string;
  /** Values to be shown behind the text. */
  readonly examples: readonly unknown[];
}

const exampleWord = 'Example';

/** The texts that a generator puts into the manifest: it writes their keys, and each language has its own file of them. */
export class Texts {
  private readonly words = new Map<string, Words>();

  /** @throws {Error} where the key stands for another text already */
  key(key: string, text: string, { examples = [] }: { readonly examples?: readonly unknown[] } = {}): string {
    const known = this.words.get(key);
    if (known && known.text !== text) throw new Error(`"${key}" stands for two texts`);
    this.words.set(key, { text, examples });
    return `%${key}%`;
  }

  /** The texts in another language, by the English ones; what has no translation stays English. */
  bundle(translations: Bundle = {}): Bundle {
    const translated = (text: string) => translations[text] ?? text;
    return Object.fromEntries(
      [...this.words].map(([key, { text, examples }]) => {
        const shown = examples.map(value => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``);
        const example = shown.length === 0 ? '' : `\n\n${translated(exampleWord)}: ${shown.join(', ')}`;
        return [key, translated(text) + example];
      }),
    );
  }

  /** Every English text that needs a translation. */
  all(): readonly string[] {
    const hasExamples = [...this.words.values()].some(({ examples }) => examples.length > 0);
    return [...new Set([...this.words.values()].map(({ text }) => text)), ...(hasExamples ? [exampleWord] : [])];
  }
}
