/** Texts of the manifest in one language, by the keys that stand for them in it. */
export type Bundle = Readonly<Record<string, string>>;

interface Words {
  readonly text: string;
  /** Values to be shown behind the text. */
  readonly examples: readonly unknown[];
}

const exampleWord = 'Example';
/** Begins the last sentence of what is said of each rule: one of few. */
const defaultWords = ' By default: ';

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

  /** What one of several values means; the same words, which many rules share, have one key. */
  choice(value: string, text: string, setting: string): string {
    const shared = `settings.choice.${value}`;
    const isShared = (this.words.get(shared)?.text ?? text) === text;
    return this.key(isShared ? shared : `${setting}.${value}`, text);
  }

  /** The texts in another language, by the English ones; what has no translation stays English. */
  bundle(translations: Bundle = {}): Bundle {
    const translated = (text: string) =>
      sentencesOf(text)
        .map(sentence => translations[sentence] ?? sentence)
        .join(' ');
    return Object.fromEntries(
      [...this.words].map(([key, { text, examples }]) => {
        const shown = examples.map(value => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``);
        const example = shown.length === 0 ? '' : `\n\n${translated(exampleWord)}: ${shown.join(', ')}`;
        return [key, translated(text) + example];
      }),
    );
  }

  /** Every English text that another language has to translate. */
  all(): readonly string[] {
    const texts = [...this.words.values()].flatMap(({ text }) => sentencesOf(text));
    return [...new Set([...texts, exampleWord])];
  }
}

/** The pieces of a text that are translated on their own. */
function sentencesOf(text: string): string[] {
  const at = text.lastIndexOf(defaultWords);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
