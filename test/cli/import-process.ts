// An import as a process of its own, so that it can be killed: `node --import tsx import-process.ts SOURCE OUT`.
import { runImport } from '../../src/corpus/intake/index.ts';

const [source = '', out = ''] = process.argv.slice(2);
process.stdout.write('started\n');
await runImport({
  sources: [source],
  out,
  stdin: process.stdin,
  now: () => new Date('2026-04-01T12:00:00Z'),
});
