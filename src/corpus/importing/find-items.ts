import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toBuffer } from './collect-bytes.ts';
import {
  type ByteMeter,
  IMPORT_LIMITS,
  type ImportItem,
  type ImportLimits,
  type Refusal,
  refuse,
} from './import-item.ts';
import { parseSource } from './import-source.ts';
import { mediaKind } from './media-file.ts';
import { isHidden, isPackage } from './package-checks.ts';
import { isPrivateAddress } from './private-address.ts';
import { unpack } from './unpack.ts';

/** How sources are turned into items. */
export interface FindOptions {
  /** What `-` stands for. */
  readonly stdin: AsyncIterable<unknown>;
  readonly now: () => Date;
  readonly meter: ByteMeter;
  /** A folder that is never read, because the import writes to it. */
  readonly except: string;
  /** Whether addresses inside the own network may be fetched. @default false */
  readonly allowPrivate?: boolean;
  readonly limits?: ImportLimits;
}

/**
 * The items behind some paths, addresses and `-`, one after the other: folders with all files below them, packages with
 * all their entries. Never rejects: what cannot be read is a refusal.
 */
export async function* findItems(
  sources: readonly string[],
  options: FindOptions,
): AsyncGenerator<ImportItem | Refusal> {
  for (const source of sources.map(parseSource)) {
    if (source.kind === 'refusal') yield source;
    else if (source.kind === 'pipe') yield fromPipe(options);
    else if (source.kind === 'web') yield* fromWeb(source.address, options);
    else yield* fromDisk(source.path, options);
  }
}

/** The size in bytes of all local files among some sources, for the progress display. */
export async function measure(sources: readonly string[], except: string): Promise<number> {
  let bytes = 0;
  for (const source of sources.map(parseSource)) {
    if (source.kind !== 'disk') continue;
    for await (const file of listFiles(source.path, except))
      if (file.kind === 'file' && !mediaKind(file.path)) bytes += file.size;
  }
  return bytes;
}

function fromPipe({ stdin, now }: FindOptions): ImportItem {
  return { kind: 'item', name: '-', address: 'urn:factdesk:pipe', modified: now(), open: () => stdin };
}

async function* fromWeb(address: string, options: FindOptions): AsyncGenerator<ImportItem | Refusal> {
  const { allowPrivate = false, limits = IMPORT_LIMITS, now } = options;
  const mayReach = (ip: string) => allowPrivate || !isPrivateAddress(ip);
  // An HTTP client takes long to load, and most imports read files.
  const { fetchPage } = await import('./fetch-page.ts');
  const page = await fetchPage(address, { mayReach, limits, now: now() });
  if (page.kind === 'refusal') yield page;
  else if (isPackage(new URL(page.address).pathname)) yield* unpack(page, limits);
  else yield { ...page, isNamed: true };
}

async function* fromDisk(source: string, options: FindOptions): AsyncGenerator<ImportItem | Refusal> {
  const { meter, except, limits = IMPORT_LIMITS } = options;
  for await (const file of listFiles(source, except)) {
    if (file.kind === 'refusal') {
      yield file;
      continue;
    }
    const { path, size, modified } = file;
    const item: ImportItem = {
      kind: 'item',
      name: path,
      address: pathToFileURL(path).href,
      modified,
      isNamed: path === source,
      open: () => readCounted(path, meter),
    };
    if (isPackage(path)) yield* unpack(item, limits);
    else if (size > limits.largestDocument && !isLines(path) && !mediaKind(path))
      yield tooLarge(path, limits);
    else yield item;
  }
}

/** Whether a name is that of JSON Lines, which are read line by line however many there are. */
export function isLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

function tooLarge(name: string, { largestDocument }: ImportLimits): Refusal {
  const what = `the document is larger than ${Math.floor(largestDocument / 1024 / 1024)} MB`;
  return refuse(name, what, 'Split it, or export it as JSON Lines');
}

async function* readCounted(file: string, meter: ByteMeter): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const bytes = toBuffer(chunk);
    meter.bytes += bytes.length;
    yield bytes;
  }
}

/** A file on disk. */
interface DiskFile {
  readonly kind: 'file';
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** A file, or the files of a folder in the order of their names. */
async function* listFiles(path: string, except: string): AsyncGenerator<DiskFile | Refusal> {
  try {
    const state = await stat(path);
    if (state.isFile()) yield { kind: 'file', path, size: state.size, modified: state.mtime };
    else if (!state.isDirectory())
      yield refuse(path, 'this is neither a file nor a folder', 'Name a file, a folder or -');
    else if (resolve(path) !== resolve(except)) yield* listFolder(path, except);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    yield refuse(
      path,
      code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`,
      'Check the path and your rights',
    );
  }
}

async function* listFolder(folder: string, except: string): AsyncGenerator<DiskFile | Refusal> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    // A link could lead out of the folder, or around in a circle.
    if (entry.isSymbolicLink())
      yield refuse(path, 'this is a link, and links are not followed', 'Name what it points to');
    else yield* listFiles(path, except);
  }
}
