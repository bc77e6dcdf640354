import { lineOfItem } from '../citations/lineOfItem';
import type { GuidelineLine } from '../citations/model';
import { type Passage, type Place, passagesOf } from '../facts/passages';
import type { ItemField, ItemPart, Part, Placed } from '../language/tree';
import type { ItemFieldRole } from '../profile/schema';
import type { ActiveRule, Setup } from '../setup';
import type { Context, ItemContext, LetterContext, SentenceContext } from './context';
import type { Rule, Sight } from './rule';
import type { Surroundings } from './surroundings';

class SharedContext {
  constructor(
    protected readonly setup: Setup,
    protected readonly active: ActiveRule | null,
  ) {}

  get profile() {
    return this.setup.profile;
  }

  get catalogue() {
    return this.setup.catalogue;
  }

  get vocabulary() {
    return this.setup.vocabulary;
  }

  get grammar() {
    return this.setup.grammar;
  }

  get policy() {
    return this.setup.policy;
  }

  get names() {
    return this.setup.names;
  }

  option<T>(name: string): T {
    return this.active?.options[name] as T;
  }
}

export class OneSentence extends SharedContext implements SentenceContext {
  constructor(
    setup: Setup,
    active: ActiveRule,
    readonly place: Place,
  ) {
    super(setup, active);
  }
}

export class OnePart extends SharedContext implements Context {
  constructor(
    setup: Setup,
    active: ActiveRule | null,
    protected readonly surroundings: Surroundings,
  ) {
    super(setup, active);
  }

  get facts() {
    return this.surroundings.facts;
  }

  get case() {
    this.declared('case');
    return this.surroundings.case;
  }

  get items() {
    this.declared('items');
    return this.surroundings.items.items;
  }

  passages(part: Part): readonly Passage[] {
    return passagesOf(part, this.vocabulary);
  }

  /** What a rule has not said that it sees is kept although that changes. */
  protected declared(sight: Sight): void {
    const rule = this.active?.rule;
    if (rule && !seesAll(rule) && !rule.sees?.includes(sight)) throw new Error(`must declare that it sees "${sight}"`);
  }
}

function seesAll(rule: Rule): rule is Extract<Rule, { scope: 'sentence' | 'letter' }> {
  return rule.scope === 'letter' || rule.scope === 'sentence';
}

export class OneItem extends OnePart implements ItemContext {
  constructor(
    setup: Setup,
    active: ActiveRule | null,
    surroundings: Surroundings,
    private readonly part: ItemPart,
    private readonly number: number,
  ) {
    super(setup, active, surroundings);
  }

  get index(): number {
    this.declared('items');
    return this.number;
  }

  get title(): Passage {
    return this.passages(this.part)[0] as Passage;
  }

  field(role: ItemFieldRole): ItemField | null {
    return this.part.fields.find(f => f.definition.role === role) ?? null;
  }

  passage(role: ItemFieldRole): Passage | null {
    return this.passages(this.part).find(passage => passage.role === role) ?? null;
  }

  guidelineLine(role: ItemFieldRole): GuidelineLine | null {
    return lineOfItem(this.part, role, this.setup);
  }
}

export class WholeLetter extends OnePart implements LetterContext {
  item(item: Placed<ItemPart>): ItemContext {
    return new OneItem(this.setup, this.active, this.surroundings, item.part, -1);
  }
}
