import type { Person, SeenMessage } from '../../../../src/playground/index.ts';

export const DESK = 'foreign-desk';

/** Asks in a direct message what nothing answers, and puts it to the desk. */
export async function askDirectly(person: Person, question: string): Promise<SeenMessage> {
  const reply = await person.reply(person.directMessage(question));
  await person.press(reply, 'ask_the_desk');
  await said(person, 'dm', 'Your question is with the desk.');
  return reply;
}

/** Asks the same aloud in a channel, and puts it to the desk; gives the message that asked. */
export async function askAloud(
  person: Person,
  question: string,
  { botUserId, channel = 'newsroom' }: { readonly botUserId: string; readonly channel?: string },
): Promise<SeenMessage> {
  const asked = person.say(channel, `<@${botUserId}> ${question}`);
  const reply = await person.reply(asked);
  await person.press(reply, 'ask_the_desk');
  await said(person, channel, 'Your question is with the desk.');
  return asked;
}

/** Asks in a channel so that nobody else sees it, and puts it to the desk. */
export async function askPrivately(person: Person, question: string, channel = 'newsroom'): Promise<void> {
  const before = person.messages(channel).length;
  await person.command(channel, '/fact', question);
  const reply = await person.until(() => person.messages(channel)[before]);
  await person.press(reply, 'ask_the_desk');
  await said(person, channel, 'Your question is with the desk.');
}

/** What a person sees there with these words, in the channel or a thread of it. */
export function said(person: Person, channel: string, words: string): Promise<SeenMessage> {
  return person.until(() => seen(person, channel).find(({ text }) => text.includes(words)));
}

/** All that a person sees there, in threads too. */
export function seen(person: Person, channel: string): readonly SeenMessage[] {
  const messages = person.messages(channel);
  return [
    ...messages,
    ...messages.flatMap(({ ts }) => person.thread(channel, ts).filter((one) => one.ts !== ts)),
  ];
}
