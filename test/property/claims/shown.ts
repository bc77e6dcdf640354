import assert from 'node:assert/strict';
import { defaultDisplay } from '../../../server/src/core/config/display';
import { parseLetter } from '../../../server/src/core/language/letter';
import { checkLetter } from '../../../server/src/core/rules/check';
import { codeLenses } from '../../../server/src/core/services/codeLenses/codeLenses';
import { completionsAt } from '../../../server/src/core/services/completion/complete';
import { definition } from '../../../server/src/core/services/definition';
import { documentLinks } from '../../../server/src/core/services/documentLinks';
import { letterFolds } from '../../../server/src/core/services/folding';
import { highlights } from '../../../server/src/core/services/highlights';
import { hoverCards } from '../../../server/src/core/services/hover';
import { inlayHints } from '../../../server/src/core/services/inlayHints/inlayHints';
import { linkedEditing } from '../../../server/src/core/services/linkedEditing';
import { references } from '../../../server/src/core/services/references';
import { renameTarget } from '../../../server/src/core/services/rename/rename';
import { selectionRanges } from '../../../server/src/core/services/selectionRanges';
import { semanticTokens } from '../../../server/src/core/services/semanticTokens/semanticTokens';
import { signatureHelp } from '../../../server/src/core/services/signatureHelp/signatureHelp';
import { letterSymbols } from '../../../server/src/core/services/symbols';
import type { Setup } from '../../../server/src/core/setup';

/** So many places of a text are asked about, evenly apart. */
const ASKED = 7;

/** Whatever an editor asks of a letter is answered, and what is answered stands within the text. */
export function assertShown(text: string, setup: Setup): void {
  const letter = parseLetter(text, setup.profile);
  const findings = checkLetter(letter, setup);
  const all = { start: 0, end: text.length };
  let last = 0;
  for (const { span } of semanticTokens(letter, setup)) {
    assert.ok(span.start >= last && span.end > span.start && span.end <= text.length, 'tokens in order, apart');
    assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n\f]/);
    last = span.end;
  }
  for (const { offset, card } of inlayHints(letter, setup, all, defaultDisplay.inlayHints)) {
    assert.ok(offset >= 0 && offset <= text.length);
    card();
  }
  for (const { span } of codeLenses(letter, setup, findings, defaultDisplay.codeLenses)) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  }
  letterSymbols(letter);
  letterFolds(letter);
  documentLinks(letter, setup);
  for (let place = 0; place <= ASKED; place++) {
    const offset = Math.floor((place / ASKED) * text.length);
    hoverCards(letter, setup, findings, offset);
    completionsAt(letter, setup, offset);
    signatureHelp(letter, setup, offset);
    renameTarget(letter, setup, offset);
    definition(letter, setup, offset);
    references(letter, setup, offset);
    highlights(letter, setup, offset);
    linkedEditing(letter, setup, offset);
    for (const ranges of selectionRanges(letter, setup, [offset])) {
      for (const { start, end } of ranges)
        assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, `selection at ${offset}`);
    }
  }
}
