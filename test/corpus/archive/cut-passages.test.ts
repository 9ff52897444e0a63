import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import { aFolder, allPassages, lines, saying } from './a-folder.ts';

const now = new Date('2026-04-01T00:00:00Z');

async function passagesOf(text: string, properties: Readonly<Record<string, unknown>> = {}) {
  const folder = aFolder({ 'news.jsonl': lines(saying(text, properties)) });
  return allPassages(await openArchive([folder], { now }));
}

const textsOf = async (text: string) => (await passagesOf(text)).map((passage) => passage.text);

describe('cutting an article into passages', () => {
  it('gives each sentence with the rest of its paragraph as context', async () => {
    const long = `Schools were closed${' and closed'.repeat(60)}.`;
    const passages = await passagesOf(`The dam held. The road did not. Buses stood still.\n\n${long}`);
    expect(passages.map(({ text, context }) => [text, context])).toEqual([
      ['The dam held.', 'The road did not. Buses stood still.'],
      ['The road did not.', 'The dam held. Buses stood still.'],
      ['Buses stood still.', 'The dam held. The road did not.'],
      [long, ''],
    ]);
  });

  it('gives each sentence of an enormous paragraph with a part of it as context, and never alone', async () => {
    const sentences = Array.from({ length: 1_000 }, (_, n) => `Ferry ${n} was late.`);
    const passages = await passagesOf(sentences.join(' '));
    expect(passages.map(({ text }) => text)).toEqual(sentences);
    for (const [n, { context }] of passages.entries()) {
      expect(context.length).toBeGreaterThan(1_000);
      expect(context.length).toBeLessThan(8_000);
      const beside = [sentences[n - 1], sentences[n + 1]].filter((words) => words && context.includes(words));
      expect(beside).not.toEqual([]);
    }
  });

  it('attributes speech to the speaker the sentence names, and the rest to the article', async () => {
    const passages = await passagesOf('The dam held. “It was close,” Vane said.', { by: 'By Ida Orr' });
    expect(passages.map(({ kind, attribution }) => [kind, attribution])).toEqual([
      ['article', 'Article by Ida Orr, The Norbeck Post'],
      ['quote', 'Vane'],
    ]);
  });

  it('leaves out bylines, datelines and agency marks', async () => {
    expect(await textsOf('By IDA ORR and TOM ASH\n\nNORBECK (NP) — The dam held.')).toEqual([
      'The dam held.',
    ]);
    expect(await textsOf('HALM, Northland, Nov. 20 (Agency) - The dam held.')).toEqual(['The dam held.']);
    expect(await textsOf('(NP) -- The dam held.')).toEqual(['The dam held.']);
    expect(await textsOf('NORBECK — The dam held.\n\nBy the river, nobody slept.')).toEqual([
      'The dam held.',
      'By the river, nobody slept.',
    ]);
  });

  it.each([
    ['a claim that is labelled so', 'Claim 2: Holt is a thief. He fled.'],
    ['a claim below a label', 'Myth\n\nHolt is a thief.'],
    [
      'what was wrong before',
      'Correction: An earlier version of this article said that Holt fled. He did not.',
    ],
    ['a note to those who edit', 'Legal: Holt is a thief, cut this.'],
    ['a caption with who took it', 'Holt waves at the weir. (Rena Orm/Sundhope Echo)'],
    ['a request for money', 'Please consider donating today to Holt.'],
  ])('leaves out %s', async (_what, paragraph) => {
    expect(await textsOf(`The dam held.\n\n${paragraph}\n\nBuses stood still.`)).toEqual([
      'The dam held.',
      'Buses stood still.',
    ]);
  });

  it('begins behind a dateline of two places', async () => {
    expect(await textsOf('Ulm/Tarn (Nordwire) – The ferry sank.')).toEqual(['The ferry sank.']);
  });

  it('leaves out boilerplate and sentences that were cut off', async () => {
    const text = [
      'The dam held.',
      'Read more: How dams are built',
      'Sign up for our newsletter',
      'ADVERTISEMENT',
      'Related: Dams of the north',
      'The post The dam held appeared first on Norbeck Post.',
      '(Reporting by Ida Orr; Editing by Tom Ash)',
      'Post writer Ada Lind in Lyle contributed to this report.',
      'First published in The Norbeck Review.',
      'The views and opinions expressed here do not necessarily reflect those of the Post.',
      'NB: We use affiliate links.',
      'If you buy through them, we may earn a small commission.',
      'For more stories like this, check our news page.',
      'Copyright 2026 The Norbeck Post. All rights reserved.',
      'The council will meet again on […]',
    ];
    expect(await textsOf(text.join('\n\n'))).toEqual(['The dam held.']);
  });

  it.each([
    ['HALM, Pa. (NP) _ The dam held.'],
    ['Nov 20 (Nordwire) - The dam held.'],
    ['HALM, Nov 26 NP - The dam held.'],
    ['HALM/LYLE (NP) - The dam held.'],
    ['HALM, 20 November 2026 (np) – The dam held.'],
    ['Halm (nord) - The dam held.'],
    ['Halm, Northland — The dam held.'],
    ['HALM, Nov. 20, 2026 /NewsRelay/ -- The dam held.'],
    ['HALM--(RELAY WIRE)--The dam held.'],
  ])('quotes nothing of where the reporter was: %s', async (text) => {
    expect(await textsOf(text)).toEqual(['The dam held.']);
    if (!text.startsWith('Halm,')) expect(await textsOf(`Rain fell.\n\n${text}`)).toContain('The dam held.');
  });

  it.each([
    'A wall - a dam - held.',
    'NORA — the association — met.',
    'The photo by Ida Orr won a prize.',
    'Published in 2020, the report was wrong.',
    'Regulators fined the shop because it stores cookies.',
    'The editor said: the dam held.',
    'He updates the list each year.',
    'Views expressed at the meeting were angry.',
    'Orr contributed to this success.',
    'We asked who paid the commission.',
    'For more stories she went to Lyle.',
  ])('quotes news that only looks like furniture: %s', async (text) => {
    expect(await textsOf(`Rain fell.\n\n${text}`)).toContain(text);
  });

  it.each([
    'Workers leave the dam in 1998 after a flood (Image: GETTY)',
    'A heron nests on the dam in 2019. Photo: I. Orr',
    'FILE - Ida Orr speaks in Halm. (AP Photo/Tom Ash, File)',
    'In this Nov. 5, 2020, photo, a heron nests on the dam.',
    'Image caption, Workers leave the dam.',
    'The ferry sails. | Photo credit: Ida Orr',
    'A heron nests. Ida Orr/Getty Images.',
    'Published 1 day ago',
    'Updated 3 hours ago.',
    'Last updated at 10:53 AM on Wednesday.',
    'Get unlimited access for 1 crown a week.',
    'You can save this article by registering for free here.',
    'This story is only for paying subscribers.',
    'To continue reading, please subscribe.',
    'We use cookies to make this site work.',
    'When you visit our website, we store cookies on your browser.',
    'EDS: Updates with quote from minister.',
    'ATTENTION EDITORS: the date was changed.',
    'Editor’s note: a name was changed.',
    '(Adds quote from Vane, paragraph 4.)',
    'This is not for publication.',
    'More to come.',
    'Media contact: Ida Orr, +49 30 555 0100.',
    'Write to desk@post.example for more.',
    'Reporting by: Ida Orr.',
    'The dam of Halm',
    'The council will meet on',
    '… and the road did not.',
  ])('leaves out what is no news: %s', async (text) => {
    expect(await textsOf(`The dam held.\n\n${text}`)).toEqual(['The dam held.']);
  });

  it.each([
    'Notes to editors',
    '## Note to editors\n- Read this',
    'Contacts:',
    '-ends-',
    'Not for publication:',
  ])('quotes nothing behind what ends the news: %s', async (line) => {
    expect(await textsOf(`The dam held.\n\n${line}\n\nThe ferry is old.`)).toEqual(['The dam held.']);
  });

  it.each([
    'The mayor will not:\n\n- Raise taxes\n- Close the school',
    'All of it is false:\n• The dam broke.\n• The road is shut.',
    'None of the following is true.\n\n1. The dam broke.\n\n2. The road is shut.',
    'The mayor will not:\n\nRaise taxes.',
    'What the mayor denies\n\n(a) The dam broke.\n(b) The road is shut.',
  ])('quotes the points of a list with the line above them, and never alone: %j', async (list) => {
    expect(await textsOf(`The dam held.\n\n${list}\n\nThe ferry sails.`)).toEqual([
      'The dam held.',
      list,
      'The ferry sails.',
    ]);
  });

  it('quotes no points that nothing introduces, or that are too long for one quote', async () => {
    expect(await textsOf('- The dam broke.\n- The road is shut.\n\nThe ferry sails.')).toEqual([
      'The ferry sails.',
    ]);
    const points = Array.from({ length: 100 }, (_, n) => `- Ferry ${n} was late.`).join('\n');
    expect(await textsOf(`All of it is false:\n\n${points}\n\nThe ferry sails.`)).toEqual([
      'The ferry sails.',
    ]);
  });

  it('shows short paragraphs that follow each other together, as wires write them', async () => {
    const passages = await passagesOf('The dam held.\n\nBut the road did not.\n\nRain fell.');
    expect(passages.map(({ text, context }) => [text, context])).toEqual([
      ['The dam held.', 'But the road did not. Rain fell.'],
      ['But the road did not.', 'The dam held. Rain fell.'],
      ['Rain fell.', 'The dam held. But the road did not.'],
    ]);
  });

  it('shows a long paragraph by itself', async () => {
    const long = `The dam held${' and held'.repeat(70)}.`;
    const passages = await passagesOf(`${long}\n\nRain fell.`);
    expect(passages.map(({ context }) => context)).toEqual(['', '']);
  });

  it('shows a sentence that leans on a long paragraph before together with its last one', async () => {
    const long = `The dam held${' and held'.repeat(70)}. The road did too.`;
    const passages = await passagesOf(`${long}\n\nNone of it is true.`);
    expect(passages.at(-1)).toMatchObject({ text: 'None of it is true.', context: 'The road did too.' });
    expect(passages.at(-2)?.context).toContain('None of it is true.');
  });

  it('takes each line for a paragraph when the text has no empty lines', async () => {
    const passages = await passagesOf('The dam held.\nThe road did not.');
    expect(passages.map(({ text }) => text)).toEqual(['The dam held.', 'The road did not.']);
  });

  it('cites the day where it was written, and title, publisher and address of the article', async () => {
    const [passage] = await passagesOf('The dam held.', {
      firstCreated: '2026-03-01T23:30:00-05:00',
      versionCreated: '2026-03-02T23:30:00-05:00',
      subjects: [{ name: 'Dams' }],
    });
    expect(passage).toMatchObject({
      asOf: '2026-03-02',
      topics: ['Dams'],
      kind: 'article',
      source: {
        title: 'Harbour of Norbeck closes',
        publisher: 'The Norbeck Post',
        published: '2026-03-01',
        url: 'https://post.example/harbour',
      },
    });
  });

  it('cites an undated article with the day it was read, not with one of publication', async () => {
    const [passage] = await passagesOf('The dam held.', {
      profile: 'undated',
      firstCreated: undefined,
      versionCreated: '2026-03-05T00:00:00Z',
    });
    expect(passage?.source).toMatchObject({ accessed: '2026-03-05' });
    expect(passage?.source.published).toBeUndefined();
  });

  it('never carries the note to editors along', async () => {
    const passages = await passagesOf('The dam held.', { edNote: 'Second source pending' });
    expect(JSON.stringify(passages)).not.toContain('Second source');
  });
});
