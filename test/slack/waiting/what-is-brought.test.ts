import { describe, expect, it } from 'vitest';
import { type ChannelSettings, readChannelSettings } from '../../../src/slack/index.ts';
import { saying } from '../../corpus/archive/a-folder.ts';
import {
  AUDIT_QUESTION,
  AUDIT_QUOTE,
  embargoedSheet,
  NOW_THERE_IS,
  OPEN_SHEET,
  openEmbargoDesk,
  RELEASE,
} from './embargo-desk.ts';

const AFTER = '2025-06-02T10:00:30Z';

const CRATES = 'How many crates of amber did coastguards catch Baldassare Krumm with?';
const CAUGHT = 'Coastguards caught the smuggler Baldassare Krumm with 12 crates of amber.';
const article = (properties: Readonly<Record<string, unknown>>) =>
  `${saying(CAUGHT, {
    uri: 'https://post.example/smugglers-caught',
    firstCreated: '2025-06-01T08:00:00Z',
    versionCreated: '2025-06-01T08:00:00Z',
    ...properties,
  })}\n`;

const TWO_FIGURES = `---
title: Audit of the harbour trust
publisher: Court of Audit
published: 2025-06-02
topics: [audit]
---

## audit-invoices
> The audit of 2025 found 37 invoices forged.

- kind: statement
- embargo until: 2025-06-02T10:00:00Z
- asked as: How many invoices did the audit of 2025 find forged?

## audit-contracts
> Nine contracts were forged, the audit of 2025 found.

- kind: statement
- embargo until: 2025-06-02T10:00:00Z
- asked as: How many contracts did the audit of 2025 find forged?
`;

/** Settings in which a channel is kept to topics. */
function settingsBy(topicsOf: (channel: string | null) => readonly string[] | null): ChannelSettings {
  const settings = readChannelSettings('everywhere: {}');
  return { ...settings, of: (channel) => ({ ...settings.of(channel), topics: topicsOf(channel) }) };
}

describe('an article of the archive', () => {
  it('under embargo is brought when its time has come', async () => {
    const desk = await openEmbargoDesk({
      articles: { 'a.jsonl': article({ embargoedUntil: '2025-06-02T10:00:00Z' }) },
    });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(CRATES);
    expect((await ada.reply(question)).words).toContain('Nothing on file');
    await desk.looked();
    desk.setClock(AFTER);
    await desk.takeUp();
    const [, brought] = ada.thread('dm', question.ts);
    expect(brought?.text).toContain(NOW_THERE_IS);
    expect(brought?.words).toContain(CAUGHT);
  });

  it('that expires before its embargo ends is brought to nobody', async () => {
    const desk = await openEmbargoDesk({
      articles: {
        'a.jsonl': article({
          embargoedUntil: '2025-06-02T10:00:00Z',
          expires: '2025-06-02T09:30:00Z',
        }),
      },
    });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(CRATES);
    await ada.reply(question);
    await desk.looked();
    desk.setClock(AFTER);
    await desk.takeUp();
    expect(ada.thread('dm', question.ts)).toHaveLength(1);
  });

  it('withheld until further notice is brought once a version of it may be shown', async () => {
    const desk = await openEmbargoDesk({ articles: { 'a.jsonl': article({ pubStatus: 'withheld' }) } });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(CRATES);
    await ada.reply(question);
    await desk.looked();
    const version = { version: '2', versionCreated: '2025-06-02T09:10:00Z' };
    await desk.importArticles({ 'b.jsonl': article({ pubStatus: 'usable', ...version }) });
    const [, brought] = ada.thread('dm', question.ts);
    expect(brought?.words).toContain(CAUGHT);
  });

  it('that is canceled meanwhile is brought to nobody', async () => {
    const desk = await openEmbargoDesk({
      articles: { 'a.jsonl': article({ embargoedUntil: '2025-06-02T10:00:00Z' }) },
    });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(CRATES);
    await ada.reply(question);
    await desk.looked();
    const version = { version: '2', versionCreated: '2025-06-02T09:10:00Z' };
    await desk.importArticles({ 'b.jsonl': article({ pubStatus: 'canceled', ...version }) });
    desk.setClock(AFTER);
    await desk.takeUp();
    expect(ada.thread('dm', question.ts)).toHaveLength(1);
  });
});

describe('a fact on a topic', () => {
  it('is brought where that may be seen, and not to a channel that is kept to others', async () => {
    const limited = await openEmbargoDesk({
      app: { channelSettings: settingsBy((channel) => (channel?.startsWith('C') ? ['harbour'] : null)) },
    });
    const ada = limited.slack.person('ada');
    const aloud = ada.say('newsroom', `<@${limited.slack.botUserId}> ${AUDIT_QUESTION}`);
    await ada.reply(aloud);
    await ada.command('newsroom', '/fact', AUDIT_QUESTION);
    const direct = ada.directMessage(AUDIT_QUESTION);
    await ada.reply(direct);
    await limited.looked();
    limited.setClock(AFTER);
    await limited.takeUp();
    expect(ada.thread('newsroom', aloud.ts)).toHaveLength(1);
    expect(ada.messages('dm').filter(({ text }) => text.includes(NOW_THERE_IS))).toEqual([]);
    expect(ada.thread('dm', direct.ts).at(-1)?.words).toContain(AUDIT_QUOTE);
  });

  it('is not brought to a channel that was kept to others since', async () => {
    let topics: readonly string[] | null = null;
    const desk = await openEmbargoDesk({ app: { channelSettings: settingsBy(() => topics) } });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(AUDIT_QUESTION);
    await ada.reply(question);
    await desk.looked();
    topics = ['harbour'];
    desk.setClock(AFTER);
    await desk.takeUp();
    expect(ada.thread('dm', question.ts)).toHaveLength(1);
  });
});

describe('what is said of the time of asking', () => {
  it('is that the desk was changing a fact, where a broken save withheld it', async () => {
    const desk = await openEmbargoDesk();
    const broken = OPEN_SHEET.replace('- kind: statement', '- kind: statement\n- staus: withdrawn');
    await desk.save({ 'harbour.md': broken });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage('How deep is the harbour basin?');
    expect((await ada.reply(question)).words).toContain('The desk is changing a fact that may answer this.');
    await desk.looked();
    await desk.save({ 'harbour.md': OPEN_SHEET });
    const [, brought] = ada.thread('dm', question.ts);
    expect(brought?.text).toContain('At that time the desk was changing a fact that answers this');
    expect(brought?.words).toContain('The harbour basin is nine metres deep.');
  });

  it('is that there were close matches, and nothing where the asker chose one of them', async () => {
    const desk = await openEmbargoDesk({
      files: {
        'harbour.md': OPEN_SHEET,
        'audit.md': OPEN_SHEET.replace('Harbour report', 'Later report')
          .replace('## harbour-depth', '## harbour-depth-2026')
          .replace('nine metres deep', 'eleven metres deep at high tide')
          .replace('- kind: statement', '- kind: statement\n- embargo until: 2025-06-02T10:00:00Z')
          .replace('How deep is the harbour basin?', 'How deep is the harbour basin at high tide?')
          .replace(/## harbour-cranes[\s\S]*/, ''),
      },
    });
    const words = 'How deep is the harbour basin at high tide?';
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    const [first, second] = [ada.directMessage(words), grace.directMessage(words)];
    const [reply] = [await ada.reply(first), await grace.reply(second)];
    expect(reply.words).toContain('close match');
    await desk.looked();
    await grace.press(await grace.reply(second), 'this_one');
    await expect.poll(() => grace.thread('dm', second.ts)[0]?.words).toContain('You chose this');
    desk.setClock(AFTER);
    await desk.takeUp();
    expect(ada.thread('dm', first.ts).at(-1)?.text).toContain(
      'At that time only close matches were on file; now there is an answer.',
    );
    expect(grace.thread('dm', second.ts)).toHaveLength(1);
  });
});

describe('a question', () => {
  it('that was asked three times in one place is told once, where it was asked last', async () => {
    const desk = await openEmbargoDesk();
    const ada = desk.slack.person('ada');
    const asked = [];
    for (const [at, words] of [AUDIT_QUESTION, AUDIT_QUESTION.toUpperCase(), AUDIT_QUESTION].entries()) {
      desk.setClock(`2025-06-02T09:0${at}:00Z`);
      const question = ada.directMessage(words);
      await ada.reply(question);
      asked.push(question);
    }
    await desk.looked();
    desk.setClock(AFTER);
    await desk.takeUp();
    await desk.takeUp();
    expect(asked.map(({ ts }) => ada.thread('dm', ts).length)).toEqual([1, 1, 2]);
  });

  it('that leans on the one before it is asked again together with it, however much was asked since', async () => {
    const desk = await openEmbargoDesk({
      files: { 'harbour.md': OPEN_SHEET, 'audit.md': TWO_FIGURES },
    });
    const ada = desk.slack.person('ada');
    await ada.reply(ada.directMessage('How many invoices did the audit of 2025 find forged?'));
    desk.setClock('2025-06-02T09:01:00Z');
    const question = ada.directMessage('and how many contracts?');
    expect((await ada.reply(question)).words).toContain('Nothing on file');
    await desk.looked();
    for (let n = 0; n < 31; n++) {
      desk.setClock(`2025-06-02T09:${String(10 + n).padStart(2, '0')}:00Z`);
      await ada.reply(ada.directMessage('How many cranes unload the ships?'));
    }
    desk.setClock(AFTER);
    await desk.takeUp();
    expect(ada.thread('dm', question.ts).at(-1)?.words).toContain('Nine contracts');
  });

  it('that is answered surely by what may be shown waits for nothing', async () => {
    const desk = await openEmbargoDesk();
    const ada = desk.slack.person('ada');
    await ada.reply(ada.directMessage('How deep is the harbour basin?'));
    await desk.looked();
    expect(await desk.ledger.awaitedFacts()).toEqual([]);
  });
});

describe('what whoever waits is told', () => {
  it('comes by direct message where the channel was shared with another organisation since they asked', async () => {
    const desk = await openEmbargoDesk();
    const { slack } = desk;
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${AUDIT_QUESTION}`);
    await ada.reply(question);
    await desk.looked();
    const eve = slack.outsider('eve');
    desk.setClock(AFTER);
    await desk.takeUp();
    await ada.until(() => ada.messages('dm').find(({ words }) => words.includes(AUDIT_QUOTE)));
    const seen = eve.thread('newsroom', question.ts).map(({ text }) => text);
    expect(seen.some((text) => text.includes('37'))).toBe(false);
  });

  it('is not told again where they got it since, and once where they asked it in several places', async () => {
    const desk = await openEmbargoDesk();
    const { slack } = desk;
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(AUDIT_QUESTION));
    const before = ada.messages('newsroom').length;
    await ada.command('newsroom', '/fact', AUDIT_QUESTION);
    await ada.until(() => ada.messages('newsroom')[before]);
    await desk.looked();
    desk.setClock(AFTER);
    await desk.takeUp();
    const told = () => {
      const direct = ada.messages('dm');
      const all = [...direct, ...direct.flatMap(({ ts }) => ada.thread('dm', ts))];
      return new Set(all.filter(({ text }) => text.includes(NOW_THERE_IS)).map(({ ts }) => ts));
    };
    await ada.until(() => told().size > 0);
    await desk.takeUp();
    expect(told().size).toBe(1);
  });

  it('says that sources differ where two embargoed ones do', async () => {
    const other = embargoedSheet(RELEASE, 'The audit found 41 forged invoices.')
      .replace('audit-forged-invoices', 'audit-forged-invoices-again')
      .replace('title: Audit of the harbour trust', 'title: Second audit of the harbour trust')
      .replace('publisher: Court of Audit', 'publisher: Port Office');
    const desk = await openEmbargoDesk({
      files: { 'harbour.md': OPEN_SHEET, 'audit.md': embargoedSheet(), 'again.md': other },
    });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(AUDIT_QUESTION);
    await ada.reply(question);
    await desk.looked();
    desk.setClock(AFTER);
    await desk.takeUp();
    const brought = await ada.until(() => ada.thread('dm', question.ts)[1]);
    expect(brought.text).toContain('Sources differ.');
    expect(brought.words).toContain('37 forged');
    expect(brought.words).toContain('41 forged');
  });
});
