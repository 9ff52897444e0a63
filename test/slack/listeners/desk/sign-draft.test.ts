import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tellOfClosedQuestion } from '../../../../src/slack/replying/desk-posts.ts';
import { openTestLedger } from '../../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../../ledger/test-databases.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { servicesOf } from '../../replying/services-of.ts';
import { openCopy, type WorkspaceOptions } from '../../slack-desk.ts';
import { askDirectly, DESK, said, seen } from './asking-the-desk.ts';
import { FILLED, openGapDesk, putForward } from './open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const TOLD = 'The desk has answered your question.';
const SHEET = 'desk/2026-12.md';

async function openDraft(workspace: WorkspaceOptions, options: Parameters<typeof openGapDesk>[0] = {}) {
  const desk = await openGapDesk(options, workspace);
  const { slack } = desk;
  const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
  await askDirectly(ada, QUESTION);
  await putForward(grace, QUESTION);
  const draft = await said(alan, DESK, 'Draft of a fact');
  return { ...desk, ada, grace, alan, draft };
}

describe.each(await databaseKinds())('a draft of a fact $name', (kind) => {
  const workspace = { inherit: () => openTestLedger(kind) };

  describe('the second signature', () => {
    it('is given once, by whoever presses first, also when others press at the same time and twice', async () => {
      const { slack, folder, alan, draft } = await openDraft(workspace);
      const bea = slack.person('bea');
      await Promise.all([alan, bea, alan, bea].map((person) => person.press(draft, 'draft_sign')));
      await said(alan, DESK, 'On file in');
      const sheet = await readFile(join(folder, SHEET), 'utf8');
      expect(sheet.match(/^## /gm)).toHaveLength(1);
      const notices = [...seen(alan, DESK), ...seen(bea, DESK)].filter(({ text }) =>
        text.includes('signed or sent back already'),
      );
      expect(notices.length).toBeGreaterThan(0);
    });

    it('is refused to a stranger', async () => {
      const desk = await openGapDesk({}, workspace, { deskMembers: ['UNOBODY'] });
      const { ledger, slack } = desk;
      const mallory = slack.person('mallory');
      const fact = {
        kind: 'statement',
        text: 'x',
        title: 'y',
        accessed: '2026',
        topics: [],
        askedAs: [],
      } as const;
      const writing = { eventKey: 'e', draftId: null, groupId: 'g', fact, writtenBy: 'UNOBODY' };
      await ledger.keepDraft(writing);
      await desk.readAgain();
      await mallory.press(await said(mallory, DESK, 'Draft of a fact'), 'draft_sign');
      await said(mallory, DESK, 'Only members of the desk can do this.');
      expect(await ledger.draftsFor('g')).toMatchObject([{ state: 'drafted' }]);
    });

    it('is not given to words that were changed since', async () => {
      const { grace, alan, draft, ledger } = await openDraft(workspace);
      await grace.press(draft, 'draft_edit');
      await grace.until(() => grace.modal());
      await grace.submit({ text: 'Gaza has 36 hospitals.' });
      await said(alan, DESK, 'Gaza has 36 hospitals.');
      // Alan still has the card of before on the screen.
      const [before] = await ledger.draftsFor((await ledger.openDeskQuestions())[0]?.groupId ?? '');
      const old = { draftId: before?.id ?? '', version: 1, by: alan.id, mayBeWriter: false };
      expect(await ledger.signDraft({ ...old, factId: 'f', sheet: SHEET, checkedBy: 'x' })).toBeUndefined();
      await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
      await said(alan, DESK, 'On file in');
    });

    it('is kept back with a note, which the writer is told, and given to what was changed', async () => {
      const { slack, folder, grace, alan, draft } = await openDraft(workspace);
      await alan.press(draft, 'draft_send_back');
      await alan.until(() => alan.modal());
      await alan.submit({ note: 'Which <day>?' });
      await alan.until(() => textsIn(alan.modal()).join().includes('It is sent back.'));
      const back = await said(grace, DESK, `Sent back by <@${alan.id}>: Which &lt;day&gt;?`);
      await said(grace, 'dm', `<@${alan.id}> sent your draft of a fact back: Which &lt;day&gt;?`);
      await expect(alan.press(back, 'draft_sign')).rejects.toThrow('There is nothing here');
      await grace.press(back, 'draft_edit');
      await grace.until(() => grace.modal());
      await grace.submit({ text: 'Gaza had 36 hospitals on 20 November 2026.' });
      const again = await said(alan, DESK, 'Gaza had 36 hospitals on 20 November 2026.');
      expect(again.ts).toBe(draft.ts);
      await slack.person('alan').press(again, 'draft_sign');
      await said(alan, DESK, 'On file in');
      expect(await readFile(join(folder, SHEET), 'utf8')).toContain(
        '> Gaza had 36 hospitals on 20 November 2026.\n',
      );
    });

    it('is not asked for with SECOND_SIGNATURE=off, and the card says so', async () => {
      const { folder, grace, ada, alan, readAgain } = await openDraft(workspace, { needsSecond: false });
      await grace.until(() => textsIn(grace.modal()).join().includes('It is signed and being put on file.'));
      const card = await said(alan, DESK, 'SECOND_SIGNATURE=off');
      expect(card.text).toContain(`Signed by <@${grace.id}>, who wrote it`);
      expect(await readFile(join(folder, SHEET), 'utf8')).toContain('- checked by: grace, 1 December 2026\n');
      await readAgain();
      await said(ada, 'dm', TOLD);
    });
  });

  describe('a sheet that cannot be written', () => {
    it('is told on the card, and written as soon as it can be', async () => {
      const desk = await openGapDesk({}, workspace);
      const { slack, folder, readAgain } = desk;
      const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
      await writeFile(join(folder, 'desk'), 'A file stands where the folder should be.');
      await askDirectly(ada, QUESTION);
      await putForward(grace, QUESTION);
      await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
      const card = await said(alan, DESK, 'It could not be written to desk/2026-12.md');
      expect(card.text).toContain('a file stands where the folder of the sheet should be');
      expect(card.text).toContain('“factdesk desk write” does it at once');
      await readAgain();
      expect(seen(ada, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
      await rm(join(folder, 'desk'));
      await mkdir(join(folder, 'desk'));
      await readAgain();
      await said(alan, DESK, 'On file in desk/2026-12.md');
      await readAgain();
      await said(ada, 'dm', TOLD);
    });
  });

  describe('an asker whom Slack does not reach', () => {
    it('stands on the card as not reached, and is not tried for ever', async () => {
      const { slack, ada, alan, draft, ledger, readAgain } = await openDraft(workspace);
      await alan.press(draft, 'draft_sign');
      await said(alan, DESK, 'On file in');
      // In the thread, and in direct messages.
      slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' }, 2);
      await readAgain();
      const card = await said(alan, DESK, `Could not be reached in Slack: <@${ada.id}>.`);
      expect(card.text).not.toContain('Told where they asked');
      expect((await ledger.unfinishedDeskWork()).untold).toEqual([]);
      slack.faults.clear();
    });
  });

  describe('an asker who was erased', () => {
    it('is not told, and stands on no card', async () => {
      const { ada, alan, draft, ledger, readAgain } = await openDraft(workspace);
      await ledger.erasePerson(ada.id);
      await alan.press(draft, 'draft_sign');
      await said(alan, DESK, 'On file in');
      await readAgain();
      await said(alan, DESK, 'It answers none of the open questions');
      expect(seen(ada, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
      expect(await ledger.unfinishedDrafts()).toEqual({ unposted: [], unfiled: [], untold: [] });
    });
  });

  describe('two copies of the bot', () => {
    it('write a fact once and tell each asker once, when both see that it was signed', async () => {
      const database = await kind.create();
      onTestFinished(() => database.remove());
      const now = () => new Date('2026-12-01T09:00:00Z');
      const desk = await openGapDesk({}, { inherit: () => database.open(now) });
      const { ledger, slack, folder, factDesk, filing, reload } = desk;
      const [ada, alan] = [slack.person('ada'), slack.person('alan')];
      const deskChannel = slack.channel(DESK).id;
      const copy = await openCopy(desk, await database.open(now), { factDesk, filing, deskChannel });
      await askDirectly(ada, QUESTION);
      const [question] = await ledger.openDeskQuestions();
      const { topics: _, ...words } = FILLED;
      const fact = { ...words, topics: ['Gaza'], askedAs: [QUESTION] };
      const groupId = question?.groupId ?? '';
      const kept = await ledger.keepDraft({
        eventKey: 'v',
        draftId: null,
        groupId,
        fact,
        writtenBy: 'UGRACE',
      });
      const draftId = 'draft' in kept ? kept.draft.id : '';
      const signature = { factId: 'hospitals-gaza', sheet: SHEET, checkedBy: 'Grace, 1 December 2026' };
      await ledger.signDraft({ draftId, version: 1, by: alan.id, mayBeWriter: false, ...signature });
      for (let look = 0; look < 3; look += 1) {
        await Promise.all([desk.app.corpusChanged(), copy.corpusChanged()]);
        await reload();
      }
      await said(ada, 'dm', TOLD);
      expect(seen(ada, 'dm').filter(({ text }) => text.includes(TOLD))).toHaveLength(1);
      expect((await readFile(join(folder, SHEET), 'utf8')).match(/^## /gm)).toHaveLength(1);
      expect(alan.messages(DESK).filter(({ text }) => text.includes('Draft of a fact'))).toHaveLength(1);
    });
  });

  describe('what a kill cut short', () => {
    it('is done by the next look: the post, the sheet, and word to those who asked', async () => {
      const { ledger, slack, folder, readAgain, app } = await openGapDesk({}, workspace);
      const [ada, alan] = [slack.person('ada'), slack.person('alan')];
      await askDirectly(ada, QUESTION);
      const [question] = await ledger.openDeskQuestions();
      const { kind: _, topics, ...words } = { ...FILLED, kind: 'quote', topics: ['Gaza'] };
      const fact = { kind: 'quote', ...words, topics, askedAs: [QUESTION] } as const;
      const groupId = question?.groupId ?? '';
      const kept = await ledger.keepDraft({
        eventKey: 'v',
        draftId: null,
        groupId,
        fact,
        writtenBy: 'UGRACE',
      });
      if (!('draft' in kept)) throw new Error('The draft was not kept.');
      const signature = { factId: 'hospitals-gaza', sheet: SHEET, checkedBy: 'Grace, 1 December 2026' };
      await ledger.signDraft({
        draftId: kept.draft.id,
        version: 1,
        by: alan.id,
        mayBeWriter: false,
        ...signature,
      });
      await app.corpusChanged();
      await said(alan, DESK, 'On file in desk/2026-12.md');
      expect(await readFile(join(folder, SHEET), 'utf8')).toContain('## hospitals-gaza\n');
      await readAgain();
      await readAgain();
      await said(ada, 'dm', TOLD);
      expect(seen(ada, 'dm').filter(({ text }) => text.includes(TOLD))).toHaveLength(1);
    });

    it('opens the question again where the fact is gone before anybody was told', async () => {
      const desk = await openGapDesk({}, workspace);
      const { ledger, slack } = desk;
      const ada = slack.person('ada');
      await askDirectly(ada, QUESTION);
      const [question] = await ledger.openDeskQuestions();
      const deskQuestionId = question?.id ?? '';
      await ledger.answerDeskQuestion({ deskQuestionId, factId: 'gone', answeredBy: 'UGRACE' });
      const { services, client } = servicesOf(desk);
      const [untold] = (await ledger.unfinishedDeskWork()).untold;
      if (untold === undefined) throw new Error('Nothing is left to tell.');
      await tellOfClosedQuestion(untold, services, client);
      expect(await ledger.openDeskQuestions()).toMatchObject([{ id: deskQuestionId, answerFactId: null }]);
    });
  });
});
