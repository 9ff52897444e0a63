import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a file of `data` holds, the lists that come with factdesk. Where each is from: data/README.md. */
export function readDataBytes(name: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`#project/data/${name}`)));
}

/** The lines of a text file of `data`, without blank ones and those that begin with `#`. */
export function readDataLines(name: string): readonly string[] {
  return readDataBytes(name)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What a JSON file of `data` holds. */
export function readDataJson(name: string): unknown {
  return JSON.parse(readDataBytes(name).toString('utf8'));
}

/**
 * What a JSON file of a package holds, by its specifier. Read as a file, since what is imported stays in memory whole,
 * however little of it is used. Throws when the package is not installed.
 */
export function readPackageJson(specifier: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8'));
}
