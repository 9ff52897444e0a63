import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, UNANSWERED_QUESTION } from '../../sample-facts.ts';
import { openSlackDesk, readOwnManifest, type SlackDesk } from '../../slack-desk.ts';

const NOT_YOURS = 'Only whoever asked this can do that. Ask the question yourself.';

async function askPrivately(person: Person, question: string): Promise<SeenMessage> {
  await person.command('newsroom', '/fact', question);
  return person.until(() => person.messages('newsroom').at(-1));
}

async function askAloud({ slack }: SlackDesk, person: Person, question: string): Promise<SeenMessage> {
  return person.reply(person.say('newsroom', `<@${slack.botUserId}> ${question}`));
}

describe('a button under a reply that somebody else alone sees', () => {
  it('shares nothing, puts nothing to the desk and complains of nothing', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    const answer = await askPrivately(ada, SIGNATURE_QUESTION);
    for (const [nth, button] of ['share_here', 'ask_the_desk', 'not_right'].entries()) {
      await grace.press(answer, button);
      const told = await grace.until(() => grace.messages('newsroom')[nth]);
      expect(told).toMatchObject({ isPrivate: true, text: NOT_YOURS });
    }
    expect(grace.modal()).toBeUndefined();
    expect(await desk.ledger.openDeskQuestions()).toEqual([]);
    expect(grace.messages('foreign-desk')).toEqual([]);
  });

  it('puts nobody else’s direct message to the desk', async () => {
    const desk = await openSlackDesk();
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    const reply = await ada.reply(ada.directMessage(UNANSWERED_QUESTION));
    await grace.press(reply, 'ask_the_desk');
    const told = ({ method }: { method: string }) => method === 'chat.postEphemeral';
    await desk.slack.until(() => desk.slack.calls.some(told));
    expect(await desk.ledger.openDeskQuestions()).toEqual([]);
  });
});

describe('a question that was asked aloud', () => {
  it('may be put to the desk by every colleague in the channel', async () => {
    const desk = await openSlackDesk();
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    await grace.press(await askAloud(desk, ada, UNANSWERED_QUESTION), 'ask_the_desk');
    await expect.poll(() => desk.ledger.openDeskQuestions()).toMatchObject([{ askedBy: grace.id }]);
  });
});

describe('a private reply that was shared', () => {
  it('may be called not right by everybody who sees it', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.press(await askPrivately(ada, SIGNATURE_QUESTION), 'share_here');
    const shared = await grace.until(() => grace.messages('newsroom')[0]);
    await grace.press(shared, 'not_right');
    await grace.until(() => textsIn(grace.modal()).length > 0);
  });
});

describe('closing for the desk, where nobody is named as its member', () => {
  async function putToDesk(desk: SlackDesk): Promise<{ ada: Person; posted: SeenMessage }> {
    const ada = desk.slack.person('ada');
    await ada.press(await ada.reply(ada.directMessage(UNANSWERED_QUESTION)), 'ask_the_desk');
    return { ada, posted: await ada.until(() => ada.messages('foreign-desk')[0]) };
  }

  it('is for the members of its channel', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const { ada, posted } = await putToDesk(desk);
    const [grace, alan] = [desk.slack.person('grace'), desk.slack.person('alan')];
    await grace.press(posted, 'desk_answered');
    await grace.until(() => grace.modal());
    const { members } = desk.slack.channel('foreign-desk');
    members.delete(grace.id);
    await grace.submit({ note: 'None did.' });
    await grace.until(() =>
      textsIn(grace.modal()).join().includes('Only members of the desk can close this.'),
    );
    members.delete(alan.id);
    await alan.press(posted, 'desk_answered');
    await ada.press(posted, 'desk_wont_answer');
    await ada.until(() => ada.modal());
    expect(alan.modal()).toBeUndefined();
    expect(await desk.ledger.openDeskQuestions()).toHaveLength(1);
  });

  it('is to be tried again where Slack takes too long, and says so', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const { ada, posted } = await putToDesk(desk);
    desk.slack.faults.next('views.open', { kind: 'refused', error: 'expired_trigger_id' });
    await ada.press(posted, 'desk_answered');
    const told = await ada.until(() => ada.messages('foreign-desk')[1]);
    expect(told.text).toBe('This could not be closed just now. Try again in a minute.');
  });

  it('is warned about at the start where Slack does not tell who they are', async () => {
    const manifest = await readOwnManifest();
    const scopes = { bot: ['chat:write', 'commands', 'im:history'] };
    const few = { ...manifest, oauth_config: { ...manifest.oauth_config, scopes } };
    const { log } = await openSlackDesk({}, { manifest: few, deskChannel: 'foreign-desk' });
    await expect.poll(log).toContain('nobody can close what the desk has in hand');
  });

  it('is for nobody where Slack does not tell who they are, and says what to do', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const { ada, posted } = await putToDesk(desk);
    desk.slack.faults.next('conversations.members', { kind: 'refused', error: 'missing_scope' });
    await ada.press(posted, 'desk_answered');
    const told = await ada.until(() => ada.messages('foreign-desk')[1]);
    expect(told.text).toContain('name the desk in DESK_MEMBERS');
    expect(ada.modal()).toBeUndefined();
  });
});
