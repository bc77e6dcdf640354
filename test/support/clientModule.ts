import { build } from 'esbuild';

/**
 * A module of the extension, run without VS Code.
 *
 * @param path from the root
 * @param editor what the module finds in `vscode`, and in vscode-languageclient
 */
export async function clientModule<Module>(path: string, editor: object): Promise<Module> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'vscode-languageclient'],
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, () => editor);
  return module.exports as Module;
}
