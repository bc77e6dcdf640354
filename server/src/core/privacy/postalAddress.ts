import type { Span } from '../text/span';

/** A number and one to four words with a capital or a digit before the word for a street. */
const STREET = new RegExp(
  [
    String.raw`(?<![\w.,/#-])\d{1,6}(?:-\d{1,4}|[A-Za-z])?`,
    String.raw` (?:(?:[NSEW]|[NS][EW]|[NSEW]\.|North|South|East|West|[NS]\.[EW]\.) )?`,
    String.raw`((?:(?:[A-Z][A-Za-z'\u2019-]{1,24}\.?|\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)) ){1,4})`,
    String.raw`(Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|STREET|ST|AVENUE|AVE|ROAD|RD|DRIVE|BOULEVARD|BLVD|LANE|COURT|HIGHWAY)(?![\w'\u2019-])`,
  ].join(''),
  'g',
);
const UNIT = /\.?,? ?(?:#|Apt\.?|Apartment|Suite|Ste\.?|Unit|Floor|Room) ?#?[A-Za-z0-9-]{1,6}/y;
/** Any letter case will do where the words before say that an address follows. */
const ANNOUNCED =
  /\b(?:address|resid(?:es|ed|ing)|liv(?:es|ed|ing)|located)[ :]{1,2}(?:(?:is|was|at|of)[ :]{1,2}){0,2}(\d{1,6} (?:[\w'\u2019.-]{1,24} ){1,4}(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|way|place|pl))(?!\w)/gi;
const BOX = /(?<!\w)(?:P\.? ?O\.? ?Box|Post Office Box|PO BOX) ?#?\d{1,8}(?!\w)/gi;

/** The abbreviation of a state, with the digits its ZIP codes begin with. */
const ZIP =
  /(?<=[A-Za-z]{2}\.?, )(?:(CT|MA|ME|NH|NJ|RI|VT) 0|(DE|NY|PA) 1|(DC|MD|NC|SC|VA|WV) 2|(AL|FL|GA|MS|TN) 3|(IN|KY|MI|OH) 4|(IA|MN|MT|ND|SD|WI) 5|(IL|KS|MO|NE) 6|(AR|LA|OK|TX) 7|(AZ|CO|ID|NM|NV|UT|WY) 8|(AK|CA|HI|OR|WA) 9)\d{4}(?:-\d{4})?(?![\w-])/g;
const NAMED_ZIP = /(?<!\w)zip(?: ?code)?[ :#]{1,3}(?:is |of )?(\d{5}(?:-\d{4})?)(?!\w)/gi;
const STATE_AND_CITY = /(?:[A-Z][A-Za-z.'\u2019-]{1,24} ){0,3}[A-Z][A-Za-z'\u2019-]{1,24}, $/;

/** Addresses of people and places: streets, boxes, ZIP codes with their towns. Linear. */
export function postalAddressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(STREET)) {
    const { index, 0: street } = match;
    if (!isStreet(text, index + street.length, match[2] ?? '')) continue;
    UNIT.lastIndex = index + street.length;
    const unit = UNIT.exec(text)?.[0] ?? '';
    found.push({ start: index, end: index + street.length + unit.length });
  }
  for (const { index, 0: whole, 1: address = '' } of text.matchAll(ANNOUNCED)) {
    found.push({ start: index + whole.length - address.length, end: index + whole.length });
  }
  for (const { index, 0: box } of text.matchAll(BOX)) found.push({ start: index, end: index + box.length });
  for (const { index, 0: zip } of text.matchAll(ZIP)) {
    const town = STATE_AND_CITY.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? '';
    found.push({ start: index - town.length, end: index + zip.length });
  }
  for (const { index, 0: whole, 1: zip = '' } of text.matchAll(NAMED_ZIP)) {
    found.push({ start: index + whole.length - zip.length, end: index + whole.length });
  }
  return found;
}

/** "Dr." may be a doctor's title, "St." a saint's; a newspaper is named after a street. */
function isStreet(text: string, end: number, word: string): boolean {
  const behind = text.slice(end, end + 24);
  if (word === 'Dr') return !/^\.? [A-Z][a-z]+(?! ?,)/.test(behind);
  if (word === 'St') return !/^\.? [A-Z][a-z]+'s?/.test(behind);
  // "CT" in small letters, and a maker of walkers.
  return !/^ (?:Journal|Medical|scan|of|with|without|guided|myelogram)(?!\w)/.test(behind);
}
