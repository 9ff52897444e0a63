import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { toBuffer } from './collect-bytes.ts';
import { type ImportItem, ImportItemError, type ImportLimits, type Refusal, refuse } from './import-item.ts';
import { checkRatio } from './package-checks.ts';
import { unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';

const BROKEN = 'Pack or fetch it again';

/** Everything inside a package, each named `package!/entry`. Nothing is written to disk. Never rejects. */
export async function* unpack(
  packed: ImportItem,
  limits: ImportLimits,
): AsyncGenerator<ImportItem | Refusal> {
  const { name } = packed;
  const [pathname = ''] = packed.address.split(/[?#]/, 1);
  try {
    if (/\.zip$/i.test(pathname)) yield* unpackZip(packed, limits);
    else if (/\.tar$/i.test(pathname)) yield* unpackTar(packed, packed.open(), limits);
    else if (/\.(?:tar\.gz|tgz)$/i.test(pathname)) yield* unpackTar(packed, gunzip(packed, limits), limits);
    else
      yield {
        ...packed,
        name: withoutGz(name),
        address: withoutGz(packed.address),
        open: () => gunzip(packed, limits),
      };
  } catch (error) {
    if (error instanceof ImportItemError) yield refuse(name, error.message, error.mend);
    else
      yield refuse(
        name,
        `the package is damaged (${error instanceof Error ? error.message : String(error)})`,
        BROKEN,
      );
  }
}

function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, '');
}

/** The unpacked bytes of a gzip file; stops at a bomb before it has unfolded. */
async function* gunzip(packed: ImportItem, { largestRatio }: ImportLimits): AsyncGenerator<Buffer> {
  const taken = { bytes: 0 };
  const stream = createGunzip();
  // What fails on the way fails the stream, and is met where it is read.
  pipeline(Readable.from(counted(packed.open(), taken)), stream, () => {});
  let unpacked = 0;
  try {
    for await (const chunk of stream) {
      const bytes = toBuffer(chunk);
      unpacked += bytes.length;
      checkRatio(unpacked, taken.bytes, largestRatio);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof ImportItemError) throw error;
    throw new ImportItemError(
      `the package is damaged (${error instanceof Error ? error.message : String(error)})`,
      BROKEN,
    );
  }
}

async function* counted(chunks: AsyncIterable<unknown>, taken: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes = toBuffer(chunk);
    taken.bytes += bytes.length;
    yield bytes;
  }
}
