import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import { NameIndex } from '../catalogue/nameIndex';
import type { ItemFieldDefinition, Profile } from '../profile/schema';
import { compileTemplate, type Template } from '../profile/template';

export type GuidelineLineDefinition = NonNullable<Profile['guidelineLine']>;

/** A source outside the standard, as the profile names it; guidelines of its family are its chapters. */
export interface OtherSourceDefinition {
  readonly name: string;
  readonly family: string | null;
}

/** What a section of a citation may turn out to be. */
export type KnownSection = GuidelineSection | GuidelineTopic;

/** The words of a profile's guideline lines and the names of a catalogue, made ready for reading. Made once for a pair. */
export interface GuidelineGrammar {
  readonly line: GuidelineLineDefinition;
  readonly catalogue: Catalogue;
  /** Words that open and introduce, in lower case and folded. */
  readonly opening: string;
  readonly standard: string;
  readonly other: string;
  readonly otherShort: readonly string[];
  readonly andOther: readonly string[];
  readonly chapterLabel: string;
  /** Forms of the labels in lower case without their colon, the longest first. */
  readonly labels: readonly { readonly kind: 'page' | 'section'; readonly word: string; readonly isPrinted: boolean }[];
  /** Names of guidelines that are no chapter of another source. */
  readonly names: NameIndex<Guideline>;
  /** The same names as they are printed. */
  readonly printedNames: readonly string[];
  /** Names of guidelines cited by topic and page: a citation begins wherever one stands. */
  readonly pageTitles: NameIndex<string>;
  /** Names of a family that is cited by chapter number. */
  readonly heads: NameIndex<string>;
  readonly others: NameIndex<OtherSourceDefinition>;
  readonly standardNames: NameIndex<string>;
  /** Family of the guidelines with chapter numbers, or null if there are none. */
  readonly chapterFamily: string | null;
  /** Names of the guidelines of a family. */
  family(family: string): NameIndex<Guideline>;
  /** Names of the sections and topics of a guideline. */
  sections(guideline: Guideline): NameIndex<KnownSection>;
  /** The fixed sentences of a field. */
  fixed(field: ItemFieldDefinition): readonly FixedSentence[];
}

export interface FixedSentence {
  readonly kind: 'outside' | 'nothing';
  /** Without its final full stop. */
  readonly template: Template;
}

export function compileGuidelineGrammar(line: GuidelineLineDefinition, catalogue: Catalogue): GuidelineGrammar {
  const otherFamilies = new Set(line.otherNames.flatMap(other => (other.family === null ? [] : [other.family])));
  const own = catalogue.guidelines.filter(guideline => !otherFamilies.has(guideline.family));
  const named = own.flatMap(guideline => namesOf(guideline).map(name => [name, guideline] as const));
  const heads = indexOf(line.chapterHeads.map(head => [head, head] as const));
  const chapterFamily = catalogue.guidelines.find(guideline => guideline.chapter !== null)?.family ?? null;
  return {
    line,
    catalogue,
    opening: words(line.opening),
    standard: words(line.standard),
    other: words(line.other),
    otherShort: longestFirst(line.otherShort.map(words)),
    andOther: longestFirst(line.andOther.map(words)),
    chapterLabel: words(line.chapterLabel),
    labels: labelsOf(line),
    names: indexOf(named),
    printedNames: [...new Set(named.map(([name]) => name))],
    pageTitles: indexOf(line.familyHeads.map(title => [title, title] as const)),
    heads,
    others: indexOf(
      line.otherNames.flatMap(({ name, aliases, family }) => {
        const definition: OtherSourceDefinition = { name, family };
        return [name, ...aliases].map(known => [known, definition] as const);
      }),
    ),
    standardNames: indexOf([line.standard, ...line.standardNames].map(name => [name, name] as const)),
    chapterFamily,
    family: onceFor(new Map(), (family: string) =>
      indexOf(
        catalogue.guidelines.filter(g => g.family === family).flatMap(g => namesOf(g).map(name => [name, g] as const)),
      ),
    ),
    sections: onceFor(new WeakMap(), (guideline: Guideline) =>
      indexOf<KnownSection>([
        ...guideline.sections.flatMap(s => [s.name, ...s.aliases].map(name => [name, s] as const)),
        ...guideline.topics.flatMap(t => [t.title, ...t.aliases].map(name => [name, t] as const)),
      ]),
    ),
    fixed: onceFor(new WeakMap(), (field: ItemFieldDefinition) => [
      ...field.outside.map(source => ({ kind: 'outside' as const, template: withoutStop(source) })),
      ...field.nothing.map(source => ({ kind: 'nothing' as const, template: withoutStop(source) })),
    ]),
  };
}

/** The canonical name of a section or topic. */
export function nameOf(section: KnownSection): string {
  return 'name' in section ? section.name : section.title;
}

/** Names of a guideline in a citation. Those of a chapter with its number are read piece by piece and left out here. */
function namesOf(guideline: Guideline): string[] {
  const printed = guideline.citedAs.filter(
    cited => !cited.section && !(guideline.chapter !== null && cited.style === 'page'),
  );
  return [...printed.map(cited => cited.title), guideline.title, ...guideline.aliases];
}

function labelsOf(line: GuidelineLineDefinition): GuidelineGrammar['labels'] {
  const forms = (kind: 'page' | 'section') => {
    const style = kind === 'page' ? line.pageStyle : line.sectionStyle;
    const written = style ? [style.label, ...style.aliases] : [];
    return written.map((form, index) => ({ kind, word: words(form).replace(/:$/, ''), isPrinted: index === 0 }));
  };
  return [...forms('page'), ...forms('section')].sort((a, b) => b.word.length - a.word.length);
}

function withoutStop(sentence: string): Template {
  return compileTemplate(sentence.replace(/\.\s*$/, ''));
}

function indexOf<T>(names: Iterable<readonly [name: string, value: T]>): NameIndex<T> {
  const index = new NameIndex<T>();
  for (const [name, value] of names) index.add(name, value);
  return index;
}

function onceFor<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  make: (key: K) => V,
): (key: K) => V {
  return key => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function longestFirst(texts: string[]): string[] {
  return texts.sort((a, b) => b.length - a.length);
}
