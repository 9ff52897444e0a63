import { expect, it, onTestFinished, vi } from 'vitest';
import { openFactDesk } from '../../../../src/answer/index.ts';
import { loadCorpus } from '../../../../src/corpus/index.ts';
import { checkedOn, openLedger } from '../../../../src/ledger/index.ts';
import type { SlackAppOptions } from '../../../../src/slack/index.ts';
import { createFolder, createSheet } from '../../../corpus/temporary-folder.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openCopy, openSlackDesk } from '../../slack-desk.ts';

const QUESTION = 'How many berths does the harbour have?';
const fact = (id: string, text: string, ...fields: readonly string[]) =>
  `## ${id}\n> ${text}\n\n- kind: statement\n${fields.map((field) => `- ${field}\n`).join('')}\n`;
const SHEET = createSheet(
  [
    fact(
      'berths',
      'The harbour has 14 berths.',
      'review by: 2026-11-01',
      'checked by: Ada Quill, 31 October 2026',
    ),
    fact(
      'cranes',
      'The harbour has 5 cranes.',
      'review by: 2026-10',
      'checked by: Ada Quill, 1 October 2026',
    ),
    fact('tugs', 'The harbour has 2 tugs.', 'review by: 2020', 'embargo until: 2027-01-01T00:00:00Z'),
    fact('lamps', 'The harbour has 90 lamps.', 'review by: 2027'),
  ].join(''),
);

async function openDesk(changes: Partial<SlackAppOptions> = {}) {
  const now = () => new Date('2026-11-30T12:00:00Z');
  const folder = await createFolder({ 'harbour.md': SHEET });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  const directory = await createFolder({});
  const ledger = await openLedger({ directory, now });
  const factDesk = await openFactDesk({ corpus, now, foundTrueOn: (passage) => checkedOn(ledger, passage) });
  const deskMembers: string[] = [];
  const sheets = { folder, url: 'https://git.example/facts/' };
  const { slack, app } = await openSlackDesk(
    { factDesk, deskMembers, now, sheets, ...changes },
    { inherit: async () => ledger },
  );
  const [ada, grace] = [slack.person('ada'), slack.person('grace')];
  deskMembers.push(grace.id);
  const reply = await ada.reply(ada.directMessage(QUESTION));
  expect(textsIn(reply).join('')).toContain('review was due 1 Nov 2026');
  grace.openHome();
  const home = () => textsIn(grace.home()).join('');
  await grace.until(() => home().includes('Due for a review: 2 facts.'));
  /** The buttons of the fact that stands first. */
  const buttonsOf = (place: number) =>
    String(
      grace.home()?.blocks.filter((block) => JSON.stringify(block).includes('review_still_true'))[place]
        ?.block_id,
    );
  return { slack, app, factDesk, directory, now, folder, ada, grace, home, reply, buttonsOf, deskMembers };
}

it('the desk sees what is due by its damage, and with one press readers see that it is still true, and who says so', async () => {
  const { ada, grace, home, reply, buttonsOf } = await openDesk();
  expect(home()).toContain('1 copy × 1 person × 30 days since it was checked = 30');
  expect(home().indexOf('14 berths')).toBeLessThan(home().indexOf('5 cranes'));
  expect(home()).not.toContain('2 tugs');
  await grace.press('home', 'review_still_true', { blockId: buttonsOf(0) });
  await grace.until(() => home().includes('Due for a review: 1 fact.'));
  const again = await ada.reply(ada.directMessage(QUESTION));
  expect(textsIn(again).join('')).not.toContain('review was due');
  await ada.press(reply, 'show_context');
  const context = await ada.until(() => ada.modal());
  expect(textsIn(context).join('')).toContain('Still true: checked 30 Nov 2026 by ');
  expect(JSON.stringify(context)).toContain(`"user_id":"${grace.id}"`);
});

it('a review is put off with a reason; the desk is spared the fact, and readers are still told', async () => {
  const { ada, grace, home, buttonsOf } = await openDesk();
  await grace.press('home', 'review_snooze', { blockId: buttonsOf(0) });
  await grace.until(() => textsIn(grace.modal()).join('').includes('Why can it wait?'));
  await grace.submit({ reason: 'The port answers on Monday.', days: '7' });
  await grace.until(() => textsIn(grace.modal()).join('').includes('The review is put off.'));
  await grace.until(() => home().includes('Due for a review: 1 fact.'));
  const again = await ada.reply(ada.directMessage(QUESTION));
  expect(textsIn(again).join('')).toContain('review was due 1 Nov 2026');
});

it('nobody but the desk sees what is due, and who has left it since is told that nothing was changed', async () => {
  const { ada, grace, home, buttonsOf, deskMembers } = await openDesk();
  ada.openHome();
  expect(textsIn(await ada.until(() => ada.home())).join('')).not.toContain('Due for a review');
  deskMembers.pop();
  await grace.press('home', 'review_still_true', { blockId: buttonsOf(0) });
  await grace.until(() => grace.messages('dm').at(-1)?.text.includes('Nothing was changed.'));
  expect(home()).toContain('Due for a review: 2 facts.');
});

it('a fact that is wrong leads to its line in its sheet, and to what saving it does', async () => {
  const { grace, buttonsOf, folder } = await openDesk();
  await grace.press('home', 'review_correct', { blockId: buttonsOf(0) });
  const modal = await grace.until(() => grace.modal());
  expect(textsIn(modal).join('')).toContain(`${folder}/harbour.md, line 7`);
  expect(textsIn(modal).join('')).toContain('then comes up in “factdesk recall”');
  expect(JSON.stringify(modal)).toContain('"url":"https://git.example/facts/harbour.md#L7"');
});

it('where the sheets are on no website their place is told, and others than the desk are told nothing', async () => {
  const { grace, buttonsOf, folder, deskMembers } = await openDesk({
    sheets: { folder: '', url: undefined },
  });
  await grace.press('home', 'review_correct', { blockId: buttonsOf(1) });
  const modal = await grace.until(() => grace.modal());
  expect(textsIn(modal).join('')).toContain(`${folder}/harbour.md, line`);
  expect(JSON.stringify(modal)).not.toContain('"type":"link"');
  await grace.closeModal();
  deskMembers.pop();
  await grace.press('home', 'review_correct', { blockId: buttonsOf(0) });
  await grace.until(() => grace.messages('dm').at(-1)?.text.includes('Nothing was changed.'));
  expect(grace.modal()).toBeUndefined();
});

it('what one copy of the bot took down, another knows within a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { slack, app, factDesk, directory, now, grace, home, buttonsOf } = await openDesk();
  const ledger = await openLedger({ directory, now });
  let reads = 0;
  const readReviews = async () => {
    await ledger.readReviews();
    reads += 1;
  };
  const other = { ...ledger, readReviews };
  await openCopy({ slack, app, factDesk }, other, { now });
  // The look at its start comes before the press.
  await vi.waitFor(() => expect(reads).toBe(1));
  await grace.press('home', 'review_still_true', { blockId: buttonsOf(0) });
  await grace.until(() => home().includes('Due for a review: 1 fact.'));
  expect(other.knownCheck('berths')).toBeUndefined();
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(other.knownCheck('berths')).toMatchObject({ by: grace.id }));
});
