/**
 * A zip file, as small a part of the format as reading needs: each file deflated, its name in UTF-8, all of the same day, because nothing here is
 * made by a clock. Equal files give equal bytes. Leaves out what needs 64 bits: more than 65,535 files, or 4 GB.
 */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflated = promisify<Buffer, { readonly level: number }, Buffer>(deflateRaw);

export interface ZipEntry {
  /** Below the folder that the file is unpacked into; with slashes, and none before it. */
  readonly path: string;
  readonly bytes: Buffer;
  /** `packedOf` the bytes, when it was begun before. */
  readonly packed?: Promise<Buffer>;
}

/** Other threads pack: whoever has more files to read begins early. */
export const packedOf = (bytes: Buffer): Promise<Buffer> => deflated(bytes, { level: 6 });

/** The first of January 1980, the oldest day that the format knows. */
const DAY = 0x21;
const VERSION = 20;
/** The name is in UTF-8. */
const FLAGS = 0x800;
const DEFLATE = 8;

/** Entries in the order in which they are given. */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  if (entries.length > 0xffff) throw new Error(`${entries.length} files are more than a zip of this form holds`);
  const packed = await Promise.all(entries.map(({ bytes, packed: begun }) => begun ?? packedOf(bytes)));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [i, entry] of entries.entries()) {
    const name = Buffer.from(entry.path, 'utf8');
    const common = commonOf(name, entry.bytes, packed[i]!);
    directory.push(centralHeader(common, at), name);
    files.push(localHeader(common), name, packed[i]!);
    at += 30 + name.length + packed[i]!.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, endOf(entries.length, listed.length, at)]);
}

/** What both headers of a file say: version, flags, method, time, day, checksum, sizes, the length of its name and of nothing more. */
function commonOf(name: Buffer, bytes: Buffer, packed: Buffer): Buffer {
  const common = Buffer.alloc(26);
  for (const [i, value] of [VERSION, FLAGS, DEFLATE, 0, DAY].entries()) common.writeUInt16LE(value, i * 2);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

const signature = (number: number): Buffer => Buffer.from([0x50, 0x4b, number, number + 1]);

const localHeader = (common: Buffer): Buffer => Buffer.concat([signature(3), common]);

function centralHeader(common: Buffer, at: number): Buffer {
  const rest = Buffer.alloc(14); // no comment, on the first disk, a file without rights of its own
  rest.writeUInt32LE(at, 10);
  const madeBy = Buffer.from([VERSION, 0]);
  return Buffer.concat([signature(1), madeBy, common, rest]);
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([signature(5), end]);
}
