import { existsSync, readFileSync } from 'node:fs';
import { formatJson } from '../lib/generated.mjs';
import { language } from './extension';
import { settings } from './settings';
import { type Bundle, Texts } from './texts';
import { tokenContributions, tokenKeys } from './tokens';

/** Keys that begin so are generated; the other texts of the manifest are written by hand, as the rest of it is. */
const generatedKeys = ['settings.', tokenKeys];
const languages = ['es'];

/** The parts of the manifest that follow from the schemas and the rules, and their texts; the others stay as they are. */
export function outputs(): Record<string, string> {
  const texts = new Texts();
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
  manifest['contributes'] = {
    ...manifest['contributes'],
    configuration: settings(texts),
    configurationDefaults: {
      [`[${language}]`]: {
        'editor.wordWrap': 'on',
        'editor.wordBasedSuggestions': 'off',
        'editor.semanticHighlighting.enabled': true,
      },
    },
    ...tokenContributions(texts),
    jsonValidation: [
      { fileMatch: 'letters.config.json', url: './server/data/schemas/config.schema.json' },
      { fileMatch: '*.letters-catalogue.json', url: './server/data/schemas/catalogue.schema.json' },
      { fileMatch: '*.letters-profile.json', url: './server/data/schemas/profile.schema.json' },
      { fileMatch: '*.letters-vocabulary.json', url: './server/data/schemas/vocabulary.schema.json' },
      { fileMatch: '*.letters-names.json', url: './server/data/schemas/names.schema.json' },
    ],
  };
  manifest['capabilities'] = { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true };
  const files = languages.map(name => [
    `package.nls.${name}.json`,
    withGenerated(`package.nls.${name}.json`, texts.bundle(read(`l10n/settings.${name}.json`))),
  ]);
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'package.nls.json': withGenerated('package.nls.json', texts.bundle()),
    ...Object.fromEntries(files),
  };
}

function withGenerated(path: string, generated: Bundle): string {
  const byHand = Object.entries(read(path)).filter(([key]) => !generatedKeys.some(start => key.startsWith(start)));
  return formatJson({ ...Object.fromEntries(byHand), ...generated });
}

function read(path: string): Bundle {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Bundle) : {};
}
