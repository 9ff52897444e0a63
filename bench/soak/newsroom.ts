import { execFileSync } from 'node:child_process';
import { cp, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../../src/corpus/index.ts';
import { splitQuestions } from '../../src/search/index.ts';
import { PLANTED, SENTENCES, writeWire } from '../wire-file.ts';

/** Sheets, archive and the index of it, on disk. */
export interface Newsroom {
  /** Folder of the sheets. */
  readonly facts: string;
  readonly archive: string;
  /** What people ask: as the sheets say, and one thing that only the archive knows. */
  readonly questions: readonly string[];
  /** A new folder for the data of one copy, with the index of the archive in it. */
  dataFolder(): Promise<string>;
  /** Saves a sheet with a figure that nobody saw yet. */
  saveSheet(): Promise<void>;
  remove(): Promise<void>;
}

const QUESTION = 'How long is the quay at Norbeck?';
const sheet = (metres: number) => `---
title: Harbours of Norbeck
publisher: Harbour Office
published: 2024-10-01
topics: [harbours]
---

## quay
> The quay at Norbeck is ${metres} metres long.

- kind: statement
- as of: 2024
- asked as: ${QUESTION}
`;

/** Writes them into a temporary folder: the project's own sheets, one more, and an archive of so many sentences. */
export async function openNewsroom(passages: number): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-soak-'));
  const [facts, archive, index] = ['facts', 'archive', 'index'].map((name) => join(folder, name)) as Folders;
  await cp('facts', facts, { recursive: true });
  const own = (await loadCorpus({ sheets: facts, archive: [] })).facts;
  const texts = own.map(({ text }) => text);
  await mkdir(archive);
  await writeWire(join(archive, 'wire.jsonl'), Math.ceil(passages / SENTENCES), texts);
  execFileSync(process.execPath, ['bin/factdesk.js', 'index', '--archive', archive], {
    env: { ...process.env, FACTDESK_DATA: index },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let metres = 80;
  let copies = 0;
  const saveSheet = () => writeFile(join(facts, 'soak.md'), sheet(metres++));
  await saveSheet();
  return {
    facts,
    archive,
    questions: [...own.flatMap(({ askedAs }) => askedAs).filter(isOne), QUESTION, PLANTED.question],
    async dataFolder() {
      const data = join(folder, `copy-${copies++}`);
      await mkdir(data);
      for (const name of await readdir(index)) await link(join(index, name), join(data, name));
      return data;
    },
    saveSheet,
    remove: () => rm(folder, { recursive: true }),
  };
}

type Folders = [facts: string, archive: string, index: string];

/** A message that asks two things gets two replies. */
const isOne = (question: string): boolean => splitQuestions(question, 'factdesk').length === 1;
