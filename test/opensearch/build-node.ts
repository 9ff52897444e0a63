import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));
const TARGET = `${HERE}target`;
/** What the classes and libraries in `target` were made of. */
const MADE_OF = `${TARGET}/made-of.txt`;

/** What Java is started with to find the node. */
export const CLASS_PATH = `${TARGET}/classes:${TARGET}/libraries/*`;

/** The programs that are missing for a node, in words; undefined where all are there. */
export async function missingForNode(): Promise<string | undefined> {
  const programs = {
    'Java 17 or newer': ['javac', '--release', '17', '-version'],
    Maven: ['mvn', '-version'],
  };
  const missing: string[] = [];
  for (const [name, [program = '', ...words]] of Object.entries(programs))
    await run(program, words).catch(() => missing.push(name));
  return missing.length === 0 ? undefined : missing.join(' and ');
}

/** Fetches OpenSearch and compiles the node, where that was not done before. Rejects with what Maven says. */
export async function buildNode(): Promise<void> {
  const sources = await Promise.all(
    ['pom.xml', 'TestNode.java'].map((name) => readFile(HERE + name, 'utf8')),
  );
  const made = await readFile(MADE_OF, 'utf8').catch(() => undefined);
  if (made === sources.join('')) return;
  // Libraries of another version would stay beside the new ones.
  await rm(TARGET, { recursive: true, force: true });
  await run('mvn', ['--quiet', '--batch-mode', 'compile'], { cwd: HERE }).catch(
    ({ stdout }: { readonly stdout: string }) => {
      throw new Error(`Maven could not fetch or compile the node of OpenSearch:\n${stdout}`);
    },
  );
  await writeFile(MADE_OF, sources.join(''));
}
