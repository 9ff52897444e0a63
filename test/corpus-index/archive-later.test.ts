import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk, tellNothingFound } from '../../src/answer/index.ts';
import { openCorpusReader } from '../../src/corpus/index.ts';
import { type IndexProvider, openIndexProvider, readArchiveLater } from '../../src/corpus-index/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const SHEET = createSheet(
  '## pier\n> The pier of Exampleton opened in June 2024.\n\n- kind: statement\n- as of: 2024\n',
);
const UNANSWERED = 'Which volcano erupted in Iceland yesterday?';

/** A desk whose archive, in a folder of its own, is read slowly: only once `release` is called. */
async function openDesk() {
  const folder = await createFolder({ 'sheets/a.md': SHEET, 'archive/empty.jsonl': '' });
  const archive = join(folder, 'archive');
  const { read } = openCorpusReader({ sheets: join(folder, 'sheets'), archive: [archive] });
  const provider = openIndexProvider(read);
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow: IndexProvider = {
    contents: async (now, options) => {
      if (options?.withArchive !== false) await gate;
      return provider.contents(now, options);
    },
    reload: (now) => provider.reload(now),
  };
  const indexProvider = readArchiveLater(slow, { patienceMs: 5 });
  const desk = await openFactDesk({ indexProvider, now: () => new Date('2026-01-01T00:00:00Z') });
  const told = async () => {
    const answer = await desk.ask(UNANSWERED);
    return answer.outcome === 'none' ? tellNothingFound(answer).lead : answer.outcome;
  };
  return { desk, told, release, archive };
}

describe('an archive that takes long to read', () => {
  it('is told to be loading instead of "nothing on file", and the sheets are answered from', async () => {
    const { desk, told, release } = await openDesk();
    expect(await told()).toBe('Nothing in the desk’s facts answers this, and the archive is still loading.');
    expect((await desk.ask('When did the pier of Exampleton open?')).quotes[0]?.factId).toBe('pier');
    release();
    await desk.reload();
    expect(await told()).toBe('Nothing on file answers this.');
  });

  it('is told to be unreachable once it proves to be, until it can be read', async () => {
    const { desk, told, release, archive } = await openDesk();
    await rename(archive, `${archive}-away`);
    release();
    await expect(desk.reload()).rejects.toThrow();
    expect(await told()).toBe(
      'Nothing in the desk’s facts answers this, and the archive cannot be read just now.',
    );
    await rename(`${archive}-away`, archive);
    await desk.reload();
    expect(await told()).toBe('Nothing on file answers this.');
  });
});
