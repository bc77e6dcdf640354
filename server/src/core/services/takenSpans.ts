import { type Span, touches } from '../text/span';

/** Spans of which none touches another. */
export class TakenSpans {
  /** In the order of the text. */
  private readonly spans: Span[] = [];

  isFree(span: Span): boolean {
    const index = this.placeOf(span);
    return [this.spans[index - 1], this.spans[index]].every(taken => !taken || !touches(taken, span));
  }

  take(span: Span): void {
    this.spans.splice(this.placeOf(span), 0, span);
  }

  /** Behind the spans that start before this one. */
  private placeOf({ start }: Span): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
