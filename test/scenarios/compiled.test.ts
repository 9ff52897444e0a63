import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledSources } from '../../bin/compiled-sources.js';
import { freshCopy, lendPackages } from './fresh-copy.ts';
import { runShell } from './running-process.ts';

let copy: string;
beforeAll(async () => {
  copy = await freshCopy();
  await lendPackages(copy);
});

async function factdesk(words: string) {
  const shell = runShell(`"${process.execPath}" bin/factdesk.js ${words}`, { cwd: copy });
  const exitCode = await shell.ended;
  return { exitCode, printed: shell.printed() };
}

const builds = () => readdirSync(join(copy, 'dist'));
const COMMAND = 'src/cli/eval.ts';

describe('what is compiled', () => {
  it('is made at the first start, by several processes at once too, and taken as it is at the next', async () => {
    const versions = await Promise.all([1, 2, 3].map(() => factdesk('--version')));
    expect(new Set(versions.map(({ printed }) => printed)).size).toBe(1);
    const first = builds();
    expect(first).toHaveLength(1);
    expect((await factdesk('--version')).printed).toBe(versions[0]?.printed);
    expect(builds()).toEqual(first);
  });

  it('never is older than the sources, and names their lines where something fails', async () => {
    const source = readFileSync(join(copy, COMMAND), 'utf8');
    const changed = source.replace(/(\.action\(.*\n)/, "$1      throw new Error('on purpose');\n");
    const line = 1 + changed.slice(0, changed.indexOf('throw new Error')).split('\n').length - 1;
    writeFileSync(join(copy, COMMAND), changed);
    expect((await factdesk('eval .')).printed).toContain(`${COMMAND}:${line}:`);
    writeFileSync(join(copy, COMMAND), source);
    expect((await factdesk('eval .')).printed).not.toContain('on purpose');
  });

  it('is refused for good where it is stale and cannot be made, and says why', async () => {
    writeFileSync(join(copy, COMMAND), 'what is no TypeScript');
    const { exitCode, printed } = await factdesk('--version');
    expect(printed).toMatch(/^factdesk cannot be compiled: .*\n.*src\/cli\/eval\.ts:1:\d+: /);
    expect(printed).toContain(`run "npm install" in ${copy}`);
    expect(exitCode).toBe(2);
  });

  it('keeps few builds of the past', async () => {
    rmSync(join(copy, COMMAND));
    for (let build = 1; build <= 4; build += 1) {
      writeFileSync(
        join(copy, COMMAND),
        `export const evalCommand = () => { throw new Error('${build}'); };`,
      );
      expect((await factdesk('eval .')).printed).toContain(`Error: ${build}`);
    }
    expect(builds()).toHaveLength(5);
  });
});

/** What is loaded with a file of the build, its own files left out. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(/^(?:import|export|\}).*"(.+)";$/gm)].map(([, name = '']) => name);
  const packages = names.filter((name) => !name.startsWith('.'));
  const own = names.filter((name) => name.startsWith('.')).map((name) => join(file, '..', name));
  const theirs = own.filter((other) => !seen.has(other)).flatMap((other) => [...packagesOf(other, seen)]);
  return new Set([...packages, ...theirs]);
}

describe('a command', () => {
  const SLACK = ['@slack/bolt', '@slack/socket-mode', 'pino'];
  const LEDGER = ['kysely', 'libsql', 'pg'];
  const IMPORTERS = ['linkedom', 'yauzl', 'feedsmith', 'undici', 'csv-parse/sync', 'saxes'];
  const PLAYGROUND = ['express', 'ws', 'react', 'esbuild'];

  it.each([
    ['--version', 'main', ['commander', 'dotenv']],
    ['ask', 'ask', ['zod', 'yaml', 'markdown-it', 'fuse.js']],
    ['check', 'check', ['zod', 'yaml', 'markdown-it', 'fuse.js']],
  ])('loads no more than it needs: %s', async (_, name, needed) => {
    const folder = fileURLToPath(`${await compiledSources()}/`);
    const file =
      readdirSync(folder).find((each) => new RegExp(`^${name}(?:-\\w{8})?\\.js$`).test(each)) ?? '';
    const packages = packagesOf(join(folder, file));
    expect([...packages]).toEqual(expect.arrayContaining(needed));
    const others = [...SLACK, ...LEDGER, ...IMPORTERS, ...PLAYGROUND];
    expect(others.filter((other) => packages.has(other))).toEqual([]);
  });
});
