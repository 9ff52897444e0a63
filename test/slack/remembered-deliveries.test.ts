import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportedRecord, RecordKind } from '../../src/ledger/index.ts';
import { createSheet } from '../corpus/temporary-folder.ts';
import { HARBOUR, openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk, type SlackDesk } from './slack-desk.ts';

async function recorded({ ledger }: SlackDesk, records: RecordKind): Promise<readonly ExportedRecord[]> {
  const all: ExportedRecord[] = [];
  for await (const record of ledger.exportRecords(records, { withPrivate: true })) all.push(record);
  return all;
}

/** What is written down a moment after it is seen. */
function deliveries(desk: SlackDesk, count: number): Promise<readonly ExportedRecord[]> {
  return expect
    .poll(() => recorded(desk, 'deliveries'))
    .toHaveLength(count)
    .then(() => recorded(desk, 'deliveries'));
}

describe('what the ledger remembers of what people saw', () => {
  it('is the exact words, with the line that stood under them', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    const question = ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const seen = await ada.reply(question);
    await deliveries(desk, 1);
    const [version] = await recorded(desk, 'fact-versions');
    expect(version).toMatchObject({
      fact_id: 'treaty-signed-in-ottawa',
      text: SIGNATURE_QUOTE,
      kind: 'statement',
      source_line: 'As of 3 December 1997 · The treaty & its <signatories>, Treaty Office, 3 December 1997',
      url: 'https://example.org/treaty?a=1&b=2',
    });
    expect(seen.words).toContain(version?.source_line);
    const channel = desk.slack.channel('newsroom').id;
    const found = await Promise.all([seen, question].map(({ ts }) => desk.ledger.repliesIn({ channel, ts })));
    expect(found[0]).toMatchObject([{ messageTs: seen.ts, facts: [{ words: { text: SIGNATURE_QUOTE } }] }]);
    expect(found[1]).toEqual(found[0]);
  });

  it('is who got it where: in a thread, alone, by direct message, and as it was shared', async () => {
    const desk = await openSlackDesk();
    const { slack } = desk;
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const inThread = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
    const direct = await grace.reply(grace.directMessage(SIGNATURE_QUESTION));
    const before = ada.messages('newsroom').length;
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const alone = await ada.until(() => ada.messages('newsroom')[before]);
    await ada.press(alone, 'share_here');
    const shared = await grace.until(() =>
      grace.messages('newsroom').find(({ text }) => text.startsWith('Shared by')),
    );
    const newsroom = slack.channel('newsroom').id;
    const place = { fact_id: 'treaty-signed-in-ottawa', channel: newsroom };
    const all = await deliveries(desk, 4);
    expect(all).toContainEqual(
      expect.objectContaining({
        ...place,
        kind: 'reply',
        person: ada.id,
        seen_by: null,
        message_ts: inThread.ts,
      }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ ...place, kind: 'reply', person: ada.id, seen_by: ada.id }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ ...place, kind: 'share', sent_by: ada.id, message_ts: shared.ts }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ kind: 'direct-message', person: grace.id, message_ts: direct.ts }),
    );
  });

  it('is each message of a reply that is too long for one, with the facts that it shows', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const fact = (id: string, figure: number) => {
      const long = `${`The works of ${id} went on and on. `.repeat(140)}`;
      return `## ${id}\n> In 2024 the ferry to Halm carried ${figure} people. ${long.trim()}\n\n- kind: statement\n`;
    };
    for (const [id, figure] of [
      ['north', 1400],
      ['south', 1900],
    ] as const)
      await writeFile(
        join(folder, `${id}.md`),
        createSheet(fact(id, figure), `title: ${id}\npublished: 2025`),
      );
    await reload();
    const desk = await openSlackDesk({ factDesk });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage('How many people did the ferry to Halm carry in 2024?');
    await ada.reply(question);
    await expect.poll(() => recorded(desk, 'deliveries')).not.toHaveLength(0);
    const all = await recorded(desk, 'deliveries');
    const replies = ada.thread('dm', question.ts);
    expect(replies.length).toBeGreaterThan(1);
    for (const { fact_id: id, message_ts: ts } of all) {
      const shown = replies.find((message) => message.ts === ts);
      expect(shown?.text, `${id}`).toContain(`The works of ${id} went on`);
    }
    const pages = (id: string) => replies.filter(({ text }) => text.includes(`The works of ${id} `)).length;
    expect(all.map(({ fact_id }) => fact_id).toSorted()).toEqual([
      ...Array.from({ length: pages('north') }, () => 'north'),
      ...Array.from({ length: pages('south') }, () => 'south'),
    ]);
  });

  it('is a fact that somebody was shown on a press', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    await writeFile(join(folder, 'harbour.md'), HARBOUR);
    await reload();
    const desk = await openSlackDesk({ factDesk });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage('anything on harbour works?');
    await ada.press(await ada.reply(question), 'show_fact');
    const shown = await ada.until(() => ada.thread('dm', question.ts)[1]);
    expect(await deliveries(desk, 2)).toContainEqual(
      expect.objectContaining({
        kind: 'direct-message',
        person: ada.id,
        seen_by: ada.id,
        message_ts: shown.ts,
      }),
    );
    const versions = await recorded(desk, 'fact-versions');
    expect(versions.map(({ text }) => text)).toContain('The pier costs 3 million dollars.');
  });

  it('is what a workflow was given, and nothing where it was given nothing', async () => {
    const files = await openFilesDesk();
    const desk = await openSlackDesk({
      factDesk: {
        ...files.factDesk,
        ask: async (...asked) => {
          const answer = await files.factDesk.ask(...asked);
          const isUnsure = asked[0].includes('Axworthy') && answer.outcome === 'answer';
          return isUnsure ? { ...answer, outcome: 'choices' } : answer;
        },
      },
    });
    await desk.slack.runStep('find_fact', { question: 'What did Axworthy call the convention?' });
    await desk.slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    expect(await deliveries(desk, 1)).toMatchObject([
      { kind: 'workflow-step', fact_id: 'treaty-signed-in-ottawa', person: null, channel: null },
    ]);
  });

  it('is each version of a fact that was changed between two replies', async () => {
    const files = await openFilesDesk();
    const desk = await openSlackDesk({ factDesk: files.factDesk });
    const ada = desk.slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const sheet = `${files.folder}/treaty.md`;
    const text = await readFile(sheet, 'utf8');
    await writeFile(sheet, text.replace('on 3 December 1997.', 'on 4 December 1997.'));
    await files.reload();
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const [first, second] = await deliveries(desk, 2);
    expect(first?.fact_hash).not.toBe(second?.fact_hash);
    expect((await recorded(desk, 'fact-versions')).map((version) => version.text)).toEqual([
      'The convention was opened for signature in Ottawa on 3 December 1997.',
      'The convention was opened for signature in Ottawa on 4 December 1997.',
    ]);
  });
});
