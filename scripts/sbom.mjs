// Writes the bill of materials of what is shipped, as CycloneDX. The same for the same package-lock.json.
//   node scripts/sbom.mjs [FILE]     FILE is .build/sbom.cdx.json where none is named
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildFolder, root } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';
import { shippedPackages } from './lib/shipped.mjs';

/**
 * @typedef {{ name: string, version: string, 'bom-ref': string, group?: string, licenses?: object[], properties?: object[],
 *   externalReferences?: { type: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 */

runMain(async () => {
  const file = resolve(process.argv[2] ?? join(buildFolder, 'sbom.cdx.json'));
  process.chdir(root);
  const { metadata, components, dependencies, serialNumber: _, ...rest } = npmSbom();
  const shipped = new Map(shippedPackages().map(each => [`${each.name}@${each.version}`, each]));
  const refs = new Set([metadata.component['bom-ref'], ...shipped.keys()]);
  const kept = components.filter(each => shipped.has(each['bom-ref'])).map(each => withLicence(each, shipped));
  const bill = {
    ...rest,
    // Neither when nor where it was made, nor what made it: the same for the same lock file.
    metadata: { component: ours(metadata.component) },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) })),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${kept.length} packages in ${relative(root, file)}`);
});

/** @returns {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[], serialNumber: string }} */
function npmSbom() {
  // All of them: asked to leave out what only developers need, npm 11 leaves out what they need too.
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];
  const cli = process.env['npm_execpath'];
  const isScript = cli?.endsWith('.js') === true;
  const said = execFileSync(isScript ? process.execPath : 'npm', isScript ? [cli, ...args] : args, {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    shell: !isScript && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(said);
}

/** @param {Component} component */
function ours({ properties: _, ...component }) {
  return { ...component, name: 'determination-letters', type: 'application' };
}

/**
 * A component with the licence we know, and without the address it was fetched from and the folder it was put into.
 *
 * @param {Component} component
 * @param {ReadonlyMap<string, { licence: string }>} shipped
 */
function withLicence({ properties: _, ...component }, shipped) {
  const licence = shipped.get(component['bom-ref'])?.licence ?? '';
  const isOne = !licence.includes(' ');
  return {
    ...component,
    licenses: [isOne ? { license: { id: licence } } : { expression: licence }],
    externalReferences: (component.externalReferences ?? []).filter(({ type }) => type !== 'distribution'),
  };
}
