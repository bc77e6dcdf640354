import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const command = resolve('dist', 'cli.js');
const good = letterWith(item('MRI of the left knee'));

const mounted: string[] = [];

describe('a run that cannot go on leaves nothing half written', function () {
  this.timeout(60_000);

  afterEach(() => {
    for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
  });

  it('is interrupted: what was written is whole, and what was not is gone', async function () {
    // There a signal ends a process at once.
    if (process.platform === 'win32') this.skip();
    const names = Array.from({ length: 150 }, (_, index) => `in/${String(index).padStart(3, '0')}.letter`);
    const cwd = folderWith(Object.fromEntries(names.map(name => [name, good])));
    const args = [command, 'export', 'in', '--to', 'docx', '-o', 'out', '--threads', '2'];
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.resume();
    child.kill('SIGINT');
    const [, signal] = await once(child, 'close');
    assert.equal(signal, 'SIGINT');
    const made = readdirSync(join(cwd, 'out'));
    assert.ok(made.length > 0 && made.length < names.length, `${made.length} files`);
    for (const name of made) {
      assert.match(name, /^\d{3}\.docx$/);
      // The directory of a zip file stands at its end.
      assert.ok(
        readFileSync(join(cwd, 'out', name))
          .subarray(-100)
          .includes('PK\u0005\u0006', 0, 'latin1'),
        name,
      );
    }
    const [, number] = /^letters: Interrupted: (\d+) of 150 letters exported, each of them whole\.\n$/.exec(said) ?? [];
    assert.ok(number !== undefined && Math.abs(Number(number) - made.length) <= 2, said);
  });

  it('finds the disk full: names what could not be written, and leaves what was there', function () {
    const disk = smallDisk(this, 128);
    const big = letterWith(...Array.from({ length: 300 }, (_, index) => item(`Therapy, visit ${index}`)));
    const cwd = folderWith({ 'big.letter': big, 'small.letter': good });
    writeFileSync(join(disk, 'big.txt'), 'mine');
    writeFileSync(join(disk, 'filler'), new Uint8Array(90_000));
    const { code, stdout, stderr } = letters(
      ['export', 'big.letter', 'small.letter', '--to', 'txt', '-o', disk, '--overwrite'],
      { cwd },
    );
    assert.equal(code, 2);
    assert.match(stderr, /^letters: \S+big\.txt: (It could not be written: )?[Tt]he disk is full\..*\n$/);
    assert.match(stdout, /^small\.letter -> \S+small\.txt\n1 of 2 letters exported\n$/);
    assert.deepEqual(readdirSync(disk).sort(), ['big.txt', 'filler', 'small.txt']);
    assert.equal(readFileSync(join(disk, 'big.txt'), 'utf8'), 'mine');
    const fresh = letters(['export', 'big.letter', '--to', 'txt', '-o', join(disk, 'new', 'b.txt')], { cwd });
    assert.equal(fresh.code, 2);
    assert.match(fresh.stderr, /It could not be written: the disk is full\. Nothing of it was left there\./);
    assert.deepEqual(readdirSync(join(disk, 'new')), []);
  });

  it('may not write: says so for each, and goes on', function () {
    const cwd = folderWith({ 'in/a.letter': good, 'in/b.letter': good, 'in/c.txt': good });
    const closed = closedFolder(this, cwd);
    for (const args of [
      ['export', 'in', '--to', 'txt'],
      ['import', 'in/c.txt'],
    ]) {
      const { code, stdout, stderr } = letters([...args, '-o', `${closed}/`], { cwd });
      assert.equal(code, 2);
      assert.match(stdout, /^0 of \d letters? (ex|im)ported\n$/);
      for (const line of stderr.trimEnd().split('\n')) {
        assert.match(line, /^letters: \S+: It may not be written.* [Nn]ame another place with -o\.$/);
      }
    }
  });

  for (const { args, slip } of [
    { args: ['fix'], slip: (text: string) => text.replaceAll(': Upheld', ',: Upheld') },
    { args: ['format'], slip: (text: string) => text.replaceAll('\n\n', '\n\n\n') },
  ]) {
    it(`finds the disk full or read-only where it would ${args}: the letter stays as it is`, function () {
      const disk = smallDisk(this, 256);
      const text = slip(letterWith(...Array.from({ length: 300 }, (_, index) => item(`Therapy, visit ${index}`))));
      writeFileSync(join(disk, 'big.letter'), text);
      writeFileSync(join(disk, 'filler'), new Uint8Array(130_000));
      const full = letters([...args, 'big.letter'], { cwd: disk });
      assert.equal(full.code, 2);
      assert.match(full.stderr, /^letters: big\.letter: .*[Tt]he disk is full\./);
      assert.deepEqual(readdirSync(disk).sort(), ['big.letter', 'filler']);
      rmSync(join(disk, 'filler'));
      assert.equal(spawnSync('mount', ['-o', 'remount,ro', disk]).status, 0);
      const closed = letters([...args, 'big.letter'], { cwd: disk });
      assert.equal(closed.code, 2);
      assert.match(closed.stderr, /^letters: big\.letter: .*read-only/);
      assert.equal(readFileSync(join(disk, 'big.letter'), 'utf8'), text);
      assert.deepEqual(readdirSync(disk), ['big.letter']);
      assert.equal(spawnSync('mount', ['-o', 'remount,rw', disk]).status, 0);
      assert.equal(letters([...args, 'big.letter'], { cwd: disk }).code, 0);
      assert.notEqual(readFileSync(join(disk, 'big.letter'), 'utf8'), text);
    });
  }

  it('cannot write to standard output', function () {
    if (!existsSync('/dev/full')) this.skip();
    const cwd = folderWith({ 'a.letter': good });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [command, 'export', 'a.letter', '--to', 'txt', '-o', '-'], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.equal(stderr, 'letters: standard output: The disk is full.\n');
  });
});

/** A file system of its own with room for so many kilobytes; only the administrator may make one. */
function smallDisk(context: Mocha.Context, kilobytes: number): string {
  const folder = folderWith({});
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  mount(context, disk, `size=${kilobytes}k`);
  return disk;
}

/** A folder that nothing can be written into, also by the administrator. */
function closedFolder(context: Mocha.Context, folder: string): string {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  // The administrator may write wherever the file system can.
  if (process.getuid?.() === 0) mount(context, closed, 'size=64k,ro');
  else if (process.platform === 'win32') context.skip();
  assert.ok(statSync(closed).isDirectory());
  return closed;
}

function mount(context: Mocha.Context, folder: string, options: string): void {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'letters', folder]);
  if (status !== 0) context.skip();
  mounted.push(folder);
}
