import type { GuidelineGrammar } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { type CitationStyleName, letterFacts } from '../../language/facts';
import { t } from '../../words/translate';
import { citedSoFar, type LineSoFar } from '../completion/guidelineLine';
import { type PartsKnown, partsKnown } from './partsKnown';
import { type Signature, type SignatureHelp, signatureOf } from './signature';

/** One way to cite the standard: its signature, and which of its parts is being written. */
interface Form {
  readonly kind: 'section' | 'topic' | 'chapter';
  readonly signature: Signature;
  readonly active: (state: State) => number;
}

/** What of a citation is there already. */
interface State {
  readonly cited: Citation | null;
  /** What stands behind it is no more than white space, a comma, or the beginning of a label. */
  readonly isBehind: boolean;
}

/** Within the citations of the standard; `list` is what stands behind the words that introduce them. */
export function standardHelp(line: LineSoFar, list: string, grammar: GuidelineGrammar): SignatureHelp | null {
  if (hasEnded(list, grammar)) return null;
  const { letter, setup } = line.place;
  const { denialDate, style } = letterFacts(letter);
  const state = stateOf(line, list, grammar);
  const forms = formsOf(grammar, partsKnown(state.cited, denialDate, setup.catalogue));
  const active = Math.max(
    0,
    forms.findIndex(({ kind }) => kind === kindOf(state.cited, style)),
  );
  const form = forms[active];
  if (!form) return null;
  return { signatures: forms.map(({ signature }) => signature), active, activePart: form.active(state) };
}

/** A full stop ends the citations, but not one that belongs to a label such as "pp." */
function hasEnded(list: string, { labels, line }: GuidelineGrammar): boolean {
  const text = list.trimEnd().toLowerCase();
  if (!text.endsWith('.')) return false;
  const aliases = [...(line.pageStyle?.aliases ?? []), ...(line.sectionStyle?.aliases ?? [])];
  const words = [...labels.map(({ word }) => word), ...aliases.map(alias => alias.toLowerCase())];
  return !words.some(word => word.endsWith('.') && text.endsWith(` ${word}`));
}

function stateOf(line: LineSoFar, list: string, grammar: GuidelineGrammar): State {
  const all = citedSoFar(line);
  const last = all.at(-1);
  if (list.trim() === '' || !last) return { cited: null, isBehind: false };
  const behind = line.text.slice(last.span.end);
  if (joiners(grammar).some(joiner => behind.toLowerCase().trimEnd().endsWith(joiner))) {
    return { cited: null, isBehind: false };
  }
  const before = all.at(-2);
  // "…, Sect" is the beginning of a label rather than another guideline.
  if (before && !last.nameKnown && beginsLabel(last.text, grammar)) return { cited: before, isBehind: true };
  return { cited: last, isBehind: behind !== '' };
}

/** Words between two citations; a comma alone may also stand before a label. */
function joiners({ line }: GuidelineGrammar): string[] {
  return [line.sectionStyle?.joiner ?? '', line.pageStyle?.joiner ?? '']
    .map(joiner => joiner.trim().toLowerCase())
    .filter(joiner => /\p{L}/u.test(joiner));
}

function beginsLabel(text: string, { labels }: GuidelineGrammar): boolean {
  const typed = text.toLowerCase().replace(/:$/, '');
  return labels.some(({ word }) => word.startsWith(typed));
}

function kindOf(cited: Citation | null, style: CitationStyleName | null): Form['kind'] {
  if (cited?.label?.kind === 'section') return 'section';
  if (cited?.head || (cited && cited.chapter !== null)) return 'chapter';
  if (cited?.label?.kind === 'page') return 'topic';
  if (cited && cited.year !== null) return 'section';
  return style === 'page' ? 'topic' : 'section';
}

function formsOf({ line }: GuidelineGrammar, known: PartsKnown): Form[] {
  const { sectionStyle, pageStyle, chapterHeads, chapterLabel, familyHeads } = line;
  const forms: Form[] = [];
  const guideline = { name: t('guideline'), documentation: known.guideline };
  const pages = { name: t('page'), documentation: known.page };
  if (sectionStyle) {
    const label = {
      name: sectionStyle.label,
      documentation: t('"{0}" stands before the sections.', sectionStyle.label),
    };
    const year = { name: t('year'), documentation: known.year };
    const section = { name: t('section'), documentation: known.section };
    const signature = signatureOf(t('A guideline with its sections.'), [
      guideline,
      ' ',
      year,
      ', ',
      label,
      ' ',
      section,
    ]);
    forms.push({ kind: 'section', signature, active: sectionPart });
  }
  if (!pageStyle) return forms;
  const label = { name: pageStyle.label, documentation: t('"{0}" stands before the pages.', pageStyle.label) };
  if (chapterHeads[0]) {
    const head = { name: chapterHeads[0], documentation: t('The source whose chapter is cited.') };
    const chapter = { name: t('{0} number', chapterLabel), documentation: t('The number of the chapter.') };
    const title = { name: t('title'), documentation: t('The title of the chapter.') };
    const pieces = [head, ' ', chapter, ' ', title, ' ', label, ' ', pages];
    forms.push({
      kind: 'chapter',
      signature: signatureOf(t('A chapter with its pages.'), pieces),
      active: chapterPart,
    });
  }
  if (familyHeads.length > 0) {
    const topic = { name: t('topic'), documentation: known.topic };
    const pieces = [guideline, ' ', topic, ' ', label, ' ', pages];
    forms.push({ kind: 'topic', signature: signatureOf(t('A topic with its pages.'), pieces), active: topicPart });
  }
  return forms;
}

function sectionPart({ cited, isBehind }: State): number {
  if (!cited) return 0;
  if (cited.label) return 3;
  if (cited.yearSpan) return isBehind ? 2 : 1;
  return cited.nameKnown && isBehind ? 1 : 0;
}

function chapterPart({ cited, isBehind }: State): number {
  if (!cited) return 0;
  if (cited.label) return 4;
  if (cited.chapter === null) return isBehind ? 1 : 0;
  if (cited.title === '') return isBehind ? 2 : 1;
  return cited.nameKnown && isBehind ? 3 : 2;
}

function topicPart({ cited, isBehind }: State): number {
  if (!cited) return 0;
  if (cited.label) return 3;
  if (cited.sections.length > 0) return cited.sections.some(({ known }) => known) && isBehind ? 2 : 1;
  return cited.guideline && isBehind ? 1 : 0;
}
