/** A strict reader of zip files: every byte must belong to a file or to the directory, and every file be what its checksum says. */
import { crc32, inflateRawSync } from 'node:zlib';

/** The files by their paths, in the order of the directory. Throws at the first thing that a reader could stumble over. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  insist(zip.readUInt32LE(end) === 0x06054b50, 'it does not end in the end of a directory without a remark');
  const [count, length, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  insist(zip.readUInt16LE(end + 8) === count && start + length === end, 'the directory is not where its end says');
  const files = new Map<string, Buffer>();
  let [at, local] = [start, 0];
  for (let i = 0; i < count; i++) {
    insist(zip.readUInt32LE(at) === 0x02014b50, `entry ${i} of the directory is none`);
    insist(zip.readUInt32LE(at + 42) === local, `entry ${i} is not behind the file before it`);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    insist(zip.readUInt16LE(at + 30) === 0 && zip.readUInt16LE(at + 32) === 0, `${name} has more than a name`);
    const header = zip.subarray(local, local + 30);
    insist(header.readUInt32LE(0) === 0x04034b50, `${name} has no header`);
    insist(header.subarray(4, 30).equals(zip.subarray(at + 6, at + 32)), `the two headers of ${name} differ`);
    insist(zip.toString('utf8', local + 30, local + 30 + nameLength) === name, `${name} has two names`);
    insist(header.readUInt16LE(6) === 0x800 && header.readUInt16LE(8) === 8, `${name} is not deflated, or its name is not UTF-8`);
    insist(/^[^/\\:]+(\/[^/\\:]+)*$/.test(name) && !name.split('/').includes('..'), `${name} would be unpacked elsewhere`);
    insist(!files.has(name), `${name} is there twice`);
    const packed = header.readUInt32LE(18);
    const bytes = inflateRawSync(zip.subarray(local + 30 + nameLength, local + 30 + nameLength + packed));
    insist(bytes.length === header.readUInt32LE(22) && crc32(bytes) === header.readUInt32LE(14), `${name} is not what its checksum says`);
    files.set(name, bytes);
    at += 46 + nameLength;
    local += 30 + nameLength + packed;
  }
  insist(at === end && local === start, 'there is something between the files and the directory');
  return files;
}

function insist(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
