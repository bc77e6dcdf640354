import { assert } from 'chai';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionItemLabel,
  type CompletionList,
  commands,
  MarkdownString,
  Range,
  type TextDocument,
} from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, letterWith } from './harness/problems';

const mri = '## MRI of the right knee without contrast';
const reviewersLine = 'MAXIMUS guideline: Decision based on MTUS ';
const cited = 'Knee Complaints 2004, Section(s): Special Studies.';

describe('completion', () => {
  afterEach(closeEditors);

  it('proposes the decisions behind the colon of a title', async () => {
    const document = await openLetter('decision.letter', await letterWith(`${mri}: Overturned`, `${mri}: `));
    const items = await proposals(document, `${mri}: `, CompletionItemKind.EnumMember);
    assert.deepEqual(items.map(nameOf), ['Upheld', 'Overturned']);
  });

  it('proposes citations, the likeliest for the item first, complete with the section, and tells of them', async () => {
    const document = await openLetter('citation.letter', await letterWith(reviewersLine + cited, reviewersLine));
    const [first] = await proposals(document, reviewersLine, CompletionItemKind.Reference);
    assert(first);
    assert.equal(nameOf(first), 'Knee Complaints 2004');
    assert.equal((first.label as CompletionItemLabel).detail, ', Section(s): Special Studies');
    assert.equal(textOf(first), cited);
    assert(first.documentation instanceof MarkdownString);
    assert.include(first.documentation.value, 'Special Studies');
  });

  it('finds a citation by a word of what is typed', async () => {
    const typed = `${reviewersLine}locking knee`;
    const document = await openLetter('typed.letter', await letterWith(reviewersLine + cited, typed));
    const items = await proposals(document, typed, CompletionItemKind.Reference);
    assert.include(items.slice(0, 5).map(nameOf), 'Knee Complaints 2004');
    const [first] = items;
    assert(first?.range instanceof Range);
    assert.equal(document.getText(first.range), 'locking knee');
  });

  it('proposes the sections of the guideline that is cited', async () => {
    const typed = `${reviewersLine}Knee Complaints 2004, Section(s): `;
    const document = await openLetter('section.letter', await letterWith(reviewersLine + cited, typed));
    const items = await proposals(document, typed, CompletionItemKind.Value);
    assert.include(items.map(nameOf), 'Initial Care');
  });

  it('proposes the labels that an item lacks', async () => {
    const document = await openLetter('label.letter', await letterWith(reviewersLine + cited, ''));
    const items = await proposals(document, 'Section(s): Special Studies.\n\n', CompletionItemKind.Field);
    assert.deepEqual(items.map(nameOf), ['MAXIMUS guideline']);
  });

  it('proposes the sentence that states the finding', async () => {
    const sentence = 'Therefore, the request for MRI of the right knee without contrast is medically necessary.';
    const document = await openLetter('finding.letter', await letterWith(sentence, ''));
    const [first] = await proposals(document, 'if the study shows one. ', CompletionItemKind.Text);
    assert.equal(first && nameOf(first), sentence);
  });
});

/** What is proposed of a kind behind a text of the letter, in the order in which it is shown; the first described. */
function proposals(document: TextDocument, text: string, kind: CompletionItemKind): Promise<CompletionItem[]> {
  const position = behind(document, text);
  return waitFor('proposals', async () => {
    const resolved = 1;
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      resolved,
    );
    const items = list.items.filter(item => item.kind === kind);
    return items.length > 0 ? items : undefined;
  });
}

function nameOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf({ insertText }: CompletionItem): string | undefined {
  return typeof insertText === 'string' ? insertText : insertText?.value;
}
