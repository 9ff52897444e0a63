import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toBuffer } from './collect-bytes.ts';
import {
  type Delivery,
  INTAKE_LIMITS,
  type IntakeLimits,
  type Meter,
  type Refusal,
  refuse,
} from './delivery.ts';
import { fetchPage } from './fetch-page.ts';
import { readSource } from './import-source.ts';
import { mediaKind } from './media-file.ts';
import { isHidden, isPackage } from './package-checks.ts';
import { isPrivateAddress } from './private-address.ts';
import { unpack } from './unpack.ts';

/** What deliveries are read with. */
export interface DeliveryOptions {
  /** What `-` stands for. */
  readonly stdin: AsyncIterable<unknown>;
  readonly now: () => Date;
  readonly meter: Meter;
  /** A folder that is never read, because the import writes to it. */
  readonly except: string;
  /** Whether addresses inside the own network may be fetched. @default false */
  readonly allowPrivate?: boolean;
  readonly limits?: IntakeLimits;
}

/**
 * Everything that some paths, addresses and `-` stand for, one after the other: folders with all that is below them,
 * packages with all that is inside. Never rejects: what cannot be had is a refusal.
 */
export async function* deliver(
  sources: readonly string[],
  options: DeliveryOptions,
): AsyncGenerator<Delivery | Refusal> {
  for (const source of sources.map(readSource)) {
    if (source.kind === 'refusal') yield source;
    else if (source.kind === 'pipe') yield fromPipe(options);
    else if (source.kind === 'web') yield* fromWeb(source.address, options);
    else yield* fromDisk(source.path, options);
  }
}

/** How many bytes the local ones among some sources have, to tell how much is left. */
export async function measure(sources: readonly string[], except: string): Promise<number> {
  let bytes = 0;
  for (const source of sources.map(readSource)) {
    if (source.kind !== 'disk') continue;
    for await (const file of listFiles(source.path, except))
      if (file.kind === 'file' && !mediaKind(file.path)) bytes += file.size;
  }
  return bytes;
}

function fromPipe({ stdin, now }: DeliveryOptions): Delivery {
  return { kind: 'delivery', name: '-', address: 'urn:factdesk:pipe', modified: now(), open: () => stdin };
}

async function* fromWeb(address: string, options: DeliveryOptions): AsyncGenerator<Delivery | Refusal> {
  const { allowPrivate = false, limits = INTAKE_LIMITS, now } = options;
  const mayReach = (ip: string) => allowPrivate || !isPrivateAddress(ip);
  const page = await fetchPage(address, { mayReach, limits, now: now() });
  if (page.kind === 'refusal') yield page;
  else if (isPackage(new URL(page.address).pathname)) yield* unpack(page, limits);
  else yield page;
}

async function* fromDisk(source: string, options: DeliveryOptions): AsyncGenerator<Delivery | Refusal> {
  const { meter, except, limits = INTAKE_LIMITS } = options;
  for await (const file of listFiles(source, except)) {
    if (file.kind === 'refusal') {
      yield file;
      continue;
    }
    const { path, size, modified } = file;
    const delivery: Delivery = {
      kind: 'delivery',
      name: path,
      address: pathToFileURL(path).href,
      modified,
      open: () => readCounted(path, meter),
    };
    if (isPackage(path)) yield* unpack(delivery, limits);
    else if (size > limits.largestDocument && !isLines(path) && !mediaKind(path))
      yield tooLarge(path, limits);
    else yield delivery;
  }
}

/** Whether a name is that of JSON Lines, which are read line by line however many there are. */
export function isLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

function tooLarge(name: string, { largestDocument }: IntakeLimits): Refusal {
  const what = `the document is larger than ${Math.floor(largestDocument / 1024 / 1024)} MB`;
  return refuse(name, what, 'Split it, or export it as JSON Lines');
}

async function* readCounted(file: string, meter: Meter): AsyncGenerator<Buffer> {
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
