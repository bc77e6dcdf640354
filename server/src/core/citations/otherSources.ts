import type { Span } from '../text/span';
import type { OtherSources } from './model';
import type { Reading } from './scan';

/** Reads the free text that names other sources. */
export function readOtherSources(reading: Reading, body: Span): OtherSources {
  return { span: body, text: reading.text.slice(body.start, body.end), sources: [], unnamed: false };
}
