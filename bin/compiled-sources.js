import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const BUILDS = join(PROJECT, 'dist');

/** A bot that runs may yet load a part of the build it began with, such as that of a thread. */
const KEPT_BUILDS = 5;

/**
 * The address of the folder of what is compiled of the sources as they are now. There is one for each state of the sources,
 * named by their hash: what is found there is never stale. One that is missing is compiled first.
 */
export async function compiledSources() {
  const folder = join(BUILDS, fingerprintSources());
  if (!existsSync(folder)) {
    await build(folder);
    await removeOldBuilds();
  }
  return pathToFileURL(folder).href;
}

/** A hash of all that a build is made of. The page of the playground is bundled when it is opened. */
function fingerprintSources() {
  const sources = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', file))
    .sort();
  const hash = createHash('sha256');
  for (const file of ['package.json', 'bin/compiled-sources.js', ...sources]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Processes that start together may each make it; the first to finish puts it in its place, whole.
 *
 * @param {string} folder
 */
async function build(folder) {
  const unfinished = join(BUILDS, `unfinished-${randomUUID()}`);
  try {
    await compileProgram('src/cli/main.ts', unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Compiles a program into a folder, as `main.js`, with the threads that it may start. The packages it imports stay where
 * they are.
 *
 * @param {string} entry its source, from the folder of the project
 * @param {string} folder
 */
export async function compileProgram(entry, folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: PROJECT,
    entryPoints: {
      main: entry,
      'index-worker': 'src/corpus-index/index-worker.ts',
      'encoder-worker': 'src/encoder/encoder-worker.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    // The sources lie beside it.
    sourcesContent: false,
    logLevel: 'silent',
  });
}

async function removeOldBuilds() {
  const folders = (await readdir(BUILDS)).map((name) => join(BUILDS, name));
  const builds = await Promise.all(
    // Another process may have removed one.
    folders.map(async (folder) => ({ folder, madeAt: (await stat(folder).catch(() => null))?.mtimeMs ?? 0 })),
  );
  builds.sort((one, other) => other.madeAt - one.madeAt);
  for (const { folder } of builds.slice(KEPT_BUILDS)) await rm(folder, { recursive: true, force: true });
}
