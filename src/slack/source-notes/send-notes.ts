import { createHash } from 'node:crypto';
import type { types, webApi } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { escapedLength } from '../blocks/inline-text.ts';
import { line, plain, preformatted, richText } from '../blocks/rich-text-elements.ts';
import { packMessages } from '../blocks/slack-message.ts';
import { sliceText } from '../blocks/slices.ts';
import { NOTES_FORMS, type NotesForm, type SourceNote } from '../blocks/source-note.ts';
import { doOnce } from '../replying/do-once.ts';
import { postOnce } from '../replying/post-once.ts';
import { patiently } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import { sharedFileNames, type TextFile, uploadFiles } from '../sending/upload-files.ts';
import type { Services } from '../services/services.ts';
import { WRITE_NOTES } from './write-notes.ts';

/** Notes that somebody asked for. */
export interface NotesOrder {
  /** Names the order for ever, and nothing else. */
  readonly key: string;
  readonly user: string;
  readonly notes: readonly SourceNote[];
  readonly forms: readonly NotesForm[];
}

/** In what way the notes arrived. */
export type NotesSent = 'files' | 'text' | 'in-hand';

/**
 * Sends notes to the person who asked for them, in their direct messages with the app, once: as files or, where Slack
 * takes no files of the app, as text. Rejects when Slack takes neither.
 */
export async function sendNotes(
  order: NotesOrder,
  services: Services,
  client: webApi.WebClient,
): Promise<NotesSent> {
  const written = order.forms.map((form) => ({
    form,
    parts: WRITE_NOTES[form](order.notes, services.now()),
  }));
  try {
    return await sendFiles(order, written, { services, client });
  } catch (error) {
    if (slackFailure(error).kind !== 'refused') throw error;
    return await sendText(order, written, { services, client });
  }
}

interface Written {
  readonly form: NotesForm;
  readonly parts: readonly string[];
}

interface Tools {
  readonly services: Services;
  readonly client: webApi.WebClient;
}

async function sendFiles(
  { key, user, notes }: NotesOrder,
  written: readonly Written[],
  { services, client }: Tools,
): Promise<NotesSent> {
  const { wait, now } = services;
  const open = () => client.conversations.open({ users: user });
  const { channel } = await patiently(open, wait, { isRepeatable: true });
  const id = channel?.id ?? user;
  const files = written.map((each) => toFile(each, key, now()));
  const comment = tellNotes(notes.length);
  const look = async () => {
    const names = await sharedFileNames(client, id, wait);
    return files.every(({ name }) => names.has(name)) || null;
  };
  const act = async () => {
    try {
      await uploadFiles(client, { channel: id, comment, files }, wait);
      return true;
    } catch (error) {
      // Slack's answer was lost: the files may be there.
      if (slackFailure(error).kind === 'unsure' && (await look())) return true;
      throw error;
    }
  };
  const { kind } = await doOnce({ key: `${key} files`, look, act }, services);
  return kind === 'in-hand' ? 'in-hand' : 'files';
}

/** The name tells the order, by which the file is found again after a kill, and says no words. */
function toFile({ form, parts }: Written, key: string, at: Date): TextFile {
  const { name = '', ending = 'txt' } = NOTES_FORMS.find((each) => each.form === form) ?? {};
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    name: `source-notes-${at.toISOString().slice(0, 10)}-${mark}.${ending}`,
    title: `Source notes (${name})`,
    text: parts.join(''),
  };
}

async function sendText(
  { key, user, notes }: NotesOrder,
  written: readonly Written[],
  { services, client }: Tools,
): Promise<NotesSent> {
  const messages = packMessages([
    richText(
      line(plain(`${tellNotes(notes.length)} The app may send no files here, so this is their text.`)),
    ),
    ...written.flatMap(({ parts }) => textBlocks(parts)),
  ]);
  const { kind } = await postOnce({ key: `${key} text`, channel: user, messages }, services, client);
  return kind === 'in-hand' ? 'in-hand' : 'text';
}

const tellNotes = (count: number) => `Your source notes: ${amount(count, 'fact')}.`;

/** What one block holds, alone in a message too. */
const ROOM = { shown: 2_900, escaped: 3_600 } as const;

/** As few blocks as hold the parts, one after the other; a part is torn only where it fits in none. */
function textBlocks(parts: readonly string[]): readonly types.RichTextBlock[] {
  const pages: string[] = [];
  let page = '';
  for (const part of parts.flatMap(slices)) {
    if (page !== '' && !hasRoom(page + part)) {
      pages.push(page);
      page = '';
    }
    page += part;
  }
  return [...pages, page].filter((text) => text.trim() !== '').map((text) => richText(preformatted(text)));
}

const slices = (part: string) => sliceText(part, ROOM).map(([start, end]) => part.slice(start, end));

function hasRoom(text: string): boolean {
  const escaped = Array.from(text).reduce((sum, character) => sum + escapedLength(character), 0);
  return text.length <= ROOM.shown && escaped <= ROOM.escaped;
}
