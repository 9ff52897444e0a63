import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { runShell } from './running-process.ts';

// Whatever is kept there can be made by other users of the machine, before we look for it.
it('keeps nothing in the temporary folder of the machine: neither the process nor its threads', async () => {
  const shared = await createFolder({});
  // Not `npm start`: npm keeps what it compiled of itself there.
  const bot = runShell(`exec "${process.execPath}" bin/factdesk.js serve`, {
    env: {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      PORT: '0',
      TMPDIR: shared,
      FACTDESK_DATA: await createFolder({}),
      FACTDESK_ARCHIVE: aFolder({ 'a.jsonl': lines(saying('The quay at Norbeck is 80 metres long.')) }),
    },
  });
  await bot.untilPrinted(/Press Ctrl-C to stop/);
  await bot.interrupt();
  expect(readdirSync(shared)).toEqual([]);
});
