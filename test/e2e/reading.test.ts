import { assert } from 'chai';
import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type MarkdownString,
  Position,
  type TextDocument,
} from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, cleanLetter } from './harness/problems';

const citation = 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004';

describe('a letter that is read', () => {
  afterEach(closeEditors);

  it('tells of a citation in a hover', async () => {
    const document = await openLetter('hover.letter', await cleanLetter());
    const text = await hover(document, behind(document, citation).translate(0, -10));
    assert.include(text, 'Knee Complaints');
    assert.include(text, 'in force');
  });

  it('tells of a label in a hover', async () => {
    const document = await openLetter('hover-label.letter', await cleanLetter());
    assert.include(await hover(document, behind(document, '\nMAXIMUS gui')), 'MAXIMUS guideline');
  });

  it('has an outline of sections, and of items with their decisions', async () => {
    const document = await openLetter('outline.letter', await cleanLetter());
    const symbols = await waitFor('an outline', async () => {
      const all = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return all && all.length > 0 ? all : undefined;
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      [
        'Header',
        'HOW THE IMR FINAL DETERMINATION WAS MADE',
        'CLINICAL CASE SUMMARY',
        'IMR ISSUES, DECISIONS AND RATIONALES',
      ],
    );
    const [item] = symbols.at(-1)?.children ?? [];
    assert(item);
    assert.equal(item.name, 'MRI of the right knee without contrast');
    assert.equal(item.detail, 'Overturned');
    assert.equal(document.getText(item.selectionRange), item.name);
  });

  it('folds its sections and items', async () => {
    const document = await openLetter('folding.letter', await cleanLetter());
    const lines = document.getText().split('\n');
    const folds = await waitFor('folds', async () => {
      const all = await commands.executeCommand<FoldingRange[] | undefined>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return all && all.length > 0 ? all : undefined;
    });
    const isFolded = (first: string, last: string) =>
      folds.some(({ start, end }) => lines[start]?.startsWith(first) && lines[end]?.startsWith(last));
    assert.isTrue(isFolded('# CLINICAL', 'On 09/12/2016'));
    assert.isTrue(isFolded('## MRI of', 'Decision rationale: The knee'));
    assert.isTrue(isFolded('# IMR ISSUES', 'This decision is about'));
  });

  it('is written with snippets', async () => {
    const document = await openLetter('snippets.letter', '');
    for (const prefix of ['letter', 'letter-2014', 'item', 'item-part', 'tapering', 'fed-letter']) {
      await waitFor(`the snippet ${prefix}`, async () => {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new Position(0, 0),
        );
        return items.some(({ label }) => typeof label !== 'string' && label.label === prefix) ? true : undefined;
      });
    }
  });
});

/** All that the hover says at a place. */
function hover(document: TextDocument, position: Position): Promise<string> {
  return waitFor('a hover', async () => {
    const hovers = await commands.executeCommand<Hover[] | undefined>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const contents = (hovers ?? []).flatMap(each => each.contents as MarkdownString[]);
    return contents.length > 0 ? contents.map(({ value }) => value).join('\n') : undefined;
  });
}
