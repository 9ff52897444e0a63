import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFactDesk, type ReloadableFactDesk } from '../../src/answer/index.ts';
import { openCorpusReader } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { anItem, saying } from '../corpus/archive/a-folder.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const LATER = '2026-04-01T06:00:00Z';

interface Written {
  readonly id: string;
  readonly text: string;
  readonly fields: readonly string[];
}

const section = ({ id, text, fields }: Written) =>
  `## ${id}\n> ${text}\n\n${['kind: statement', ...fields].map((field) => `- ${field}`).join('\n')}\n`;
const sheet = (head: string, facts: readonly Written[]) =>
  `---\n${head}\n---\n\n${facts.map(section).join('\n')}`;

const HARBOUR =
  'title: Harbour report\npublisher: Port Office\npublished: 2025-05-01\ntopics: [harbour, ferries]';
const TRUST = 'title: Annual accounts\npublisher: Harbour Trust\npublished: 2024\ntopics: [accounts]';
const OPEN_HARBOUR: readonly Written[] = [
  {
    id: 'basin-depth',
    text: 'The harbour basin is nine metres deep.',
    fields: ['asked as: How deep is the harbour basin?'],
  },
  {
    id: 'ferries-2023',
    text: 'Ferries carried 120,000 passengers in 2023.',
    fields: ['as of: 2023', 'asked as: How many passengers did the ferries carry?'],
  },
  {
    id: 'mayor',
    text: 'We will not raise the fares.',
    fields: ['said by: Rosa Quill, mayor', 'asked as: What did the mayor say about fares?'],
  },
];
const OPEN_TRUST: readonly Written[] = [
  {
    id: 'trust-income',
    text: 'The trust took in 3 million crowns in 2024.',
    fields: ['as of: 2024', 'asked as: What was the income of the trust?'],
  },
];

/** What nobody may know of: the newest figure, another speaker, a fact that takes the place of another, own words. */
const hidden = (field: string): readonly Written[] => [
  {
    id: 'ferries-2025',
    text: 'Ferries carried 340,000 passengers in 2025.',
    fields: [field, 'as of: 2025', 'asked as: How many passengers did the ferries carry in 2025?'],
  },
  {
    id: 'basin-depth-anew',
    text: 'The harbour basin is eleven metres deep.',
    fields: [field, 'replaces: basin-depth', 'asked as: How deep is the harbour basin now?'],
  },
  {
    id: 'resignation',
    text: 'Quentin Zabriskie resigned over the Foxglove loan.',
    fields: [
      field,
      'said by: Ottoline Vandermeer, chair',
      'also called: Foxglove affair',
      'asked as: Who resigned over the Foxglove loan?',
    ],
  },
  // To the letter what is on file, but for its figure, and once more as it is.
  {
    id: 'trust-income-again',
    text: 'The trust took in 3 million crowns in 2024.',
    fields: [field, 'as of: 2024', 'asked as: What was the income of the trust?'],
  },
];
const SECRET_HEAD =
  'title: Zabriskie papers\npublisher: Court of Audit\npublished: 2026-04-01\ntopics: [forgery, harbour]';
const SECRET: Written = {
  id: 'forged-invoices',
  text: 'The audit found 37 forged invoices of the quay syndicate.',
  fields: ['asked as: How many forged invoices did the audit find?'],
};

const item = (uri: string, text: string, properties: Readonly<Record<string, unknown>> = {}) =>
  saying(text, {
    uri: `https://post.example/${uri}`,
    headlines: [{ role: 'main', value: uri }],
    subjects: [{ name: uri.split('-')[0] }],
    ...properties,
  });
const OPEN_ARTICLES = [
  anItem(),
  item('lighthouse-lit', 'The lighthouse keeper Edda Moll lit the lamp at nine.'),
];
const hiddenArticles = (properties: Readonly<Record<string, unknown>>) => [
  item(
    'smugglers-caught',
    'Coastguards caught the smuggler Baldassare Krumm with 12 crates of amber.',
    properties,
  ),
  item('lighthouse-sold', 'The lighthouse keeper Edda Moll sold the lamp for 900 crowns.', properties),
];

type Files = Readonly<Record<string, string>>;
const filesOf = (facts: readonly Written[], others: Files = {}, articles: readonly string[] = []) => ({
  sheets: {
    'harbour.md': sheet(HARBOUR, [...OPEN_HARBOUR, ...facts]),
    'trust.md': sheet(TRUST, OPEN_TRUST),
    'synonyms.yml': '- [quay, wharf]\n',
    ...others,
  },
  archive: { 'a.jsonl': `${[...OPEN_ARTICLES, ...articles].join('\n')}\n` },
});

/** So many that a changed sheet is indexed beside the others, and taken out of what was indexed before. */
const MANY: Files = {
  'berths.md': sheet(
    'title: Berths\npublisher: Port Office\npublished: 2024\ntopics: [berths]',
    Array.from({ length: 1_200 }, (_, n) => ({
      id: `berth-${n}`,
      text: `Berth ${n} holds ${(n % 7) + 1} boats of the ${['sardine', 'pilot', 'tug', 'dredger'][n % 4]} fleet.`,
      fields: [],
    })),
  ),
};

const EMBARGO = `embargo until: ${LATER}`;
const WITH_SECRETS = filesOf(
  hidden(EMBARGO),
  { 'zabriskie.md': sheet(SECRET_HEAD, [{ ...SECRET, fields: [EMBARGO, ...SECRET.fields] }]) },
  [
    ...hiddenArticles({ embargoedUntil: LATER }),
    item('gone-matter', 'The bailiff Ignaz Uhl fled.', { pubStatus: 'withheld' }),
  ],
);
/** The same as it was while nothing of it was held back. */
const ALL_OPEN = filesOf(
  hidden('checked by: the desk'),
  { 'zabriskie.md': sheet(SECRET_HEAD, [SECRET]) },
  hiddenArticles({}),
);

const among = (files: ReturnType<typeof filesOf>) => ({ ...files, sheets: { ...files.sheets, ...MANY } });

/** Where two things that were told differ. What was summed up in another order may differ in the eighth digit. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-7 * Math.max(1, Math.abs(one))
      ? []
      : [`${path}: ${one}, not ${other}`];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [`${path}: ${one}, not ${other}`];
  const [ofOne, ofOther] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...ofOne.keys(), ...ofOther.keys()])].flatMap((key) =>
    differences(ofOne.get(key), ofOther.get(key), `${path}/${key}`),
  );
}

interface World {
  readonly desk: ReloadableFactDesk;
  /** What it says, without where its files stand. */
  told(what: unknown): unknown;
  write(files: ReturnType<typeof filesOf>): Promise<void>;
}

async function openWorld(files: ReturnType<typeof filesOf>): Promise<World> {
  const [sheets, archive] = [await createFolder(files.sheets), await createFolder(files.archive)];
  const { read } = openCorpusReader({ sheets, archive: [archive] });
  const desk = await openFactDesk({ indexProvider: openIndexProvider(read), now: () => NOW });
  return {
    desk,
    told: (what) =>
      JSON.parse(
        JSON.stringify(what, (key, value) => (key === 'tookMs' ? undefined : (value ?? null)))
          .replaceAll(sheets, 'SHEETS')
          .replaceAll(archive, 'ARCHIVE'),
      ),
    async write(next) {
      for (const [name, text] of Object.entries(next.sheets)) await writeFile(join(sheets, name), text);
      for (const [name, text] of Object.entries(next.archive)) await writeFile(join(archive, name), text);
      await desk.reload();
    },
  };
}

const WORDS =
  `how many who what did the of audit find forged invoices Foxglove loan Zabriskie Vandermeer resigned passengers ferries
  2025 2023 340,000 harbour basin deep eleven now trust income mayor fares smuggler amber crates Krumm lighthouse lamp
  keeper sold bailiff Uhl quay wharf syndicate Norbeck closed latest all list newest anything on`.split(
    /\s+/,
  );
const NAMES = [
  'forgery',
  'harbour',
  'smugglers',
  'Zabriskie papers',
  'Ottoline Vandermeer',
  'Rosa Quill',
  'Court of Audit',
];

/** A slip, as people make them: a letter that is left out, doubled or changed places. */
const slipped = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.nat(20),
    fc.constantFrom('drop', 'double', 'swap', 'none', 'none', 'none'),
  )
  .map(([word, place, kind]) => {
    const at = place % word.length;
    const letter = word.charAt(at);
    if (kind === 'drop') return word.slice(0, at) + word.slice(at + 1);
    if (kind === 'double') return word.slice(0, at) + letter + word.slice(at);
    if (kind === 'swap') return word.slice(0, at) + word.slice(at + 1, at + 2) + letter + word.slice(at + 2);
    return word;
  });
const filter = fc
  .tuple(fc.constantFrom('topic', 'speaker', 'source'), fc.constantFrom(...NAMES))
  .map(([name, value]) => `${name}:"${value}"`);
const question = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(slipped, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(' ')}?`),
  },
  fc.constantFrom(
    ...[...hidden(''), ...OPEN_HARBOUR, ...OPEN_TRUST, SECRET].flatMap(({ text, fields }) => [
      text,
      `"${text}"`,
      ...fields
        .filter((field) => field.startsWith('asked as'))
        .map((field) => field.slice('asked as: '.length)),
    ]),
  ),
  fc
    .tuple(filter, fc.array(slipped, { maxLength: 3 }))
    .map(([narrow, words]) => [narrow, ...words].join(' ')),
  fc.constantFrom(...NAMES).map((name) => `anything on ${name}?`),
);
const asked = fc.record({
  question,
  earlier: fc.option(question, { nil: undefined }),
  topics: fc.option(fc.constantFrom(['harbour'], ['forgery'], ['accounts', 'smugglers']), { nil: undefined }),
});

/** Everything that a desk tells to a question, at once. */
async function reply({ desk, told }: World, { question: words, earlier, topics }: Asked): Promise<unknown> {
  const within = { ...(earlier !== undefined && { earlier }), ...(topics !== undefined && { topics }) };
  return told(await desk.ask(words, { ...within, explain: true }));
}

type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const IDS = [
  ...[...hidden(''), SECRET, ...OPEN_HARBOUR, ...OPEN_TRUST].map(({ id }) => id),
  'https://post.example/smugglers-caught#0',
  'https://post.example/lighthouse-lit#0',
];

/** What stands on the Home tab, behind buttons and in help, and how facts stand. */
async function catalogue({ desk, told }: World): Promise<readonly unknown[]> {
  const topics = [undefined, ['harbour'], ['forgery']];
  const within = topics.map((each) => (each === undefined ? {} : { topics: each }));
  const all: unknown[] = [await desk.sureness()];
  for (const each of within) {
    all.push(await desk.onFile(each), await desk.newestFacts(20, each), await desk.overdueFacts(each));
    for (const topic of [...NAMES, 'ferries', 'accounts', 'lighthouse'])
      all.push(await desk.factsOnTopic(topic, 20, each));
    for (const id of IDS) all.push(await desk.fact(id, each));
    all.push(await desk.standing({ factIds: IDS, question: 'How deep is the harbour basin?' }, each));
  }
  return all.map(told);
}

describe.each([
  ['that never was open', WITH_SECRETS, WITH_SECRETS],
  ['that was open before', ALL_OPEN, WITH_SECRETS],
  ['that was open before, among a thousand facts', among(ALL_OPEN), among(WITH_SECRETS)],
] as const)('what is under embargo or withheld, and %s', (_, before, after) => {
  const nothing = 'berths.md' in after.sheets ? among(filesOf([])) : filesOf([]);

  it('would change answers if it were open, and is known to those who look who waits for it', async () => {
    const [open, secret] = [await openWorld(ALL_OPEN), await openWorld(before)];
    await secret.write(after);
    const awaited = async (words: string) =>
      (await secret.desk.awaited(words, { askedAt: NOW })).map(({ quote, because }) => [
        quote.factId,
        because,
      ]);
    for (const [words, id] of [
      ['Who resigned over the Foxglove loan?', 'resignation'],
      ['How many forged invoices did the audit find?', 'forged-invoices'],
      [
        'How many crates of amber did coastguards catch Baldassare Krumm with?',
        'https://post.example/smugglers-caught#0',
      ],
    ] as const) {
      expect((await open.desk.ask(words)).quotes[0]?.factId).toBe(id);
      expect(await awaited(words)).toContainEqual([id, 'embargo']);
    }
    expect(await awaited('Which bailiff fled?')).toEqual(
      before === after ? [['https://post.example/gone-matter#0', 'embargo']] : expect.anything(),
    );
    expect(await awaited('Where is the Eiffel tower?')).toEqual([]);
  });

  it('changes nothing of any answer', async () => {
    const [secret, without] = [await openWorld(before), await openWorld(nothing)];
    await secret.write(after);
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        expect(differences(await reply(secret, one), await reply(without, one))).toEqual([]);
        // Looking who waits leaves nothing behind either.
        await secret.desk.awaited(one.question, { askedAt: NOW });
      }),
      { numRuns: process.env.CI ? 400 : 100 },
    );
  });

  it('changes nothing of what is on file, beside a fact, on a topic or among the newest', async () => {
    const [secret, without] = [await openWorld(before), await openWorld(nothing)];
    await secret.write(after);
    await secret.desk.awaited('Who resigned over the Foxglove loan?', { askedAt: NOW });
    expect(differences(await catalogue(secret), await catalogue(without))).toEqual([]);
  });
});
