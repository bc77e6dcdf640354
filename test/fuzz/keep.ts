import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../property/claims/case';
import { neutral } from './neutral';
import { failureOf, shrunk } from './shrink';

const fixtures = join('test', 'property', 'failures');
/** So long one case is made smaller. */
const SECONDS = 60;
/** So many cases of the same kind are kept. */
const OF_A_KIND = 2;

/** Keeps failing cases: small, without the words of the letter they were found in. */
export class Keeper {
  private readonly seen = new Map<string, number>();
  private outside: string | null = null;
  count = 0;

  constructor(private readonly show: boolean) {}

  get kinds(): number {
    return this.seen.size;
  }

  failed(one: Case): void {
    this.count++;
    const failure = failureOf(one);
    if (!failure) {
      console.log(`${one.claim}: failed once, and not again`);
      return;
    }
    const { kind } = failure;
    const before = this.seen.get(kind) ?? 0;
    this.seen.set(kind, before + 1);
    if (before >= OF_A_KIND) return;
    const small = shrunk(one, kind, SECONDS);
    const fails = (candidate: Case) => failureOf(candidate)?.kind === kind;
    const named = neutral(small, fails);
    const name = `${one.claim.replace(/ /g, '-')}-${hash(JSON.stringify(named ?? small))}.json`;
    const path = join(named ? fixtures : this.folderOutside(), name);
    mkdirSync(fixtures, { recursive: true });
    writeFileSync(path, `${JSON.stringify(named ?? small, null, 2)}\n`);
    console.log(
      `FAILED ${kind}\n  kept as ${path}${named ? '' : ': it needs words of its letter, so it stays outside the project'}`,
    );
    if (this.show) console.log(`${JSON.stringify(named ?? small)}\n${failureOf(named ?? small)?.message}`);
  }

  private folderOutside(): string {
    this.outside ??= mkdtempSync(join(tmpdir(), 'determination-letters-fuzz-'));
    return this.outside;
  }
}

function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(36);
}
