import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What a JSON file of a package holds, by its specifier. Read as a file, since what is imported stays in memory whole,
 * however little of it is used. Throws when the package is not installed.
 */
export function readPackageData(specifier: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8'));
}
