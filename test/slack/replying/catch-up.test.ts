import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Delivery, factVersion, type NewQuestion, openLedger } from '../../../src/ledger/index.ts';
import type { SeenMessage, StandIn } from '../../../src/playground/index.ts';
import { readChannelSettings } from '../../../src/slack/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../sample-facts.ts';
import { openSlackDesk } from '../slack-desk.ts';

const MINUTE = 60_000;

/** A ledger as a bot leaves it that was killed some minutes ago. */
async function leaveBehind(minutesAgo: number) {
  const directory = await createFolder({});
  const before = () => new Date(Date.now() - minutesAgo * MINUTE);
  const ledger = await openLedger({ directory, now: before });
  const reopen = async () => {
    await ledger.close();
    return openLedger({ directory, now: () => new Date() });
  };
  return { ledger, reopen };
}

function asked(slack: StandIn, changes: Partial<NewQuestion>): NewQuestion {
  return {
    eventKey: 'left over',
    askedBy: slack.person('ada').id,
    surface: 'direct-message',
    words: SIGNATURE_QUESTION,
    isPrivate: true,
    replyAddress: null,
    team: null,
    channel: null,
    thread: null,
    ...changes,
  };
}

/** A reply that went out before. */
function replyTo(questionId: string): Delivery {
  return {
    kind: 'reply',
    questionId,
    facts: [],
    channel: null,
    messageTs: null,
    person: null,
    seenBy: null,
    sentBy: null,
  };
}

/** A reply address of a Slack that asks to wait for two seconds once, and then takes messages. */
async function openBusyReplyAddress() {
  const taken: string[] = [];
  let requests = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    requests += 1;
    if (requests === 1) {
      response.writeHead(429, { 'Retry-After': '2' }).end();
      return;
    }
    taken.push(body);
    response.end('ok');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, taken };
}

/** Posts, in the desk's channel unless another place is named, what a bot posted just before it was killed. */
async function postAsApp(
  slack: StandIn,
  mark: string,
  place: Readonly<Record<string, string>> = { channel: slack.channel('foreign-desk').id },
): Promise<void> {
  const words = { type: 'plain_text', text: 'A question for the desk.' };
  const body = JSON.stringify({
    ...place,
    text: words.text,
    blocks: [{ type: 'section', block_id: mark, text: words }],
  });
  const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' };
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ ok: true });
}

describe('a bot that was killed with questions in its hands', () => {
  it('answers a mention in its thread after the restart', async () => {
    const left = await leaveBehind(2);
    let thread = '';
    const inherit = async (slack: StandIn) => {
      const post = slack.person('ada').say('newsroom', 'A question from before.');
      thread = post.ts;
      await left.ledger.acceptQuestion(
        asked(slack, { surface: 'mention', isPrivate: false, channel: post.channel, thread }),
      );
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const reply = await ada.until(() => ada.thread('newsroom', thread)[0]);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('answers a mention to the asker alone where it was set meanwhile that nothing is posted', async () => {
    const left = await leaveBehind(2);
    let thread = '';
    const inherit = async (slack: StandIn) => {
      const post = slack.person('ada').say('newsroom', 'A question from before.');
      thread = post.ts;
      await left.ledger.acceptQuestion(
        asked(slack, { surface: 'mention', isPrivate: false, channel: post.channel, thread }),
      );
      return left.reopen();
    };
    const channelSettings = readChannelSettings('everywhere: {never post: true}');
    const { slack, ledger } = await openSlackDesk({ channelSettings }, { inherit });
    const ada = slack.person('ada');
    const reply = await ada.until(() => ada.thread('newsroom', thread)[0]);
    expect(reply).toMatchObject({ isPrivate: true, words: expect.stringContaining(SIGNATURE_QUOTE) });
    expect(textsIn(reply.blocks)).not.toContain('Share here');
    await expect.poll(() => ledger.questionsOf(ada.id)).toMatchObject([{ repliedAt: expect.any(Date) }]);
    expect(slack.person('grace').thread('newsroom', thread)).toEqual([]);
  });

  it('answers a command, by direct message when the reply address has lapsed', async () => {
    const left = await leaveBehind(2);
    const inherit = async (slack: StandIn) => {
      const replyAddress = `${slack.url}response/lapsed`;
      await left.ledger.acceptQuestion(asked(slack, { surface: 'command', replyAddress }));
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const reply = await ada.until(() => ada.messages('dm')[0]);
    expect(reply.text).toContain(`You asked: ${SIGNATURE_QUESTION}`);
  });

  it('answers a command through its reply address once Slack takes messages there again', async () => {
    const left = await leaveBehind(2);
    const { address: replyAddress, taken } = await openBusyReplyAddress();
    const inherit = async (slack: StandIn) => {
      await left.ledger.acceptQuestion(asked(slack, { surface: 'command', replyAddress }));
      return left.reopen();
    };
    const { slack, ledger, waits } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    await expect.poll(() => ledger.questionsOf(ada.id)).toMatchObject([{ repliedAt: expect.any(Date) }]);
    expect(taken).toEqual([expect.stringContaining(SIGNATURE_QUOTE)]);
    expect(waits).toContain(2_000);
    expect(ada.messages('dm')).toEqual([]);
  });

  it('does not reply twice where it may have replied, and says so', async () => {
    const left = await leaveBehind(2);
    const inherit = async (slack: StandIn) => {
      const { questionId } = await left.ledger.acceptQuestion(asked(slack, {}));
      await left.ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [] });
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const told = await ada.until(() => ada.messages('dm')[0]);
    expect(told.text).toContain('If you see no reply, ask again.');
  });

  it('looks in the thread before it replies to what it may have replied to', async () => {
    const left = await leaveBehind(2);
    let thread = '';
    const inherit = async (slack: StandIn) => {
      const post = slack.person('ada').say('newsroom', 'A question from before.');
      thread = post.ts;
      const question = asked(slack, { surface: 'mention', isPrivate: false, channel: post.channel, thread });
      const { questionId } = await left.ledger.acceptQuestion(question);
      await left.ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [] });
      return left.reopen();
    };
    const { slack, ledger } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const reply = await ada.until(() => ada.thread('newsroom', thread)[0]);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    await expect.poll(() => ledger.questionsOf(ada.id)).toMatchObject([{ repliedAt: expect.any(Date) }]);
    expect(ada.thread('newsroom', thread)).toHaveLength(1);
  });

  it('writes down where each message of a reply stands that was sent and not written down', async () => {
    const left = await leaveBehind(2);
    const quoted = ['a', 'b'].map((factId) => ({ factId, factHash: 'v1' }));
    const inherit = async (slack: StandIn) => {
      const { channel, ts: thread } = slack.person('ada').say('newsroom', 'A question from before.');
      const question = asked(slack, { surface: 'mention', isPrivate: false, channel, thread });
      const { questionId } = await left.ledger.acceptQuestion(question);
      await left.ledger.recordAnswer(questionId, {
        outcome: 'choices',
        quoted,
        frames: [['1.', 0], ['2.', 1], [1]],
      });
      for (const at of [0, 1, 2])
        await postAsApp(slack, `reply ${questionId} ${at}`, { channel, thread_ts: thread });
      return left.reopen();
    };
    const { slack, ledger } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    await expect.poll(() => ledger.questionsOf(ada.id)).toMatchObject([{ repliedAt: expect.any(Date) }]);
    const [post] = ada.messages('newsroom');
    const replies = ada.thread('newsroom', post?.ts ?? '').map(({ ts }) => ts);
    const usesOf = async (id: string) =>
      (await ledger.usesOf(id)).uses.map(({ messageTs }) => messageTs).toSorted();
    expect(replies).toHaveLength(3);
    expect(await usesOf('a')).toEqual(replies.slice(0, 1));
    expect(await usesOf('b')).toEqual(replies.slice(1));
  });

  it('answers a direct message in the thread of it, about what was replied before it and nothing after', async () => {
    const left = await leaveBehind(2);
    const desk = await openSampleDesk();
    let post: SeenMessage | undefined;
    const inherit = async (slack: StandIn) => {
      const ada = slack.person('ada');
      const words = [SIGNATURE_QUESTION, 'source?', 'How much land around Izium is mined?'];
      for (const text of words) {
        const said = ada.directMessage(text);
        const place = { words: text, channel: said.channel, thread: said.ts };
        const { questionId } = await left.ledger.acceptQuestion(
          asked(slack, { ...place, eventKey: `${said.channel}:${said.ts}` }),
        );
        if (text === 'source?') {
          post = said;
          continue;
        }
        const { quotes } = await desk.ask(text);
        await left.ledger.recordAnswer(questionId, { outcome: 'answer', quoted: quotes.map(factVersion) });
        await left.ledger.recordDelivery(replyTo(questionId));
      }
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const reply = await ada.until(() => ada.thread('dm', post?.ts ?? '')[0]);
    expect(reply.text).toContain(`About the reply to: ${SIGNATURE_QUESTION}`);
    expect(reply.text).toContain('Source: The treaty');
    expect(ada.thread('dm', post?.ts ?? '')).toHaveLength(1);
    expect(ada.messages('dm').filter(({ isFromApp }) => isFromApp)).toEqual([]);
  });

  it('does not answer again in a channel what only the asker could see there', async () => {
    const left = await leaveBehind(2);
    const inherit = async (slack: StandIn) => {
      const post = slack.person('ada').say('newsroom', 'A question from before.');
      const place = { channel: post.channel, thread: post.ts, surface: 'mention' } as const;
      const { questionId } = await left.ledger.acceptQuestion(asked(slack, place));
      await left.ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [] });
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const [post] = ada.messages('newsroom');
    const told = await ada.until(() => ada.thread('newsroom', post?.ts ?? '')[0]);
    expect(told.text).toContain('If you see no reply, ask again.');
    expect(told.text).not.toContain('restarted');
  });

  it.each(['before it posted', 'after it posted'])(
    'and killed in the middle of telling the desk, %s, has the desk see it once, and the asker the news of it',
    async (moment) => {
      const left = await leaveBehind(2);
      const inherit = async (slack: StandIn) => {
        const accepted = await left.ledger.acceptQuestion(asked(slack, { words: UNANSWERED_QUESTION }));
        const { questionId } = accepted;
        await left.ledger.recordDelivery(replyTo(questionId));
        const askedBy = slack.person('ada').id;
        const opened = await left.ledger.askDesk({ eventKey: 'k', questionId, askedBy, meaning: 'm' });
        if (opened.kind !== 'opened') throw new Error('The question was not opened.');
        await left.ledger.begin(`desk post ${opened.deskQuestion.id}`);
        if (moment === 'after it posted') await postAsApp(slack, `desk post ${opened.deskQuestion.id} 0`);
        return left.reopen();
      };
      const { slack, ledger } = await openSlackDesk({}, { inherit, deskChannel: 'foreign-desk' });
      await expect.poll(async () => (await ledger.unfinishedDeskWork()).unposted).toEqual([]);
      const grace = slack.person('grace');
      const posts = grace.messages('foreign-desk').filter(({ isFromApp }) => isFromApp);
      expect(posts).toHaveLength(1);
      const [open] = await ledger.openDeskQuestions();
      expect(open?.deskMessage).toEqual({ channel: posts[0]?.channel, messageTs: posts[0]?.ts });
    },
  );

  it('leaves alone what is too old to be waited for', async () => {
    const left = await leaveBehind(45);
    const inherit = async (slack: StandIn) => {
      await left.ledger.acceptQuestion(asked(slack, {}));
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage('help'));
    expect(ada.messages('dm').filter(({ isFromApp }) => isFromApp)).toEqual([]);
  });

  it('posts questions the desk has not seen, and tells askers what the desk has closed', async () => {
    const left = await leaveBehind(2);
    const inherit = async (slack: StandIn) => {
      for (const key of ['open', 'closed']) {
        const words = `${UNANSWERED_QUESTION} (${key})`;
        const accepted = await left.ledger.acceptQuestion(asked(slack, { eventKey: key, words }));
        const { questionId } = accepted;
        await left.ledger.recordDelivery(replyTo(questionId));
        const askedBy = slack.person('ada').id;
        const desk = await left.ledger.askDesk({ eventKey: key, questionId, askedBy, meaning: key });
        if (desk.kind !== 'opened' || key === 'open') continue;
        await left.ledger.closeDeskQuestion({
          deskQuestionId: desk.deskQuestion.id,
          state: 'answered',
          note: 'Hekla.',
          closedBy: askedBy,
        });
      }
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit, deskChannel: 'foreign-desk' });
    const ada = slack.person('ada');
    const news = await ada.until(() => ada.messages('dm')[0]);
    expect(news.text).toContain('The desk has answered your question.');
    expect(news.text).toContain('Closed: Hekla.');
    const posted = ada.messages('foreign-desk').map(({ text }) => text);
    expect(posted.join()).toContain(`${UNANSWERED_QUESTION} (open)`);
  });

  it('posts complaints the desk has not seen, and tells people what the desk has closed', async () => {
    const left = await leaveBehind(2);
    const inherit = async (slack: StandIn) => {
      const givenBy = slack.person('ada').id;
      for (const line of ['open', 'closed']) {
        const complaint = { questionId: 'q', fact: null, givenBy, reason: 'other', line } as const;
        const { reportId } = await left.ledger.recordReport({ eventKey: line, ...complaint });
        if (line === 'open') continue;
        const closedBy = slack.person('grace').id;
        await left.ledger.closeReport({ reportId, note: 'Mended.', closedBy });
      }
      return left.reopen();
    };
    const { slack } = await openSlackDesk({}, { inherit, deskChannel: 'foreign-desk' });
    const ada = slack.person('ada');
    const news = await ada.until(() => ada.messages('dm')[0]);
    expect(news.text).toContain('You said: Something else: closed');
    expect(news.text).toContain('Closed: Mended.');
    const posted = await ada.until(() => ada.messages('foreign-desk')[0]);
    expect(posted.text).toContain('In their words: open');
    expect(ada.messages('foreign-desk')).toHaveLength(1);
  });
});
