/** The elements of which a letter's blocks are made. */
const known: ReadonlySet<string> = new Set(
  'table tbody thead tr th td h1 h2 h3 h4 p ul ol li strong em b i mark span div dl dt dd br'.split(' '),
);

/**
 * The nodes of a block. What comes is escaped already; should anything else be in it, all of it is shown as text: a
 * letter brings no script, style, picture or link.
 */
export function blockNodes(html: string): DocumentFragment {
  const template = document.createElement('template');
  // Nothing runs and nothing is loaded in a template.
  template.innerHTML = html;
  if ([...template.content.querySelectorAll('*')].every(isHarmless)) return template.content;
  const fragment = document.createDocumentFragment();
  const text = document.createElement('p');
  text.textContent = html;
  fragment.append(text);
  return fragment;
}

function isHarmless(element: Element): boolean {
  return known.has(element.localName) && [...element.attributes].every(({ name }) => allowed.has(name));
}

const allowed: ReadonlySet<string> = new Set(['class', 'scope', 'lang']);
