// Builds and packs the extension: the same bytes for the same sources, wherever and whenever that is done.
//   node scripts/package.mjs [FILE]
import { createVSIX } from '@vscode/vsce';
import { packing, setPackingTime } from './lib/packing.mjs';
import { root } from './lib/paths.mjs';
import { Failure, runMain, runNode } from './lib/run.mjs';

runMain(async () => {
  if ((await runNode('scripts/build.mjs', ['--production'])) !== 0) throw new Failure('It could not be built.');
  setPackingTime();
  await createVSIX({ ...packing, cwd: root, ...(process.argv[2] ? { packagePath: process.argv[2] } : {}) });
});
