import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/playground/index.ts';
import { createSheet } from '../../../corpus/temporary-folder.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION } from '../../sample-facts.ts';
import { askDirectly, DESK, said } from './asking-the-desk.ts';
import { FILLED, openGapDesk, putForward } from './open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';

/** What the person is told in the modal. */
const told = (person: Person, words: string) =>
  person.until(() => textsIn(person.modal()).join(' ').includes(words));

describe('the form in which a fact is written', () => {
  it('shows what is wrong at its field, in the words of the sheets, and keeps nothing of it', async () => {
    const { slack, ledger } = await openGapDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await askDirectly(ada, QUESTION);
    await putForward(grace, QUESTION, {
      ...FILLED,
      text: 'See <b>this</b>.',
      saidBy: '',
      asOf: 'yesterday',
      published: '2026-02-31',
      url: 'who.example',
    });
    const errors = await grace.until(() => {
      const found = grace.modal()?.errors ?? {};
      return Object.keys(found).length > 0 ? found : undefined;
    });
    expect(errors).toEqual({
      text: expect.stringContaining('an HTML tag'),
      saidBy: 'a quote names no speaker. Say who said it, or make it a statement.',
      asOf: '"yesterday" is not a date. Write 2024, 2024-11 or 2024-11-20, a day that exists.',
      published: expect.stringContaining('a day that exists'),
      url: expect.stringContaining('Write a full address that starts with https:// or http://'),
    });
    expect(await ledger.unfinishedDrafts()).toMatchObject({ unposted: [] });
    await grace.submit(FILLED);
    await told(grace, 'Another member of the desk signs it.');
  });

  it('warns of a fact on file that answers already or says another figure, once', async () => {
    const { slack, ledger } = await openGapDesk();
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    await askDirectly(ada, QUESTION);
    const same = { ...FILLED, text: 'It was opened for signature on 4 December 1997.', asOf: '1997-12' };
    await putForward(grace, QUESTION, { ...same, askedAs: SIGNATURE_QUESTION });
    await told(grace, 'A fact on file');
    const warned = textsIn(grace.modal()).join(' ');
    expect(warned).toContain('opened for signature in Ottawa on 3 December 1997');
    expect(JSON.stringify(grace.modal()?.submit)).toContain('Put forward anyway');
    expect((await ledger.unfinishedDrafts()).unposted).toEqual([]);
    // What was filled in stands there still.
    await grace.submit({});
    await told(grace, 'Another member of the desk signs it.');
    const draft = await said(alan, DESK, 'Draft of a fact');
    expect(draft.text).toContain('on 4 December 1997');
    expect(draft.text).toContain('A fact on file');
  });

  it('warns of a figure that is another one on file, for the same time', async () => {
    const { slack, folder, readAgain } = await openGapDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await askDirectly(ada, QUESTION);
    const section = '## beds\n> Gaza has 40 hospitals.\n\n- kind: statement\n- as of: 2026-11-20';
    await writeFile(join(folder, 'beds.md'), createSheet(section));
    await readAgain();
    await putForward(grace, QUESTION);
    await told(grace, 'A fact on file says another figure: “Gaza has 40 hospitals.”');
  });

  it('takes fields of 3,000 characters with markup and mentions in them, and pings nobody', async () => {
    const { slack, readAgain } = await openGapDesk();
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    await askDirectly(ada, QUESTION);
    const long = (start: string) => `${start} ${'word '.repeat(600)}`.slice(0, 2_999).trimEnd();
    await putForward(grace, QUESTION, {
      ...FILLED,
      text: long('*36* <!channel> <@U012345> & "quoted" _all_'),
      saidBy: long('A <@U012345>'),
      title: long('<!here> "Briefing": & more'),
      publisher: long('WHO'),
      topics: long('hospitals'),
      askedAs: `${QUESTION}\n${long('Did <@U012345> say so?')}`.slice(0, 2_999),
    });
    await told(grace, 'Another member of the desk signs it.');
    const draft = await said(alan, DESK, 'Draft of a fact');
    await alan.press(draft, 'draft_sign');
    await said(alan, DESK, 'On file in');
    await readAgain();
    await said(ada, 'dm', 'The desk has answered your question.');
    const everything = [...alan.messages(DESK), ...ada.messages('dm')].map(({ text }) => text).join('\n');
    expect(everything).not.toContain('<!channel>');
    expect(everything).not.toContain('<@U012345>');
    expect(everything).toContain('&lt;!channel&gt; &lt;@U012345&gt; &amp; "quoted" _all_');
  });

  it('is put forward once, when it is sent again', async () => {
    const { slack, ledger } = await openGapDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await askDirectly(ada, QUESTION);
    await grace.press(await said(grace, DESK, QUESTION), 'desk_answer');
    await grace.until(() => grace.modal());
    // Slack sends a submission again with the same view.
    await Promise.all([grace.submit(FILLED), grace.submit(FILLED)]);
    await said(grace, DESK, 'Draft of a fact');
    const [{ groupId } = { groupId: '' }] = await ledger.openDeskQuestions();
    expect(await ledger.draftsFor(groupId)).toHaveLength(1);
  });

  it('is for one at a time: whoever comes second is shown to the draft', async () => {
    const { slack, ledger } = await openGapDesk();
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    await askDirectly(ada, QUESTION);
    const card = await said(grace, DESK, QUESTION);
    for (const person of [grace, alan]) {
      await person.press(card, 'desk_answer');
      await person.until(() => person.modal());
    }
    await grace.submit(FILLED);
    await said(grace, DESK, 'Draft of a fact');
    await alan.submit(FILLED);
    await alan.until(() => alan.modal()?.errors.kind?.includes('has written an answer to this already'));
    await alan.closeModal();
    await alan.press(card, 'desk_answer');
    await said(alan, DESK, 'has written an answer to this already');
    const [{ groupId } = { groupId: '' }] = await ledger.openDeskQuestions();
    expect(await ledger.draftsFor(groupId)).toHaveLength(1);
  });

  it('is for the desk alone, which is checked when it is opened and when it is sent', async () => {
    const deskMembers: string[] = [];
    const { slack } = await openGapDesk({}, {}, { deskMembers });
    const [ada, grace, mallory] = [slack.person('ada'), slack.person('grace'), slack.person('mallory')];
    deskMembers.push(grace.id);
    await askDirectly(ada, QUESTION);
    const card = await said(mallory, DESK, QUESTION);
    await mallory.press(card, 'desk_answer');
    await said(mallory, DESK, 'Only members of the desk can do this.');
    expect(mallory.modal()).toBeUndefined();
    // Somebody who was of the desk when it was opened.
    await grace.press(card, 'desk_answer');
    await grace.until(() => grace.modal());
    deskMembers.length = 0;
    deskMembers.push(ada.id);
    await grace.submit(FILLED);
    await told(grace, 'Only members of the desk can do this.');
  });
});
