import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface PackedFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly type?: 'file' | 'symlink' | 'block-device';
}

/** A .tar.gz with files in it. */
export async function aTarGz(files: readonly PackedFile[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content, type = 'file' } of files) {
    if (type === 'symlink') tar.entry({ name, type, linkname: '/etc/passwd' });
    else if (type === 'block-device') tar.entry({ name, type });
    else tar.entry({ name, mtime: new Date('2026-03-01T00:00:00Z') }, Buffer.from(content));
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

/**
 * A zip with files in it, under whatever names: no program would write the bad ones. With `isOverlapping` all of them
 * stand for the packed bytes of the first, whose content they must have.
 */
export function aZip(files: readonly PackedFile[], isOverlapping = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x5c610000, 6);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]),
    );
    if (isOverlapping && parts.length > 0) continue;
    parts.push(local);
    offset += isOverlapping ? 0 : local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(Buffer.concat(parts).length, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
