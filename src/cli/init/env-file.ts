import { readFile, realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { writeWhole } from '../../write-whole.ts';

/** A file of settings, as the bot will read it. */
export interface EnvFile {
  /** What stands in it; where there is none yet, what a new one begins with. */
  readonly text: string;
  readonly isNew: boolean;
  readonly values: Readonly<Record<string, string>>;
}

/** Reads it; a new one begins with what `.env.example` tells. Rejects with the error of the disk. */
export async function readEnvFile(file: string): Promise<EnvFile> {
  const there = await readUnlessMissing(file);
  const example = fileURLToPath(import.meta.resolve('#project/.env.example'));
  const text = there ?? (await readUnlessMissing(example)) ?? '';
  return { text, isNew: there === undefined, values: there === undefined ? {} : parse(there) };
}

/** The same text with some settings, each in its line where it has one. Every other line stays. */
export function withSettings(text: string, values: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(values));
  const lines = text.split('\n').map((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_]+)\s*=/.exec(line)?.[1] ?? '';
    if (!Object.hasOwn(values, name)) return line;
    left.delete(name);
    return `${line.slice(0, line.indexOf('=') + 1)}${values[name]}${line.endsWith('\r') ? '\r' : ''}`;
  });
  const end = lines.at(-1) === '' ? lines.pop() : undefined;
  const added = [...left].map(([name, value]) => `${name}=${value}`);
  return [...lines, ...added, ...(end === undefined && added.length === 0 ? [] : [''])].join('\n');
}

/** Writes it for its owner alone, whole. Rejects with the error of the disk. */
export async function writeEnvFile(file: string, text: string): Promise<void> {
  // A link stays one.
  const target = await realpath(file).catch(() => file);
  const mode = { file: 0o600, folder: 0o700, exact: true };
  await writeWhole(target, { beside: `${target}.part`, pieces: [Buffer.from(text)], mode });
}

async function readUnlessMissing(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
