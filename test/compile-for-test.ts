import { basename, join } from 'node:path';
import { compileProgram } from '../bin/compiled-sources.js';

/** Compiles a program that is started as a process of its own, many times over. Gives the file to start. */
export async function compileForTest(entry: string): Promise<string> {
  const folder = join('test-results', 'programs', basename(entry, '.ts'));
  await compileProgram(entry, folder);
  return join(folder, 'main.js');
}
