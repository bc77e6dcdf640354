import { compareLetters } from './compare/compareLetters';
import type { Comparison } from './compare/comparison';
import type { Display } from './config/display';
import { withBeside } from './import/beside';
import { type Beside, type Imported, importLetter } from './import/importLetter';
import type { CitationStyleName } from './language/facts';
import type { FormatStyle } from './language/format/format';
import { editLetter, type Letter, parseLetter } from './language/letter';
import type { Printed } from './printed/printed';
import { printLetter } from './printed/printLetter';
import type { Policy } from './privacy/policy';
import type { Profile } from './profile/schema';
import { checkLetter, checkWhileTyping, type RuleFailure } from './rules/check';
import type { Finding } from './rules/rule';
import * as catalogueTree from './services/catalogueTree';
import { type CitationRef, type CitationText, citationText } from './services/citationText';
import { cleanPaste, cleanUp } from './services/cleanUp/cleanUp';
import { type FindingAction, findingActions } from './services/codeActions';
import { codeLenses } from './services/codeLenses/codeLenses';
import type { Lens } from './services/codeLenses/lens';
import { completionsAt } from './services/completion/complete';
import { describeProposal } from './services/completion/describe';
import type { Proposal, Proposals } from './services/completion/proposal';
import { type Definition, definition } from './services/definition';
import { documentLinks, type LetterLink } from './services/documentLinks';
import { type FixedLetter, fixAll, hasSafeFix } from './services/fixAll';
import { type Fold, letterFolds } from './services/folding';
import { formatOnType, type TypedCharacter } from './services/formatOnType';
import { formatLetter, formatRange } from './services/formatting';
import { type Highlight, highlights } from './services/highlights';
import { type HoverCard, hoverCards } from './services/hover';
import type { Hint } from './services/inlayHints/hint';
import { inlayHints } from './services/inlayHints/inlayHints';
import { insertCitation } from './services/insertCitation';
import { linkedEditing } from './services/linkedEditing';
import {
  type CheckedValue,
  checkHeaderValue,
  type HeaderValues,
  type NewLetterForm,
  newLetter,
  newLetterForm,
} from './services/newLetter';
import { type Readiness, readiness } from './services/readiness';
import { type RedactedLetter, redacted } from './services/redact';
import type { Refactoring, RefactoringPlace } from './services/refactorings/refactoring';
import { refactorings } from './services/refactorings/refactorings';
import { type References, references } from './services/references';
import { renameTarget } from './services/rename/rename';
import type { Refusal, RenameTarget } from './services/rename/target';
import { selectionRanges } from './services/selectionRanges';
import { semanticTokens } from './services/semanticTokens/semanticTokens';
import type { Token } from './services/semanticTokens/token';
import type { SignatureHelp } from './services/signatureHelp/signature';
import { signatureHelp } from './services/signatureHelp/signatureHelp';
import { type LetterSymbol, letterSymbols } from './services/symbols';
import { type Unfinished, unfinished } from './services/unfinished';
import type { Setup } from './setup';
import type { Day } from './text/dates';
import type { Span, TextEdit } from './text/span';

/**
 * Everything an editor asks of a letter, behind one interface. Offsets are UTF-16 units of the letter's text; answers
 * are data, which the caller turns into what its protocol wants. A letter must have been read with the profile of the
 * setup it is asked about with, and findings are those of the letter.
 */
export interface LetterService {
  /** Never fails, whatever the text. */
  parse(text: string, setup: Setup): Letter;
  /** The letter after `replaced` became `replacement`; `text` is the whole new text. */
  edit(letter: Letter, replaced: Span, replacement: string, text: string): Letter;
  /** What the rules find, in the order of the text. */
  check(letter: Letter, setup: Setup): readonly Finding[];
  /** The same while the writer types, at little cost: what the second reader found before, where it is by now. */
  checkWhileTyping(letter: Letter, setup: Setup): readonly Finding[];
  /** What can be done about the findings that touch a range. */
  actions(letter: Letter, findings: readonly Finding[], range: Span): readonly FindingAction[];
  /** Whether there is something for `fixAll` to do. */
  hasSafeFix(findings: readonly Finding[]): boolean;
  /** All safe fixes, until there is none left. */
  fixAll(letter: Letter, setup: Setup): FixedLetter;
  /** What the writer may insert at a place, in the order in which it is to be shown. */
  complete(letter: Letter, setup: Setup, offset: number): Proposals;
  /** What is known of something proposed; null if there is nothing to add. */
  describe(proposal: Proposal, letter: Letter, setup: Setup): HoverCard | null;
  /** What is known of a place. */
  hover(letter: Letter, setup: Setup, findings: readonly Finding[], offset: number): readonly HoverCard[];
  /** The outline. */
  symbols(letter: Letter): readonly LetterSymbol[];
  /** The letter as it is sent, which every form of it is made of. */
  print(letter: Letter, setup: Setup): Printed;
  /** A copy without what identifies a person under a policy. */
  redact(letter: Letter, setup: Setup, policy: Policy): RedactedLetter;
  /** What stands against sending the letter. */
  unfinished(letter: Letter, findings: readonly Finding[]): Unfinished;
  /** How far the letter is from going out; `today` counts where its header gives no date of the decision. */
  readiness(letter: Letter, findings: readonly Finding[], today: Day): Readiness;
  /** The catalogue as a view shows it: every guideline, the sections or pages of one, what words find. */
  readonly catalogue: typeof catalogueTree;
  /** The words by which letters of this style cite something; null where the catalogue does not have it. */
  citation(ref: CitationRef, setup: Setup, style: CitationStyleName): CitationText | null;
  /** The edit that cites something at a place; null where the catalogue does not have it. */
  insertCitation(letter: Letter, setup: Setup, ref: CitationRef, offset: number): TextEdit | null;
  /** What is asked before a letter is begun, what is wrong with an answer, and the letter made of the answers. */
  newLetterForm(setup: Setup): NewLetterForm;
  checkHeaderValue(setup: Setup, values: HeaderValues, label: string): CheckedValue;
  newLetter(setup: Setup, values: HeaderValues, services: readonly string[]): string;
  /** The edits that write the letter, or the lines of a range, in form; what it says stays. */
  format(letter: Letter, style: FormatStyle): readonly TextEdit[];
  formatRange(letter: Letter, range: Span, style: FormatStyle): readonly TextEdit[];
  /** What is put right when something was typed before an offset. */
  formatOnType(letter: Letter, offset: number, typed: TypedCharacter): readonly TextEdit[];
  /** The edits that make markup of text that was copied from a printed letter: of a range, or of all of it. */
  cleanUp(letter: Letter, setup: Setup, range?: Span): readonly TextEdit[];
  /** What to insert at a range instead of what is pasted; null where that is fine as it is. */
  cleanPaste(letter: Letter, setup: Setup, range: Span, pasted: string): string | null;
  /** Makes a letter of a text of any origin and loses no word of it; `others` are profiles it may be meant for. */
  importLetter(text: string, setup: Setup, others?: readonly Profile[]): Imported;
  /** The imported letter with what stood beside the text of its file, as a comment at its end. */
  withBeside(imported: Imported, beside: readonly Beside[], letterhead: readonly string[]): Imported;
  /** What two letters say differently; the setup is that of the second one. */
  compare(before: Letter, after: Letter, setup: Setup): Comparison;
  /** What can be done at a place that is no fix of a problem. */
  refactorings(place: RefactoringPlace): readonly Refactoring[];
  /** What can be folded; some of it may stand on one line. */
  folds(letter: Letter): readonly Fold[];
  /** What means something in the letter, or in a range of it: in order, apart from each other, each on one line. */
  semanticTokens(letter: Letter, setup: Setup, range?: Span): readonly Token[];
  /** What can be renamed at a place: it makes the edits for a new name; or why nothing can. */
  renameTarget(letter: Letter, setup: Setup, offset: number): RenameTarget | Refusal;
  /** Which part of a citation comes next at a place; null where none is being written. */
  signatureHelp(letter: Letter, setup: Setup, offset: number): SignatureHelp | null;
  /** What is shown above lines of the letter, in order. */
  codeLenses(letter: Letter, setup: Setup, findings: readonly Finding[], shows: Display['codeLenses']): readonly Lens[];
  /** What is shown in a range of the letter beside its text, in order. */
  inlayHints(letter: Letter, setup: Setup, range: Span, shows: Display['inlayHints']): readonly Hint[];
  /** What leads to a page of the web. */
  documentLinks(letter: Letter, setup: Setup): readonly LetterLink[];
  /** What the words at a place refer to; null if to nothing that is known. */
  definition(letter: Letter, setup: Setup, offset: number): Definition | null;
  /** Where the letter comes back to what stands at a place; null where nothing is known. */
  references(letter: Letter, setup: Setup, offset: number): References | null;
  /** Wherever the letter says what it says at a place. */
  highlights(letter: Letter, setup: Setup, offset: number): readonly Highlight[];
  /** The places to be typed in together with the one at an offset; none or at least two. */
  linkedEditing(letter: Letter, setup: Setup, offset: number): readonly Span[];
  /** What can be selected around each offset, from small to large. */
  selectionRanges(letter: Letter, setup: Setup, offsets: readonly number[]): readonly (readonly Span[])[];
}

/** `failed` is told of rules that throw; the others go on. */
export function createLetterService(failed: RuleFailure): LetterService {
  return {
    parse: (text, setup) => parseLetter(text, setup.profile),
    edit: editLetter,
    check: (letter, setup) => checkLetter(letter, setup, failed),
    checkWhileTyping: (letter, setup) => checkWhileTyping(letter, setup, failed),
    actions: (letter, findings, range) => findingActions(letter, findings, range, failed),
    hasSafeFix: findings => hasSafeFix(findings, failed),
    fixAll: (letter, setup) => fixAll(letter, setup, failed),
    complete: completionsAt,
    describe: describeProposal,
    hover: hoverCards,
    symbols: letterSymbols,
    print: printLetter,
    redact: (letter, setup, policy) => redacted(letter, setup, policy, failed),
    unfinished,
    readiness,
    catalogue: catalogueTree,
    citation: citationText,
    insertCitation,
    newLetterForm,
    checkHeaderValue: (setup, values, label) => checkHeaderValue(setup, values, label, failed),
    newLetter,
    format: formatLetter,
    formatRange,
    formatOnType,
    cleanUp,
    cleanPaste,
    compare: compareLetters,
    importLetter,
    withBeside,
    refactorings,
    folds: letterFolds,
    semanticTokens,
    inlayHints,
    codeLenses,
    signatureHelp,
    renameTarget,
    definition,
    references,
    documentLinks,
    highlights,
    linkedEditing,
    selectionRanges,
  };
}
