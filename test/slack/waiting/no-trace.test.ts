import { describe, expect, it } from 'vitest';
import { RECORD_COLUMNS, type RecordKind } from '../../../src/ledger/index.ts';
import {
  AUDIT_QUESTION,
  type EmbargoDesk,
  embargoedSheet,
  OPEN_SHEET,
  openEmbargoDesk,
} from './embargo-desk.ts';

/** Ids and times of one workspace, which another has others of. */
function plain(what: unknown): unknown {
  const text = JSON.stringify(what) ?? 'null';
  return JSON.parse(
    text
      .replaceAll(/\d{10}\.\d{6}/g, 'TS')
      .replaceAll(/(?<![.\da-f])[0-9a-f]{16,}(?![\da-f])/g, 'ID')
      .replaceAll(/\b[A-Zbh]0PG\w+/g, 'NUMBER')
      .replaceAll(/"(time|pid|tookMs|responseTimeMs|ms)":[\d.]+/g, '"$1":0')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
      .replaceAll(/\/tmp\/[\w/-]+/g, 'FOLDER')
      .replaceAll(/\/(response|events)\/[\w-]+/g, '/$1/ADDRESS'),
  );
}

/** Asks the same on every surface, and something that the open sheet answers. */
async function askEverywhere({ slack, takeUp, looked, setClock, now }: EmbargoDesk) {
  const goOn = () => setClock(new Date(now().getTime() + 1_000).toISOString());
  const [ada, grace] = [slack.person('ada'), slack.person('grace')];
  const seen: unknown[] = [];
  const questions = [
    AUDIT_QUESTION,
    'forged invioces?',
    'anything on audit?',
    'How deep is the harbour basin?',
  ];
  for (const question of questions) {
    goOn();
    const mention = ada.say('newsroom', `<@${slack.botUserId}> ${question}`);
    seen.push(await ada.reply(mention));
    goOn();
    const direct = grace.directMessage(question);
    seen.push(await grace.reply(direct));
    const before = ada.messages('newsroom').length;
    goOn();
    await ada.command('newsroom', '/fact', question);
    seen.push(await ada.until(() => ada.messages('newsroom')[before]));
    goOn();
    seen.push(await slack.runStep('find_fact', { question }));
  }
  goOn();
  seen.push(await grace.reply(grace.directMessage('and who forged them?')));
  ada.openHome();
  await ada.until(() => ada.home());
  await ada.press('home', 'home_question', { value: AUDIT_QUESTION });
  await ada.until(() => JSON.stringify(ada.home()).includes('Nothing on file'));
  await looked();
  await takeUp();
  return [
    ...seen,
    ada.home(),
    grace.messages('dm'),
    ada.messages('newsroom'),
    slack.person('maya').prompts(),
  ];
}

async function exported({ ledger }: EmbargoDesk, withPrivate: boolean): Promise<unknown> {
  const all: unknown[] = [];
  for (const kind of Object.keys(RECORD_COLUMNS) as RecordKind[]) {
    const records: string[] = [];
    for await (const record of ledger.exportRecords(kind, { withPrivate }))
      records.push(JSON.stringify(plain(record)));
    all.push([kind, records.toSorted()]);
  }
  return all;
}

async function everythingTold(files: Readonly<Record<string, string>>) {
  const desk = await openEmbargoDesk({ files, app: { deskMembers: [] } });
  const seen = plain(await askEverywhere(desk));
  const calls = desk.slack.calls.map(({ method }) => method).filter((method) => method.startsWith('chat.'));
  const home = await desk.factDesk.onFile();
  return {
    ...{ seen, calls, home },
    counts: await desk.ledger.counts(),
    exported: [await exported(desk, false), await exported(desk, true)],
    // Sockets are opened and closed when they will.
    logged: desk
      .log()
      .split('\n')
      .filter((line) => /replied|look|wait|embargo|audit|question/.test(line))
      .map((line) => plain(JSON.parse(line))),
    waiting: await desk.ledger.awaitedFacts(),
  };
}

describe('a fact under embargo that people ask for', () => {
  it('changes nothing that anybody sees, in Slack, in the log, in counts and in exports', async () => {
    const { waiting, ...secret } = await everythingTold({
      'harbour.md': OPEN_SHEET,
      'audit.md': embargoedSheet(),
    });
    const { waiting: none, ...without } = await everythingTold({ 'harbour.md': OPEN_SHEET });
    expect([waiting, none]).toEqual([['audit-forged-invoices'], []]);
    expect(secret.seen).toEqual(without.seen);
    expect(secret).toEqual(without);
    expect(JSON.stringify(secret)).not.toMatch(/37|audit-forged|Court of Audit/);
  });

  it('adds no call to Slack, and no work before the reply is out', async () => {
    const desk = await openEmbargoDesk();
    const ada = desk.slack.person('ada');
    const order: string[] = [];
    const { awaited } = desk.factDesk;
    Object.assign(desk.factDesk, {
      awaited: async (...asked: Parameters<typeof awaited>) => {
        order.push(ada.messages('dm').some(({ replyCount }) => replyCount > 0) ? 'reply, look' : 'look');
        return awaited(...asked);
      },
    });
    await ada.reply(ada.directMessage(AUDIT_QUESTION));
    await expect.poll(() => order).toEqual(['reply, look']);
  });
});
