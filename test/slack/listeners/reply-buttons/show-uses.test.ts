import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

/** Grace is of the desk. Ada asks in a channel, then alone; the sheet is changed between. */
async function openUsed() {
  const files = await openFilesDesk();
  const deskMembers: string[] = [];
  const { slack, ledger } = await openSlackDesk({ factDesk: files.factDesk, deskMembers });
  const [ada, grace] = [slack.person('ada'), slack.person('grace')];
  deskMembers.push(grace.id);
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  const reply = await ada.reply(question);
  const sheet = `${files.folder}/treaty.md`;
  const text = await readFile(sheet, 'utf8');
  await writeFile(sheet, text.replace('on 3 December 1997.', 'on 4 December 1997.'));
  await files.reload();
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
  await expect.poll(async () => (await ledger.usesOf('treaty-signed-in-ottawa')).total).toBe(2);
  return { slack, ada, grace, reply, deskMembers };
}

/** All that the modal on top says, once it says these words. */
function modalWith(person: Person, words: string): Promise<string> {
  return person.until(() => {
    const text = textsIn(person.modal()).join('\n');
    return text.includes(words) ? text : undefined;
  });
}

describe('"Uses" in the context of a fact', () => {
  it('tells the desk which versions were shown, to whom and where, and names nobody who asked alone', async () => {
    const { slack, ada, grace, reply } = await openUsed();
    await grace.press(reply, 'show_context');
    await modalWith(grace, 'Checked by');
    await grace.press('modal', 'show_uses');
    const text = await modalWith(grace, 'first shown');
    expect(text).toContain('Shown 2 times to 1 person; others can see it in 1 message.');
    expect(text).toContain(SIGNATURE_QUOTE);
    expect(text).toContain(SIGNATURE_QUOTE.replace('3 December', '4 December'));
    expect(text).toContain('version 2 · \ndirect message, to one person alone');
    const modal = JSON.stringify(grace.modal());
    const { id } = slack.channel('newsroom');
    const place = `archives/${id}/p${reply.ts.replace('.', '')}?thread_ts=${reply.threadTs}&cid=${id}`;
    expect(modal.split('"type":"link"')).toHaveLength(2);
    expect(modal).toContain(`"url":"${slack.url}${place}"`);
    expect(modal).toContain(slack.channel('newsroom').id);
    expect(modal.split(ada.id)).toHaveLength(2);
  });

  it('is not offered to anybody else, and refused to whoever presses it all the same', async () => {
    const { ada, grace, reply, deskMembers } = await openUsed();
    await ada.press(reply, 'show_context');
    expect(await modalWith(ada, 'Checked by')).not.toContain('Uses');
    await grace.press(reply, 'show_context');
    await modalWith(grace, 'Checked by');
    deskMembers.length = 0;
    await grace.press('modal', 'show_uses');
    const refusal = await grace.until(() => grace.messages('dm').find(({ isFromApp }) => isFromApp));
    expect(refusal.text).toContain('Who was shown a fact is for the desk to see');
    expect(textsIn(grace.modal()).join()).not.toContain('first shown');
  });
});
