import { element } from './elements';
import { Letter } from './letter';
import { type FromPage, readToPage, type ToPage } from './messages';
import { firstBelow, fractionAt, lineAt, topOfLine, wordAt } from './places';

/* The page of a preview: shows the letter as the extension tells it, and tells the extension what its reader does. */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: { uri: string }): void };

const editor = acquireVsCodeApi();
const notice = element('notice');
const letter = new Letter(element('letter'));
let resultId: string | null = null;
/** Where the page was scrolled to from here: what comes to another place was scrolled by its reader. */
let expected = 0;
let isTelling = false;

editor.setState({ uri: document.body.dataset['uri'] ?? '' });
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message) receive(message);
});
addEventListener('scroll', tellScrolled, { passive: true });
document.fonts.addEventListener('loadingdone', () => keepingPlace(() => letter.renew()));
addEventListener('dblclick', ({ target, clientX, clientY }) => goToBlock(target, clientX, clientY));
addEventListener('click', ({ target }) => goToProblem(target));
addEventListener('keydown', onKey);
addEventListener('focusin', ({ target }) => rememberFocus(target));
editor.postMessage({ type: 'ready' });

function receive(message: ToPage): void {
  switch (message.type) {
    case 'letter':
      // An answer was missed: all of it is needed.
      if (!message.letter.isWhole && message.previousResultId !== resultId) editor.postMessage({ type: 'ready' });
      else {
        resultId = message.letter.resultId;
        keepingPlace(() => letter.show(message.letter));
        editor.postMessage({ type: 'shown', version: message.letter.version });
      }
      break;
    case 'problems':
      letter.showProblems(message.problems);
      break;
    case 'scroll':
      scrollToLine(message.line);
      break;
    case 'appearance':
      document.body.dataset['appearance'] = message.appearance;
      break;
    case 'notice':
      notice.hidden = message.text === null;
      notice.textContent = message.text;
  }
}

/** Whatever changes above what is read, that stays where it is on the screen. */
function keepingPlace(change: () => void): void {
  const anchor = scrollY > 0 ? letter.blocks[firstBelow(letter.blocks, 0)]?.element : undefined;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  const moved = anchor?.isConnected ? anchor.getBoundingClientRect().top - before : 0;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
  expected = scrollY;
  offerFocus();
}

function scrollToLine(line: number): void {
  const [first] = letter.blocks;
  const top = first && line > first.first ? topOfLine(letter.blocks, line) : -scrollY;
  if (top === null) return;
  scrollTo({ top: scrollY + top, behavior: 'instant' });
  expected = scrollY;
}

/** At most once a frame. */
function tellScrolled(): void {
  if (Math.abs(scrollY - expected) <= 1 || isTelling) return;
  isTelling = true;
  requestAnimationFrame(() => {
    isTelling = false;
    expected = scrollY;
    editor.postMessage({ type: 'scrolled', line: scrollY === 0 ? 0 : lineAt(letter.blocks, 0) });
  });
}

function goToBlock(target: EventTarget | null, x: number, y: number): void {
  const block = target instanceof Element && !target.closest('button') ? letter.blockOf(target) : undefined;
  if (!block) return;
  const { first, last } = block;
  editor.postMessage({ type: 'goToBlock', first, last, fraction: fractionAt(block, y), word: wordAt(block, x, y) });
}

function goToProblem(target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest<HTMLElement>('button.problem') : null;
  if (!button) return;
  const { line, character } = button.dataset;
  editor.postMessage({ type: 'goToProblem', line: Number(line), character: Number(character) });
}

/** Enter leads to the place in the letter, the arrows from block to block. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  const block = target instanceof HTMLElement && target.matches('.block') ? letter.blockOf(target) : undefined;
  if (!block || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (key !== 'Enter' && step === 0) return;
  event.preventDefault();
  if (step !== 0) letter.blocks[letter.blocks.indexOf(block) + step]?.element.focus();
  else editor.postMessage({ type: 'goToBlock', first: block.first, last: block.last, fraction: 0, word: null });
}

/** One block can be reached by the tabulator: the one that was focused last, or the first. */
function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || !target.matches('.block')) return;
  for (const each of document.querySelectorAll<HTMLElement>('.block[tabindex="0"]')) each.tabIndex = -1;
  target.tabIndex = 0;
}

function offerFocus(): void {
  const [first] = letter.blocks;
  if (first && !document.querySelector('.block[tabindex="0"]')) first.element.tabIndex = 0;
}
