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

/** The text of the file at an address. What is imported instead stays in memory whole, however little of it is used. */
export function readText(address: string): string {
  return readFileSync(fileURLToPath(address), 'utf8');
}
