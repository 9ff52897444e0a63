import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFactDesk } from '../../../src/answer/index.ts';
import { openCorpusReader } from '../../../src/corpus/index.ts';
import { openIndexProvider } from '../../../src/corpus-index/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { openSlackDesk } from '../slack-desk.ts';
import { harbour, NEW, OLD, openRecallDesk, QUESTION } from './recall-desk.ts';

it('alarms nobody when it starts while a sheet is broken, and tells what changed once it is mended', async () => {
  const now = () => new Date('2026-12-01T09:00:00Z');
  const directory = await createFolder({});
  const open = () => openLedger({ directory, now });
  const before = await openRecallDesk({ now }, { inherit: open });
  await before.ada.reply(before.ada.directMessage(QUESTION));
  await before.app.stop({ deadlineMs: 1_000 });
  const sheet = join(before.folder, 'harbour.md');
  await writeFile(sheet, harbour(OLD).replace('kind: statement', 'kind: statmnt'));
  const { read } = openCorpusReader({ sheets: before.folder, archive: [] });
  const factDesk = await openFactDesk({ indexProvider: openIndexProvider(read), now });
  const { app, ledger } = await openSlackDesk(
    { factDesk, now },
    { deskChannel: 'foreign-desk', inherit: open },
  );
  await app.corpusChanged();
  expect(await ledger.recalls()).toEqual([]);
  await writeFile(sheet, harbour(NEW));
  await factDesk.reload();
  await app.corpusChanged();
  expect(await ledger.recalls()).toMatchObject([{ change: 'changed', from: { factId: 'berths' } }]);
});
