/** What begins a list line. */
export interface ListMark {
  /** As it is written. */
  readonly mark: string;
  /** As the markup writes it. */
  readonly written: string;
  /** Of a numbered list; null in others. */
  readonly number: number | null;
}

const BULLET = /^[\u2022\u25e6\u2023\u25aa\u25cf\u25cb]/;
const NUMBER = /^\(?(\d{1,2})[.)]$/;

/** The mark that a line's first word is or, where a bullet stands right before it, begins with. */
export function listMark(word: string): ListMark | null {
  if (word === '-' || word === '*' || word === '+') return { mark: word, written: '-', number: null };
  if (BULLET.test(word)) return { mark: word.charAt(0), written: word.length > 1 ? '- ' : '-', number: null };
  const number = NUMBER.exec(word);
  return number ? { mark: word, written: word, number: Number(number[1]) } : null;
}

/** Where in a list the text stands that is read line by line. */
export class ListState {
  private isOpen = false;
  /** The number that would carry on the list; 0 outside of one. */
  private next = 0;

  end(): void {
    this.isOpen = false;
    this.next = 0;
  }

  /**
   * Whether the word that begins a line marks a list. A number does where it is the list's next, other marks but the
   * surest where a list is open or `mayBegin`: a line of prose may be broken before them.
   */
  read(word: string, mayBegin: boolean): boolean {
    const list = listMark(word);
    if (!list) return false;
    if (list.number === null) {
      this.isOpen ||= mayBegin || list.mark === '-' || BULLET.test(list.mark);
      return this.isOpen;
    }
    const isNext = list.number === this.next || (list.number === 1 && (mayBegin || this.isOpen));
    if (isNext) this.next = list.number + 1;
    return isNext;
  }
}
