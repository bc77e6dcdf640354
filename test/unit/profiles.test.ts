import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, profileSchema } from '../../server/src/core/profile/schema';

const folder = 'server/data/profiles';
const files = readdirSync(folder).filter(name => name.endsWith('.json'));

function read(file: string): Profile {
  return profileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** Names as the parser looks them up. */
function squeezed(definitions: readonly { readonly label: string; readonly aliases: readonly string[] }[]): string[] {
  return definitions.flatMap(d => [d.label, ...d.aliases]).map(name => name.toLowerCase().replace(/\s+/g, ''));
}

function assertDistinct(names: readonly string[]): void {
  assert.deepEqual(names, [...new Set(names)]);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '');
}

function assertPlaceholders(texts: readonly string[], allowed: readonly string[]): void {
  for (const text of texts)
    for (const name of placeholders(text)) assert.ok(allowed.includes(name), `{${name}} in: ${text}`);
}

describe('built-in profiles', () => {
  it('are there', () => {
    assert.ok(files.length >= 2, `only ${files.join(', ')}`);
  });

  for (const file of files) {
    describe(file, () => {
      it('is what the schema says', () => {
        const result = profileSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        assert.deepEqual(result.error?.issues ?? [], []);
      });

      it('bears the id that its file is named by', () => {
        assert.equal(`${read(file).id}.json`, file);
      });

      it('names everything once', () => {
        const { sections, items, header, credentials } = read(file);
        assertDistinct(squeezed(sections.map(s => ({ label: s.heading, aliases: s.aliases }))));
        assertDistinct(squeezed(header.fields));
        const inSections = [...credentials.fields, ...(items.caseDecision ? [items.caseDecision] : [])];
        assertDistinct(squeezed([...items.fields, ...inSections]));
        const words = [...items.decisions, ...items.wrongDecisions].map(d => ({ label: d.word, aliases: [] }));
        assertDistinct(squeezed(words));
      });

      it('has no section whose heading is also a label', () => {
        const { sections, items, credentials } = read(file);
        const labels = [...items.fields, ...credentials.fields, ...(items.caseDecision ? [items.caseDecision] : [])];
        const headings = squeezed(sections.map(s => ({ label: s.heading, aliases: s.aliases })));
        assert.deepEqual(
          headings.filter(heading => squeezed(labels).includes(heading)),
          [],
        );
      });

      it('has the sections that every check builds on', () => {
        const kinds = read(file).sections.map(section => section.kind);
        for (const kind of ['how-made', 'summary', 'issues'] as const) {
          assert.equal(kinds.filter(k => k === kind).length, 1, kind);
        }
      });

      it('asks for a reason with every item, and has a decision either way', () => {
        const { fields, decisions, per, caseDecision } = read(file).items;
        assert.ok(fields.some(field => field.role === 'rationale' && field.required));
        const outcomes = decisions.map(decision => decision.outcome);
        assert.ok(outcomes.includes('uphold') && outcomes.includes('overturn'));
        assert.equal(caseDecision !== null, per === 'case');
      });

      it('has a conclusion for every decision', () => {
        for (const { word, conclusion } of read(file).items.decisions) assert.ok(conclusion.length > 0, word);
      });

      it('orders and counts by dates that the header has', () => {
        const { header, clock } = read(file);
        const dates: string[] = header.fields.filter(field => field.kind === 'date').map(field => field.role);
        for (const role of header.order.flat()) assert.ok(dates.includes(role), role);
        if (clock) assert.ok(dates.includes(clock.from), clock.from);
      });

      it('lists the values of every word field', () => {
        for (const field of read(file).header.fields) {
          assert.equal(field.values.length > 0, field.kind === 'word', field.label);
        }
      });

      it('uses in its wording only placeholders that are filled', () => {
        const { sections, credentials, items, advisories } = read(file);
        assertPlaceholders(
          sections.map(s => s.leadIn),
          ['organisation'],
        );
        assertPlaceholders(credentials.prose, ['specialty', 'licensure']);
        assertPlaceholders(
          items.decisions.flatMap(d => d.conclusion),
          ['item'],
        );
        assertPlaceholders(items.dependsOn === null ? [] : [items.dependsOn], ['item', 'decision']);
        assertPlaceholders(
          advisories.map(a => a.text),
          [],
        );
      });

      it('leaves no template text of its own in standard wording', () => {
        const { sections, advisories, templateText } = read(file);
        for (const text of [...sections.map(s => s.leadIn), ...advisories.map(a => a.text)]) {
          for (const unresolved of templateText) assert.ok(!text.includes(unresolved), `${unresolved} in: ${text}`);
        }
      });
    });
  }
});
