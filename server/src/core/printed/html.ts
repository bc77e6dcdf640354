import type { PrintedBlock, PrintedRow, Run } from './printed';

/**
 * A block as HTML: elements with classes, and text. Nothing of the letter is read as HTML, so the result holds no
 * attribute, address, style or script of its own.
 */
export function blockHtml(block: PrintedBlock): string {
  switch (block.kind) {
    case 'header':
      return `<table class="letter-header"><tbody>${block.rows.map(rowHtml).join('')}</tbody></table>`;
    case 'heading':
      return `<h2 class="letter-heading">${runsHtml(block.runs)}</h2>`;
    case 'title':
      return `<h3 class="letter-title">${titleHtml(block.runs, block.decision)}</h3>`;
    case 'field':
      return `<p class="letter-field">${labelHtml(block.label)}${block.runs.length > 0 ? ` ${runsHtml(block.runs)}` : ''}</p>`;
    case 'paragraph':
      return `<p class="letter-paragraph">${runsHtml(block.runs)}</p>`;
    case 'list':
      return `<ul class="letter-list">${block.items.map(item => `<li>${runsHtml(item)}</li>`).join('')}</ul>`;
  }
}

/** Text that is read as nothing but text, also within an attribute's quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, escaped);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** What a page cannot hold is shown as a character that cannot be shown. */
function escaped(character: string): string {
  return entities[character] ?? '\ufffd';
}

function rowHtml({ label, value }: PrintedRow): string {
  return `<tr><th scope="row">${escapeHtml(label)}:</th><td>${runsHtml(value)}</td></tr>`;
}

function titleHtml(runs: readonly Run[], decision: readonly Run[]): string {
  if (decision.length === 0) return runsHtml(runs);
  return `${runsHtml(runs)}: <span class="letter-decision">${runsHtml(decision)}</span>`;
}

function labelHtml(label: string): string {
  return `<span class="letter-label">${escapeHtml(label)}:</span>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml({ text, strong, emphasis, placeholder }: Run): string {
  let html = escapeHtml(text);
  if (placeholder) html = `<mark class="letter-placeholder">${html}</mark>`;
  if (emphasis) html = `<em>${html}</em>`;
  return strong ? `<strong>${html}</strong>` : html;
}
