import { squeeze } from '../text/words';
import type {
  CredentialDefinition,
  DecisionDefinition,
  HeaderFieldDefinition,
  ItemFieldDefinition,
  Profile,
  SectionDefinition,
} from './schema';
import { compileTemplate, type Template } from './template';

/** A name as it is looked up: without white space, in lower case. */
export interface Name<T> {
  readonly squeezed: string;
  readonly canonical: boolean;
  readonly printed: string;
  readonly definition: T;
}

export type SectionLabel =
  | { readonly kind: 'credential'; readonly role: CredentialDefinition['role']; readonly label: string }
  | { readonly kind: 'caseDecision'; readonly role: 'caseDecision'; readonly label: string };

/** A profile with the lookups that the parser and the rules need, made once. */
export interface CompiledProfile {
  readonly profile: Profile;
  readonly headings: readonly Name<SectionDefinition>[];
  readonly itemLabels: readonly Name<ItemFieldDefinition>[];
  readonly sectionLabels: readonly Name<SectionLabel>[];
  readonly headerLabels: readonly Name<HeaderFieldDefinition>[];
  readonly decisions: ReadonlyMap<string, DecisionDefinition>;
  readonly wrongDecisions: ReadonlyMap<string, string>;
  readonly longestLabel: number;
  readonly longestHeading: number;
  readonly remaining: {
    readonly original: Template[];
    readonly authorised: Template[];
    readonly remaining: Template[];
  } | null;
  readonly credentialProse: readonly Template[];
}

export function compileProfile(profile: Profile): CompiledProfile {
  const headings = profile.sections.flatMap(s => namesOf(s.heading, s.aliases, s));
  const itemLabels = profile.items.fields.flatMap(f => namesOf(f.label, f.aliases, f));
  const credentials = profile.credentials.fields.flatMap(c =>
    namesOf<SectionLabel>(c.label, c.aliases, { kind: 'credential', role: c.role, label: c.label }),
  );
  const own = profile.items.caseDecision;
  const caseDecision = own
    ? namesOf<SectionLabel>(own.label, own.aliases, { kind: 'caseDecision', role: 'caseDecision', label: own.label })
    : [];
  const portion = profile.items.remainingPortion;
  const sectionLabels = [...credentials, ...caseDecision];
  return {
    profile,
    headings,
    itemLabels,
    sectionLabels,
    headerLabels: profile.header.fields.flatMap(f => namesOf(f.label, f.aliases, f)),
    decisions: new Map(profile.items.decisions.map(d => [squeeze(d.word), d])),
    wrongDecisions: new Map(profile.items.wrongDecisions.map(w => [squeeze(w.word), w.advice])),
    longestLabel: longest([...itemLabels, ...sectionLabels]),
    longestHeading: longest(headings),
    remaining: portion && {
      original: portion.original.map(compileTemplate),
      authorised: portion.authorised.map(compileTemplate),
      remaining: portion.remaining.map(compileTemplate),
    },
    credentialProse: profile.credentials.prose.map(compileTemplate),
  };
}

function namesOf<T>(printed: string, aliases: readonly string[], definition: T): Name<T>[] {
  return [printed, ...aliases].map((name, index) => ({
    squeezed: squeeze(name),
    canonical: index === 0,
    printed,
    definition,
  }));
}

function longest(names: readonly Name<unknown>[]): number {
  return names.reduce((most, name) => Math.max(most, name.squeezed.length), 0);
}
