import type { Beside } from '../../messages';
import { childOf, elementsOf, isOn, valOf, type XmlElement } from './xml';

interface OpenField {
  /** What Word is told to put here. */
  code: string;
  inResult: boolean;
  /** Something of it stands on paper. */
  result: boolean;
  /** Text where there should be none: in what Word is told. */
  swallowed: string;
  readonly form: XmlElement | null;
}

/**
 * The fields of one story, which may go over several paragraphs: of each, the result that stands on paper is text, and
 * what Word is told is not. Nothing is worked out and nothing fetched.
 */
export class Fields {
  private readonly open: OpenField[] = [];
  /** How many of them are not yet at their result. */
  private hiding = 0;

  constructor(private readonly beside: Beside[]) {}

  /** Whether text read now stands on paper; what does not is kept for the report. */
  prints(text: string): boolean {
    const field = this.open.at(-1);
    if (field && this.hiding > 0) field.swallowed += text;
    else if (field) field.result ||= text.trim() !== '';
    return this.hiding === 0;
  }

  instruct(code: string): void {
    const field = this.open.at(-1);
    if (field) field.code += code;
  }

  /** A mark of a field; the text that a form's box shows at its end. */
  mark(mark: XmlElement): string {
    const type = mark.attributes.get('w:fldCharType');
    const field = this.open.at(-1);
    if (type === 'begin') {
      const form = childOf(mark, 'w:ffData');
      this.open.push({ code: '', inResult: false, result: false, swallowed: '', form });
      this.hiding++;
    } else if (type === 'separate' && field && !field.inResult) {
      field.inResult = true;
      this.hiding--;
    } else if (type === 'end' && field) {
      this.open.pop();
      if (!field.inResult) this.hiding--;
      const around = this.open.at(-1);
      if (around) around.result ||= field.result;
      const shown = field.result ? '' : formText(field.form);
      if (shown === '') this.report(field);
      return shown;
    }
    return '';
  }

  /** At the end of the story: a field that is still open has kept text from being read. */
  close(): void {
    this.hiding = 0;
    for (const field of this.open.splice(0)) this.report({ ...field, result: false });
  }

  private report({ code, result, swallowed }: OpenField): void {
    const text = `${result ? '' : code} ${swallowed}`.trim();
    if (text !== '' && !/^(?:NUM|SECTION)?PAGES?\b/i.test(text)) this.beside.push({ what: 'field', page: null, text });
  }
}

/** A box to be ticked, or the entry chosen from a list. */
function formText(form: XmlElement | null): string {
  const box = childOf(form, 'w:checkBox');
  if (box) return isOn(box, childOf(box, 'w:checked') ? 'w:checked' : 'w:default') ? '☒' : '☐';
  const list = childOf(form, 'w:ddList');
  if (!list) return '';
  const entries = elementsOf(list).filter(child => child.name === 'w:listEntry');
  return entries[Number(valOf(list, 'w:result') ?? 0)]?.attributes.get('w:val') ?? '';
}
