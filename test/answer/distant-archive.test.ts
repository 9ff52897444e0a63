import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openFactDesk, tellNothingFound } from '../../src/answer/index.ts';
import { loadCorpus, type Passage } from '../../src/corpus/index.ts';
import type { ArchiveSource, FetchedPassages } from '../../src/search/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { openDistantArchive } from '../search/distant-archive.ts';
import { passage } from '../search/passages.ts';

const SHEET = createSheet(
  '## pier\n> The pier of Exampleton opened in June 2024.\n\n- kind: statement\n- as of: 2024-06\n',
);
const ARTICLES = [
  passage('The lighthouse of Exampleton was built in 1871.', { kind: 'article' }),
  passage('The ferry to Sampleby sank in 1902.', { kind: 'article' }),
];

/** An archive in this process that answers as an engine elsewhere would. */
function archiveOf(
  passages: readonly Passage[],
  { stands = true, ...given }: Partial<ArchiveSource> & { readonly stands?: boolean } = {},
): ArchiveSource {
  const { statistics, fetch } = openDistantArchive(passages);
  return {
    statistics: () => statistics,
    fetch: (wanted) =>
      Promise.resolve({
        kind: 'fetched',
        paragraphs: wanted.flatMap((each) => fetch(each, 100)),
        verify: (fetched) => Promise.resolve(fetched.map(() => stands)),
      }),
    ...given,
  };
}

async function openDesk(archive: ArchiveSource) {
  const corpus = await loadCorpus({ sheets: await createFolder({ 'a.md': SHEET }), archive: [] });
  return openFactDesk({ corpus, archive, now: () => new Date('2026-01-01T00:00:00Z') });
}

const LIGHTHOUSE = 'When was the lighthouse of Exampleton built?';
const FERRY = 'When did the ferry to Sampleby sink?';
const PIER = 'When did the pier of Exampleton open?';
const UNREACHABLE: FetchedPassages = { kind: 'unreachable' };
const MISSED = 'The archive cannot be reached just now: only the desk’s facts were searched.';

describe('an archive that lies elsewhere', () => {
  it('answers what the sheets do not, with its own words, slips mended by all that it holds', async () => {
    const desk = await openDesk(archiveOf(ARTICLES));
    for (const question of [LIGHTHOUSE, 'when was the lihgthouse of Exampleton built']) {
      const { quotes, remarks } = await desk.ask(question);
      expect(quotes.map(({ text }) => text)).toEqual([ARTICLES[0]?.text]);
      expect(remarks).toEqual([]);
    }
  });

  it('is not quoted where its words do not stand any longer', async () => {
    const desk = await openDesk(archiveOf(ARTICLES, { stands: false }));
    expect(await desk.ask(LIGHTHOUSE)).toMatchObject({ outcome: 'none', quotes: [] });
    expect(await desk.ask(PIER)).toMatchObject({ outcome: 'answer' });
  });

  it('leaves the sheets to answer while it cannot be reached, and the reply says so', async () => {
    const desk = await openDesk(archiveOf(ARTICLES, { fetch: () => Promise.resolve(UNREACHABLE) }));
    expect(await desk.ask(PIER)).toMatchObject({ outcome: 'answer', remarks: [MISSED] });
    const answer = await desk.ask(FERRY);
    if (answer.outcome !== 'none') throw new Error(`Expected nothing, got ${answer.outcome}.`);
    expect(tellNothingFound(answer).lead).toMatch(/the archive cannot be read just now\.$/);
  });

  it('is not waited for longer than a reporter waits', async () => {
    const fetch: ArchiveSource['fetch'] = (_wanted, signal) =>
      setTimeout(20_000, UNREACHABLE, { signal }).catch(() => UNREACHABLE);
    const desk = await openDesk(archiveOf(ARTICLES, { fetch }));
    const start = performance.now();
    expect(await desk.ask(PIER)).toMatchObject({ outcome: 'answer', remarks: [MISSED] });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('is asked from the moment on that it is reached first', async () => {
    let isReached = false;
    const archive = archiveOf(ARTICLES);
    const statistics = () => (isReached ? archive.statistics() : undefined);
    const desk = await openDesk({ ...archive, statistics });
    expect(await desk.ask(FERRY)).toMatchObject({
      outcome: 'none',
      notSearched: [{ kind: 'archive-unreachable' }],
    });
    isReached = true;
    expect((await desk.ask(FERRY)).quotes).toHaveLength(1);
  });

  it('has nobody wait for what it holds', async () => {
    const embargoed = `${SHEET}\n## mole\n> The mole of Exampleton opens in June 2027.\n
- kind: statement\n- as of: 2024-06\n- embargo until: 2026-06-01T00:00:00Z\n`;
    const corpus = await loadCorpus({ sheets: await createFolder({ 'a.md': embargoed }), archive: [] });
    const now = new Date('2026-01-01T00:00:00Z');
    const desk = await openFactDesk({ corpus, archive: archiveOf(ARTICLES), now: () => now });
    const awaited = (question: string) => desk.awaited(question, { askedAt: now });
    expect(await awaited(LIGHTHOUSE)).toEqual([]);
    expect((await awaited('When does the mole of Exampleton open?')).map(({ because }) => because)).toEqual([
      'embargo',
    ]);
  });
});
