import { commands, type Disposable, type Extension, env, l10n, languages, Uri, window } from 'vscode';
import { isLetter } from './letters';
import { rulePagesFolder } from './options';

/** The commands that the server does not bring itself. */
export function registerCommands(extension: Extension<unknown>): Disposable {
  return commands.registerCommand('determinationLetters.openRulePage', (rule: unknown) =>
    openRulePage(extension, rule),
  );
}

/** Opens the page of a rule: the one given, the one whose problem the cursor stands on, or one that is picked. */
async function openRulePage({ extensionUri, packageJSON }: Extension<unknown>, given: unknown): Promise<void> {
  const rules = ruleIds(packageJSON);
  const rule =
    typeof given === 'string'
      ? given
      : (ruleAtCursor(rules) ??
        (await window.showQuickPick(rules, { placeHolder: l10n.t('A rule, to read what it finds and why') })));
  if (rule === undefined || !rules.includes(rule)) return;
  const page = Uri.joinPath(rulePagesFolder(extensionUri), `${rule}.md`);
  // In the browser the extension's files are pages of the web.
  if (page.scheme.startsWith('http')) await env.openExternal(page);
  else await commands.executeCommand('markdown.showPreview', page);
}

function ruleAtCursor(rules: readonly string[]): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor || !isLetter(editor.document)) return undefined;
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.contains(editor.selection.active));
  const codes = here.map(({ code }) => (typeof code === 'object' ? code.value : code));
  return rules.find(rule => codes.includes(rule));
}

/** The rules are those that can be set. */
function ruleIds(manifest: PackageJson): string[] {
  const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  const rules = settings.find(([name]) => name === 'determinationLetters.rules');
  return Object.keys(rules?.[1].properties ?? {});
}

interface PackageJson {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
    }[];
  };
}
