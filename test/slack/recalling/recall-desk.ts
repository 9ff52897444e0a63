import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ledger } from '../../../src/ledger/index.ts';
import type { Person, SeenMessage } from '../../../src/playground/index.ts';
import type { SlackAppOptions } from '../../../src/slack/index.ts';
import { createSheet } from '../../corpus/temporary-folder.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { openFilesDesk } from '../sample-facts.ts';
import { openSlackDesk, type SlackDesk, type WorkspaceOptions } from '../slack-desk.ts';

export const QUESTION = 'How many berths does the harbour have?';
export const OLD = 'The harbour has 14 berths and 3 cranes.';
export const NEW = 'The harbour has 41 berths and 3 cranes.';

/** A sheet with one fact, and what else is said of it. */
export function harbour(text: string, ...fields: readonly string[]): string {
  const lines = fields.map((field) => `- ${field}\n`).join('');
  return createSheet(`## berths\n> ${text}\n\n- kind: statement\n- as of: 2026\n${lines}`);
}

/** A workspace with a desk channel, a fact that people got, and a sheet that can be saved. */
export interface RecallDesk extends SlackDesk {
  /** Who asks. */
  readonly ada: Person;
  /** Who is of the desk. */
  readonly grace: Person;
  /** Resolves once it is written down what everybody got who asked. */
  answered(): Promise<void>;
  /** Saves the sheet, whatever replies are under way; resolves when it is looked at. */
  saveNow(sheet: string, file?: string): Promise<void>;
  /** The same, once everybody is answered. */
  save(sheet: string, file?: string): Promise<void>;
  /** Takes the sheet out of the folder. */
  readonly folder: string;
  /** The newest card in the desk channel, as it stands. */
  card(): SeenMessage | undefined;
  /** What the newest card says. */
  cardText(): string;
  /** Decides by the card, with what the modal asks for. */
  decide(button: string, filled?: Readonly<Record<string, string>>): Promise<void>;
}

/** Opens it with the old words on file. */
export async function openRecallDesk(
  changes: Partial<SlackAppOptions> = {},
  options: WorkspaceOptions = {},
): Promise<RecallDesk> {
  const files = await openFilesDesk();
  await writeFile(join(files.folder, 'harbour.md'), harbour(OLD));
  await files.reload();
  const deskMembers: string[] = [];
  const desk = await openSlackDesk(
    { factDesk: files.factDesk, deskMembers, ...changes },
    { deskChannel: 'foreign-desk', ...options },
  );
  const { slack, app } = desk;
  const [ada, grace] = [slack.person('ada'), slack.person('grace')];
  deskMembers.push(grace.id);
  const answered = () => expect.poll(() => unanswered(desk.ledger), { timeout: 60_000 }).toBe(0);
  const saveNow = async (sheet: string, file = 'harbour.md') => {
    await writeFile(join(files.folder, file), sheet);
    await files.reload();
    await app.corpusChanged();
  };
  const card = () => grace.messages('foreign-desk').findLast(({ text }) => text.startsWith('Recall '));
  return {
    ...desk,
    ada,
    grace,
    folder: files.folder,
    card,
    cardText: () => textsIn(card() ?? []).join(''),
    answered,
    saveNow,
    async save(...saved) {
      await answered();
      await saveNow(...saved);
    },
    async decide(button, filled = {}) {
      const found = card();
      if (found === undefined) throw new Error('There is no card.');
      await grace.press(found, button);
      await grace.until(() => textsIn(grace.modal() ?? []).length > 0);
      await grace.submit(filled);
    },
  };
}

/** Questions of which it is not written down yet that whoever asked has a reply. */
async function unanswered(ledger: Ledger): Promise<number> {
  let count = 0;
  for await (const { replied_at } of ledger.exportRecords('questions')) if (replied_at === null) count += 1;
  return count;
}

/** From now on Slack lets that message be changed no more. */
export function closeEditWindow({ slack }: RecallDesk, { ts }: SeenMessage): void {
  slack.faults.each((call) =>
    call.method === 'chat.update' && call.ts === ts
      ? { kind: 'refused', error: 'edit_window_closed' }
      : undefined,
  );
}

/** What a message says now. */
export function wordsOf(person: Person, { channel, ts }: SeenMessage): string {
  return textsIn(person.message({ channel, ts })).join('');
}

/** What told a person that something they got was wrong. */
export function noticesOf(person: Person): readonly SeenMessage[] {
  return person.messages('dm').filter(({ text }) => text.includes('A quote that you got'));
}
