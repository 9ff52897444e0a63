// An import as a process of its own, so that it can be killed, with the words SOURCE and OUT.
// Tells after every hundred articles how many were read.
import { importArticles } from '../../src/corpus/index.ts';

const [source = '', out = ''] = process.argv.slice(2);
await importArticles({
  sources: [source],
  out,
  stdin: process.stdin,
  now: () => new Date('2026-04-01T12:00:00Z'),
  onProgress: ({ read }) => {
    if (read % 100 === 0) process.stdout.write(`${read}\n`);
  },
});
