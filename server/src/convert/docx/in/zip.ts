import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import { Refused } from './refused';

/* What a Word file may be at most: far more than a letter, far less than what would exhaust a machine. */
const maxFile = 50_000_000;
const maxUnpacked = 50_000_000;
const maxEntries = 2000;

/** A step of packed bytes: at most about a thousand times as much comes out of it before it is counted. */
const step = 2048;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const noZip64 = { count: 0xffff, offset: 0xffffffff };

/**
 * The files packed in a file, unpacked only when read. Names are compared without regard to case, as the format has it,
 * and are never paths of this machine. Throws `Refused` for what is damaged, encrypted or too large.
 */
export class Zip {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length > maxFile) throw new Refused('tooLarge');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.list();
    } catch (error) {
      throw error instanceof RangeError ? new Refused('damaged') : error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Null where there is no such file. */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    try {
      const unpacked = this.unpack(entry);
      if (crc32(unpacked) === entry.crc) return unpacked;
    } catch {
      // Said below: what the library throws may hold what it read.
    }
    throw new Refused('damaged');
  }

  private list(): void {
    const { view } = this;
    const end = this.endOfDirectory();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count === noZip64.count || at === noZip64.offset || count > maxEntries) throw new Refused('tooLarge');
    let total = 0;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== signatures.central) throw new Refused('damaged');
      if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refused('password');
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder()
        .decode(this.slice(at + 46, nameLength))
        .replaceAll('\\', '/')
        .toLowerCase();
      const entry: Entry = {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
      total += entry.unpacked;
      if (total > maxUnpacked) throw new Refused('tooLarge');
      // Two of a name: one program would read the one, another the other.
      if (this.entries.has(name)) throw new Refused('damaged');
      this.entries.set(name, entry);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  /** It is the last thing in the file but for a comment of up to 65,535 bytes. */
  private endOfDirectory(): number {
    const last = this.bytes.length - 22;
    for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
      if (this.view.getUint32(at, true) === signatures.end) return at;
    }
    throw new Refused('damaged');
  }

  private unpack(entry: Entry): Uint8Array {
    const { view } = this;
    const { offset, method, packed, unpacked } = entry;
    if (view.getUint32(offset, true) !== signatures.local) throw new Refused('damaged');
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const data = this.slice(start, packed);
    if (method === 0) return data;
    if (method !== 8) throw new Refused('damaged');
    return inflated(data, unpacked);
  }

  private slice(start: number, length: number): Uint8Array {
    if (start + length > this.bytes.length) throw new Refused('damaged');
    return this.bytes.subarray(start, start + length);
  }
}

/** Throws as soon as more comes out than was said: it has no room. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate(chunk => {
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length; at += step) stream.push(data.subarray(at, at + step), at + step >= data.length);
  if (length !== size) throw new Refused('damaged');
  return result;
}
