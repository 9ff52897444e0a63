import { expect, it } from 'vitest';
import type { Person } from '../../../src/playground/index.ts';
import { defaultChannelSettings, readChannelSettings } from '../../../src/slack/index.ts';
import { createSheet } from '../../corpus/temporary-folder.ts';
import { harbour, NEW, OLD, openRecallDesk, QUESTION, type RecallDesk, wordsOf } from './recall-desk.ts';

const noticesOf = (person: Person) =>
  person.messages('dm').filter(({ text }) => text.includes('A quote that you got'));

async function decide(desk: RecallDesk, button: string, reason = 'Swapped.'): Promise<void> {
  await desk.decide(button, button === 'recall_refile' ? {} : { reason });
  await desk.grace.until(() => desk.cardText().includes('Done.'));
}

it('what is withdrawn stands in no copy any more, in earlier notes neither', async () => {
  const desk = await openRecallDesk();
  const { slack, ada } = desk;
  const copy = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
  await desk.save(harbour(NEW));
  await decide(desk, 'recall_correct');
  await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
  await decide(desk, 'recall_correct', 'Three were added.');
  // Until then every correction is told.
  expect(wordsOf(ada, copy)).toMatch(/was “[^”]*14[^”]*”, is “[^”]*41.*was “[^”]*41[^”]*”, is “[^”]*44/s);
  await desk.save(harbour('The harbour has 44 berths and 3 cranes.', 'status: withdrawn'));
  await decide(desk, 'recall_withdraw', 'Libel.');
  const shown = ada.message(copy).text;
  expect(shown).toMatch(/^Withdrawn .*: do not use\. Libel\.$/);
  expect(wordsOf(ada, copy)).not.toContain('berths');
  const [first, second, third] = noticesOf(ada).map(({ text }) => text);
  for (const notice of [first, second]) {
    expect(notice).toMatch(/Now:\nWithdrawn .*: do not use\. Libel\./);
    expect(notice).not.toContain('berths');
  }
  // Whoever has to take it out of their own text is told once what it was, struck through.
  expect(third).toContain('Withdrawn: do not use.');
  const got = JSON.stringify(noticesOf(ada)[2]);
  expect(got).toContain('"text":"The harbour has 44 berths and 3 cranes.","style":{"strike":true}');
});

it('in a notice what stands now is corrected, also where the words are those that the person got', async () => {
  const desk = await openRecallDesk();
  const { ada } = desk;
  await ada.reply(ada.directMessage(QUESTION));
  await desk.save(harbour(OLD, 'said by: Harbour Office'));
  await decide(desk, 'recall_correct', 'The speaker was missing.');
  const [notice] = noticesOf(ada);
  expect(notice?.text).toMatch(/You got:\nThe harbour has 14.*Now: Desk wording:\nThe harbour has 14/s);
  await desk.save(harbour(NEW, 'said by: Harbour Office'));
  await decide(desk, 'recall_correct');
  expect(notice && ada.message(notice).text).toMatch(
    /You got:\nThe harbour has 14 .*Now:\nCorrected .*: was “[^”]*14[^”]*”, is “[^”]*41[^”]*”.*\nDesk wording:\nThe harbour has 41/s,
  );
});

it('numbers and headings stay above what is corrected', async () => {
  const desk = await openRecallDesk();
  const { ada } = desk;
  const sheet = (berths: number) =>
    createSheet(
      Object.entries({ berths, cranes: 21, tugs: 22 })
        .map(
          ([id, n]) =>
            `## ${id}\n> The ${id} of the north harbour number ${n}.\n\n- kind: statement\n- as of: 2026\n`,
        )
        .join('\n'),
    );
  await desk.save(sheet(14));
  const reply = await ada.reply(ada.directMessage('north harbour'));
  const number = /(\d)\. Desk wording:\nThe berths/.exec(reply.text)?.[1];
  expect(number).toBeDefined();
  await desk.save(sheet(15));
  await decide(desk, 'recall_refile');
  expect(ada.message(reply).text).toMatch(
    new RegExp(`\\n${number}\\.\\nCorrected .*\\nDesk wording:\\nThe berths of the north harbour number 15`),
  );
  await desk.save(sheet(16));
  await decide(desk, 'recall_refile');
  expect(ada.message(reply).text).toMatch(
    new RegExp(
      `\\n${number}\\.\\nCorrected .*\\nCorrected .*\\nDesk wording:\\nThe berths of the north harbour number 16`,
    ),
  );
});

it('what somebody did not choose stands in the reply no more, and nothing is said of it there', async () => {
  const desk = await openRecallDesk();
  const { slack, ada, cardText } = desk;
  const texts = { berths: 14, cranes: 21, tugs: 22 };
  const sheet = (facts: Readonly<Record<string, number>>) =>
    createSheet(
      Object.entries(facts)
        .map(([id, n]) => `## ${id}\n> The ${id} of the north harbour number ${n}.\n\n- kind: statement\n`)
        .join('\n'),
    );
  await desk.save(sheet(texts));
  const question = ada.say('newsroom', `<@${slack.botUserId}> north harbour`);
  const reply = await ada.reply(question);
  await ada.press(reply, 'this_one');
  await ada.until(() => ada.message(reply).text.includes('Chosen from'));
  const chosen = Object.keys(texts).find((id) => ada.message(reply).text.includes(`The ${id}`)) ?? '';
  const other = chosen === 'tugs' ? 'berths' : 'tugs';
  const before = ada.thread('newsroom', question.ts).map(({ text }) => text);
  await desk.save(sheet(Object.fromEntries(Object.entries(texts).filter(([id]) => id !== other))));
  await decide(desk, 'recall_withdraw', 'Libel.');
  expect(ada.thread('newsroom', question.ts).map(({ text }) => text)).toEqual(before);
  expect(cardText()).toContain('Not reached: 1, the message was deleted or shows it no more.');
  expect(noticesOf(ada)[0]?.text).toContain(`The ${other} of the north harbour`);
  await desk.save(sheet({ ...texts, [other]: 0, [chosen]: 99 }));
  expect(cardText()).toContain(`The ${chosen} of the north harbour number 99.`);
  await decide(desk, 'recall_correct');
  expect(ada.message(reply).text).toContain(`Desk wording:\nThe ${chosen} of the north harbour number 99.`);
});

/** A desk whose newsroom is limited to a topic, with the old words on file under it. */
async function openTopicsDesk() {
  let settings = '';
  const of = (channel: string | null) => readChannelSettings(settings).of(channel);
  const desk = await openRecallDesk({ channelSettings: { ...defaultChannelSettings, of } });
  const { slack, ada } = desk;
  settings = `channels:\n  ${slack.channel('newsroom').id}:\n    topics: [harbour]\n`;
  const sheet = (text: string, topic: string) =>
    createSheet(
      `## berths\n> ${text}\n\n- kind: statement\n- as of: 2026\n`,
      `title: A report\npublished: 2024-10-01\ntopics: [${topic}]`,
    );
  await desk.save(sheet(OLD, 'harbour'));
  return { desk, slack, ada, sheet };
}

it('where the topics of a channel leave the fact out now, its copy says so and tells no new words', async () => {
  const { desk, slack, ada, sheet } = await openTopicsDesk();
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`);
  const copies = [await ada.reply(question), await ada.reply(ada.directMessage(QUESTION))] as const;
  await desk.save(sheet(NEW, 'ports'));
  await decide(desk, 'recall_refile');
  expect(ada.message(copies[0]).text).toMatch(/^Corrected \d+ \w+ \d{4}: this is not shown here any more\.$/);
  expect(ada.message(copies[1]).text).toContain('41 berths');
  // It is said once.
  await desk.save(sheet('The harbour has 44 berths and 3 cranes.', 'ports'));
  await decide(desk, 'recall_refile');
  expect(ada.message(copies[1]).text).toContain('44 berths');
  expect(ada.messages('newsroom').length + ada.thread('newsroom', question.ts).length).toBe(2);
});

it('who got it where it is not shown any more is told that it was corrected, never that it was withdrawn', async () => {
  const { desk, slack, ada, sheet } = await openTopicsDesk();
  const copy = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
  await desk.save(sheet(NEW, 'ports'));
  await decide(desk, 'recall_correct', 'It is 41, not 14.');
  const seen = `${ada.message(copy).text}\n${noticesOf(ada)[0]?.text}`;
  expect(seen).toContain('was corrected and is not shown there any more.');
  expect(seen).toContain('The harbour has 14 berths');
  expect(seen).not.toMatch(/\b41\b/);
  expect(seen).not.toContain('ithdrawn');
});
