import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus, soundReading } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

/** Each is the start of a bot. */
const runs = (many: number) => ({ numRuns: process.env.CI ? many : Math.ceil(many / 4) });

const TEXTS = [
  'The harbour of Norbeck closed on Monday. “It was too dangerous,” Mark Vane said.\n\nTwo ferries sank in May 2024.',
  'Three ferries collided near Izium. “Nobody was hurt,” said Rosa Quill.\n\nThe bridge cost 61 million crowns.',
  'The dam of Exampleton held through the night. Mines were found beside it.',
];
const QUESTIONS = ['Why did the harbour of Norbeck close?', 'How many ferries sank?', 'fery collison', 'dam'];
const titleOf = (text: string) => `Article ${TEXTS.findIndex((article) => article.includes(text))}`;

let folder = '';
let file = '';
let whole: Buffer;
let expected: readonly Answer[];
let told: string[] = [];

const unlike = ({ tookMs: _, ...answer }: Answer) => answer;

/** What a bot answers that starts with the index file as it stands. */
async function answers(): Promise<readonly Answer[]> {
  const corpus = await loadCorpus({ sheets: join(folder, 'sheets'), archive: [join(folder, 'archive')] });
  told = [];
  const indexProvider = openIndexProvider(() => soundReading(corpus), {
    indexFile: file,
    report: (reason) => told.push(reason),
  });
  const desk = await openFactDesk({ now: () => new Date('2026-04-01'), indexProvider });
  await desk.onFile();
  return Promise.all(QUESTIONS.map((question) => desk.ask(question)));
}

beforeAll(async () => {
  const articles = TEXTS.map((text, number) =>
    saying(text, {
      uri: `urn:article:${number}`,
      headlines: [{ role: 'main', value: `Article ${number}` }],
      subjects: [{ name: 'harbours' }],
    }),
  );
  folder = await createFolder({
    'sheets/.keep': '',
    'archive/a.jsonl': lines(...articles),
    'archive/b.jsonl': 'broken\n',
  });
  file = join(folder, 'data', 'archive.index');
  expected = await answers();
  whole = readFileSync(file);
  expect(expected.map(({ outcome }) => outcome)).toContain('answer');
});

const HASH = 32;
const HEADER = 16;

/** The file with the hash that fits it: damage that no hash shows. */
function sealed(bytes: Uint8Array): Buffer {
  const data = bytes.subarray(0, Math.max(0, bytes.length - HASH));
  return Buffer.concat([data, createHash('sha256').update(data).digest()]);
}

interface Section {
  readonly name: string;
  readonly kind: string;
  readonly offset: number;
  readonly bytes: number;
}

function readHeader() {
  const end = HEADER + whole.readUInt32LE(12);
  const json: { sections: Section[] } = JSON.parse(whole.toString('utf8', HEADER, end));
  return { json, end };
}

/** The file with another header, its arrays as they were. */
function withHeader(json: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(json) ?? '');
  const header = Buffer.alloc(Math.ceil((HEADER + text.length) / 8) * 8 - HEADER, ' ');
  text.copy(header);
  const start = Buffer.from(whole.subarray(0, HEADER));
  start.writeUInt32LE(header.length, 12);
  return sealed(Buffer.concat([start, header, whole.subarray(readHeader().end)]));
}

const ODD = [
  0,
  1,
  -1,
  0.5,
  7,
  2 ** 31,
  1e300,
  '',
  'x',
  null,
  true,
  [],
  {},
  [null],
  '__proto__.polluted',
  'u8',
  'usable',
];

/** JSON with one of its values, counted from the beginning, replaced or left out. */
function replaced(json: unknown, nth: number, by: unknown): unknown {
  let left = nth;
  const visit = (value: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(value)) return value.map(visit).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(json);
}

const countValues = (value: unknown): number =>
  1 +
  (typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, one) => sum + countValues(one), 0)
    : 0);

/** Damages the file, and expects of a bot that starts with it what `holds` expects of its answers. */
async function startWith(
  damaged: Uint8Array,
  holds: (given: readonly Answer[]) => void = () => {},
): Promise<void> {
  writeFileSync(file, damaged);
  const given = await answers();
  if (told.length > 0) expect(given.map(unlike)).toEqual(expected.map(unlike));
  else holds(given);
}

const asExpected = (given: readonly Answer[]) => expect(given.map(unlike)).toEqual(expected.map(unlike));

describe('an index file that is damaged, and bears the hash of what it is now', () => {
  it('is built again when it was cut, lengthened or begun otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ maxLength: 40 }), fc.boolean(), async (at, bytes, isCut) => {
        const place = at % whole.length;
        const rest = isCut ? Buffer.alloc(0) : whole.subarray(place);
        await startWith(sealed(Buffer.concat([whole.subarray(0, place), bytes, rest])), asExpected);
      }),
      runs(50),
    );
  });

  it('is built again, or answers the same, whatever stands in its header', async () => {
    const { json } = readHeader();
    const values = countValues(json);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(undefined, ...ODD), async (nth, by) => {
        await startWith(withHeader(replaced(json, nth % values, by)), (given) => {
          // Of a name that is another one nobody can tell; what is quoted is the same.
          for (const { quotes } of given)
            for (const { text, source } of quotes) expect(source.title).toBe(titleOf(text));
        });
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs(150),
    );
  });

  it('is built again when arrays are told to be longer, shorter, elsewhere or of another kind', async () => {
    const { json } = readHeader();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom('offset', 'bytes', 'kind', 'name') as fc.Arbitrary<keyof Section>,
        fc.oneof(fc.constantFrom(8, -8, 4, 1, 1e9), fc.integer()),
        async (nth, field, change) => {
          const at = nth % json.sections.length;
          const other = json.sections[(nth + 1) % json.sections.length];
          const sections = json.sections.map((section, i) => {
            if (i !== at) return section;
            const value = section[field];
            return { ...section, [field]: typeof value === 'number' ? value + change : other?.[field] };
          });
          await startWith(withHeader({ ...json, sections }), asExpected);
        },
      ),
      runs(80),
    );
  });

  it('ends nothing and has nobody misquoted, whatever numbers its arrays hold', async () => {
    const { json, end } = readHeader();
    const arrays = json.sections.filter(({ kind, bytes }) => kind !== 'u8' && bytes > 0);
    const number = fc.oneof(
      fc.constantFrom(0, 1, 2, -1, 2 ** 31 - 1, -(2 ** 31), 1000),
      fc.integer(),
      fc.nat({ max: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), number, async (nth, place, value) => {
        const section = arrays[nth % arrays.length];
        if (!section) throw new Error('The index has no arrays.');
        const damaged = Buffer.from(whole);
        const [width, from] = [section.kind === 'u16' ? 2 : 4, end + section.offset];
        const at = from + (place % (section.bytes / width)) * width;
        if (width === 2) damaged.writeUInt16LE(value & 0xffff, at);
        else damaged.writeInt32LE(value, at);
        await startWith(sealed(damaged), (given) => {
          for (const { quotes } of given)
            for (const { text, source } of quotes) expect(source.title).toBe(titleOf(text));
        });
      }),
      runs(200),
    );
  });

  it('ends nothing, whatever its texts hold', async () => {
    const { json, end } = readHeader();
    const texts = json.sections.filter(({ kind, bytes }) => kind === 'u8' && bytes > 0);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat({ max: 255 }), async (nth, place, value) => {
        const section = texts[nth % texts.length];
        if (!section) throw new Error('The index has no texts.');
        const damaged = Buffer.from(whole);
        damaged[end + section.offset + (place % section.bytes)] = value;
        await startWith(sealed(damaged), (given) => {
          for (const { quotes } of given)
            for (const { text } of quotes) expect(TEXTS.join('\n')).toContain(text);
        });
      }),
      runs(80),
    );
  });
});

describe('what is no index file', () => {
  it.each([
    ['a folder', () => mkdirSync(file)],
    ['an empty file', () => writeFileSync(file, '')],
    ['a file of another program', () => writeFileSync(file, Buffer.alloc(100_000, 'x'))],
  ])('is told of, and the archive is answered from: %s', async (_what, make) => {
    rmSync(file, { recursive: true, force: true });
    make();
    asExpected(await answers());
    expect(told.join()).toMatch(/^it is no file,it cannot be written|^it is not a snapshot of factdesk/);
    rmSync(file, { recursive: true, force: true });
  });
});

describe('what killed builds left beside the index', () => {
  it('is taken away at the next start, but for what another process is writing', async () => {
    const dead = `${file}.${2 ** 22 + 1}.part`;
    const own = `${file}.${process.pid}.part`;
    const running = `${file}.${process.ppid}.part`;
    const another = join(folder, 'data', 'archive-of-others.index.1.part');
    for (const part of [dead, own, running, another]) writeFileSync(part, 'half an index');
    // An earlier process had the number that this one has now.
    utimesSync(own, new Date('2026-01-01'), new Date('2026-01-01'));
    await answers();
    const left = await readdir(join(folder, 'data'));
    expect(left.sort()).toEqual([
      'archive-of-others.index.1.part',
      'archive.index',
      `archive.index.${process.ppid}.part`,
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});
