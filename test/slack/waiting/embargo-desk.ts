import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openFactDesk, type ReloadableFactDesk } from '../../../src/answer/index.ts';
import { openCorpusReader } from '../../../src/corpus/index.ts';
import { openIndexProvider } from '../../../src/corpus-index/index.ts';
import { type Ledger, openLedger } from '../../../src/ledger/index.ts';
import type { SlackAppOptions } from '../../../src/slack/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';

/** What may be shown all the time. */
export const OPEN_SHEET = `---
title: Harbour report
publisher: Port Office
published: 2025-05-01
topics: [harbour]
---

## harbour-depth
> The harbour basin is nine metres deep.

- kind: statement
- asked as: How deep is the harbour basin?

## harbour-cranes
> Four cranes unload the container ships.

- kind: statement
- asked as: How many cranes unload the ships?
`;

/** When the embargo of the report ends. */
export const RELEASE = '2025-06-02T10:00:00Z';

/** A report under embargo. */
export const embargoedSheet = (until = RELEASE, text = 'The audit found 37 forged invoices.') => `---
title: Audit of the harbour trust
publisher: Court of Audit
published: 2025-06-02
topics: [audit]
---

## audit-forged-invoices
> ${text}

- kind: statement
- embargo until: ${until}
- asked as: How many forged invoices did the audit find?
`;

/** The question that it answers. */
export const AUDIT_QUESTION = 'How many forged invoices did the audit find?';
/** What it answers. */
export const AUDIT_QUOTE = 'The audit found 37 forged invoices.';
/** What is told with it. */
export const NOW_THERE_IS = 'At that time nothing was on file; now there is.';

/** A workspace with a bot whose sheets and whose clock a test changes. */
export interface EmbargoDesk extends SlackDesk {
  readonly factDesk: ReloadableFactDesk;
  /** Sets the clock of files, bot and ledger. */
  setClock(time: string): void;
  /** Has the bot look what the facts on file mean, as it does each minute. */
  takeUp(): Promise<void>;
  /** Writes sheets and has the bot read them; null takes one away. */
  save(files: Readonly<Record<string, string | null>>): Promise<void>;
  /** The same with files of articles. */
  importArticles(files: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves once it is known of all questions but those of workflows whether they wait. */
  looked(): Promise<void>;
  readonly folder: string;
  readonly now: () => Date;
}

/** What is different about it. */
export interface EmbargoDeskOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** Files of articles, a line each. @default there is no archive */
  readonly articles?: Readonly<Record<string, string>>;
  readonly app?: Partial<SlackAppOptions>;
  /** Opens the ledger by the clock of the test. @default one in a folder of its own */
  readonly ledger?: (now: () => Date) => Promise<Ledger>;
}

/** A desk over files, read and indexed as the bot does, by a clock of its own. */
export async function openClockedDesk({
  files,
  articles,
}: Pick<EmbargoDeskOptions, 'files' | 'articles'> = {}) {
  let time = new Date('2025-06-02T09:00:00Z');
  const now = () => time;
  const folder = await createFolder(files ?? { 'harbour.md': OPEN_SHEET, 'audit.md': embargoedSheet() });
  const archive = articles === undefined ? [] : [await createFolder(articles)];
  const { read } = openCorpusReader({ sheets: folder, archive });
  const factDesk = await openFactDesk({ indexProvider: openIndexProvider(read), now });
  const write = async (changed: Readonly<Record<string, string | null>>, into = folder) => {
    for (const [name, text] of Object.entries(changed))
      await (text === null ? rm(join(into, name)) : writeFile(join(into, name), text));
    await factDesk.reload();
  };
  const setClock = (to: string) => {
    time = new Date(to);
  };
  return { folder, archive, factDesk, write, setClock, now };
}

/** Starts it at nine, an hour before the embargo ends. */
export async function openEmbargoDesk(options: EmbargoDeskOptions = {}): Promise<EmbargoDesk> {
  const { factDesk, folder, archive, write, setClock, now } = await openClockedDesk(options);
  const open = options.ledger ?? (async () => openLedger({ directory: await createFolder({}), now }));
  const desk = await openSlackDesk({ factDesk, now, ...options.app }, { inherit: () => open(now) });
  const takeUp = () => desk.app.corpusChanged();
  const save = async (changed: Readonly<Record<string, string | null>>) => {
    await write(changed);
    await takeUp();
  };
  const importArticles = async (changed: Readonly<Record<string, string>>) => {
    await write(changed, archive[0]);
    await takeUp();
  };
  const looked = async () => {
    const left = async () =>
      (await desk.ledger.unsureQuestions()).filter(({ surface }) => surface !== 'workflow');
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  };
  return { ...desk, factDesk, folder, now, setClock, takeUp, save, importArticles, looked };
}
