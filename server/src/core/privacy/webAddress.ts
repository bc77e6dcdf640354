import type { Span } from '../text/span';

/** The address of a page. */
export interface WebAddress {
  readonly span: Span;
  /** It leads to one person's page, whatever the page is cited for. */
  readonly isPersonal: boolean;
}

const URL = /(?<!\w)(?:https?:\/\/|www\.)[^\s<>"\u201c\u201d]{3,2000}/gi;
const PERSONAL = /\/~|\/(?:users?|profiles?)\/|[/.](?:facebook|instagram|linkedin|twitter|tiktok|youtube|x)\.com\/./i;
const IP = /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\w/]|\.\d)/g;
const IP_LABEL = /\bip(?:v[46])?(?: address)?[ :]{1,3}(?:is |was )?$/i;
/** Numbers of sections look alike, but are smaller. */
const LEAST_DIGITS = 7;

/** Addresses of pages. Linear. */
export function webAddressesIn(text: string): WebAddress[] {
  return [...text.matchAll(URL)].map(({ index, 0: whole }) => {
    const address = whole.replace(/[.,;:!?)\]'\u2019]{1,9}$/, '');
    return { span: { start: index, end: index + address.length }, isPersonal: PERSONAL.test(address) };
  });
}

/** Addresses of computers (IPv4). Linear. */
export function computerAddressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: address } of text.matchAll(IP)) {
    const isLabelled = IP_LABEL.test(text.slice(Math.max(0, index - 24), index));
    if (isLabelled || address.replace(/\D/g, '').length >= LEAST_DIGITS) {
      found.push({ start: index, end: index + address.length });
    }
  }
  return found;
}
