import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultChannelSettings } from '../../../../src/slack/index.ts';
import { openTestLedger } from '../../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../../ledger/test-databases.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { askAloud, askDirectly, askPrivately, DESK, said, seen } from './asking-the-desk.ts';
import { FILLED, openGapDesk, putForward } from './open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const TOLD = 'The desk has answered your question.';

describe.each(await databaseKinds())('a question that nothing answers $name', (kind) => {
  const workspace = { inherit: () => openTestLedger(kind) };

  describe('from an open question to a signed fact, to everybody who asked', () => {
    it('shows each what is theirs: the desk, the writer, the signer, and three who asked in three ways', async () => {
      const { slack, folder, readAgain, ledger } = await openGapDesk({}, workspace);
      const [ada, bob, cy] = [slack.person('ada'), slack.person('bob'), slack.person('cy')];
      const [grace, alan] = [slack.person('grace'), slack.person('alan')];
      await askDirectly(ada, QUESTION);
      const asked = await askAloud(bob, 'how many hospitals does gaza have', { botUserId: slack.botUserId });
      await askPrivately(cy, QUESTION);

      // The writer: the form holds all that was asked.
      await grace.press(await said(grace, DESK, '3 people asked'), 'desk_answer');
      const form = await grace.until(() => grace.modal());
      expect(JSON.stringify(form)).toContain(`${QUESTION}\\nhow many hospitals does gaza have`);
      await grace.submit(FILLED);
      await grace.until(() => textsIn(grace.modal()).join().includes('Another member of the desk signs it.'));

      // The desk: the draft as readers will see it.
      const draft = await said(alan, DESK, `Draft of a fact, by <@${grace.id}>`);
      expect(draft.text).toContain(FILLED.text);
      expect(draft.text).toContain('Rik Peeperkorn, WHO');
      expect(draft.text).toContain('how many hospitals does gaza have');

      // Nobody signs what they wrote.
      await grace.press(draft, 'draft_sign');
      expect(await said(grace, DESK, 'You wrote this draft.')).toMatchObject({ isPrivate: true });
      expect(seen(alan, DESK).some(({ text }) => text.includes('You wrote this draft.'))).toBe(false);

      await alan.press(draft, 'draft_sign');
      await said(alan, DESK, `Signed by <@${alan.id}>.`);
      const onFile = await said(alan, DESK, 'On file in desk/2026-12.md as hospitals-there-gaza-');
      expect(onFile.blocks.some(({ type }) => type === 'actions')).toBe(false);
      const sheet = await readFile(join(folder, 'desk/2026-12.md'), 'utf8');
      expect(sheet).toContain(`> ${FILLED.text}\n`);
      expect(sheet).toContain('- checked by: grace and alan, 1 December 2026\n');
      expect(sheet).toContain('- asked as: how many hospitals does gaza have\n');

      // Those who asked: where they asked, once.
      await readAgain();
      const inDirectMessages = await said(ada, 'dm', TOLD);
      expect(inDirectMessages.text).toContain(FILLED.text);
      const inThread = await said(bob, 'newsroom', TOLD);
      expect(inThread).toMatchObject({ threadTs: asked.ts });
      expect(inThread.text).toContain(`<@${bob.id}>, you asked`);
      const instead = await said(cy, 'dm', TOLD);
      expect(instead.text).toContain(`You asked in <#${asked.channel}`);
      await said(alan, DESK, `Told where they asked: <@${ada.id}>, <@${bob.id}>, <@${cy.id}>.`);
      await said(alan, DESK, `Answered with a fact, by <@${alan.id}>`);

      await readAgain();
      for (const [person, where] of [
        [ada, 'dm'],
        [bob, 'newsroom'],
        [cy, 'dm'],
      ] as const)
        expect(seen(person, where).filter(({ text }) => text.includes(TOLD))).toHaveLength(1);
      expect(seen(ada, 'newsroom').some(({ text }) => text.includes(`<@${cy.id}>`))).toBe(false);
      expect(await ledger.openDeskQuestions()).toEqual([]);
      expect(await ledger.unfinishedDrafts()).toEqual({ unposted: [], unfiled: [], untold: [] });

      // The next who asks gets it at once.
      const reply = await alan.reply(alan.directMessage(QUESTION));
      expect(reply.text).toContain(FILLED.text);
    });

    it('tells a colleague who took the question up in the thread, and nobody beyond the topics of a channel', async () => {
      const limited = { ...defaultChannelSettings.of(null), topics: ['land mines'] };
      const settings: string[] = [];
      const channelSettings = {
        ...defaultChannelSettings,
        of: (channel: string | null) =>
          channel !== null && settings.includes(channel) ? limited : defaultChannelSettings.of(channel),
      };
      const { slack, readAgain, ledger } = await openGapDesk({}, workspace, { channelSettings });
      settings.push(slack.addChannel('mines-only').id);
      const [ada, bob, cy] = [slack.person('ada'), slack.person('bob'), slack.person('cy')];
      const [grace, alan] = [slack.person('grace'), slack.person('alan')];
      const { botUserId } = slack;
      const asked = bob.say('newsroom', `<@${botUserId}> ${QUESTION}`);
      await ada.press(await bob.reply(asked), 'ask_the_desk');
      await said(ada, 'newsroom', 'Your question is with the desk.');
      await askAloud(cy, QUESTION, { botUserId, channel: 'mines-only' });
      await putForward(grace, '2 people asked');
      await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
      await said(alan, DESK, 'On file in');
      await readAgain();
      const told = await said(ada, 'newsroom', TOLD);
      expect(told).toMatchObject({ threadTs: asked.ts });
      expect(told.text).toContain(`<@${ada.id}>, you asked`);
      expect(await ledger.openDeskQuestions()).toMatchObject([{ askedBy: cy.id }]);
      expect(JSON.stringify([...seen(cy, 'mines-only'), ...seen(cy, 'dm')])).not.toContain(FILLED.text);
    });

    it('leaves those open whose question it does not answer', async () => {
      const { slack, readAgain, ledger } = await openGapDesk({}, workspace);
      const [ada, bob, grace, alan] = ['ada', 'bob', 'grace', 'alan'].map((name) => slack.person(name));
      if (!ada || !bob || !grace || !alan) throw new Error('Nobody is there.');
      await askDirectly(ada, 'How much does a deminer earn?');
      await askDirectly(bob, 'Where are hospitals being built?');
      const open = await ledger.openDeskQuestions();
      await ledger.mergeGroups(open[1]?.groupId ?? '', open[0]?.groupId ?? '');
      const filled = {
        ...FILLED,
        text: 'A deminer earns 800 dollars.',
        askedAs: 'How much does a deminer earn?',
      };
      await putForward(grace, 'How much does a deminer earn?', filled);
      await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
      await said(alan, DESK, 'On file in');
      await readAgain();
      await said(ada, 'dm', TOLD);
      await said(alan, DESK, `Told where they asked: <@${ada.id}>.`);
      expect(await ledger.openDeskQuestions()).toMatchObject([{ words: 'Where are hospitals being built?' }]);
      expect(bob.messages('dm').some(({ text }) => text.includes(TOLD))).toBe(false);
      const card = await said(grace, DESK, `from <@${bob.id}>`);
      expect(card.blocks.some(({ type }) => type === 'actions')).toBe(true);
    });
  });
});
