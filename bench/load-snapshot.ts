/**
 * Reads one snapshot and makes it ready to be asked; prints the milliseconds. `bench/growth.ts` starts it as a process
 * of its own, as a bot begins: one that built an index first holds memory that a start does not.
 */
import { openIndex, readSnapshot } from '../src/search/index.ts';

const [file = ''] = process.argv.slice(2);
const start = performance.now();
const reading = await readSnapshot(file);
if (reading.kind !== 'read') throw new Error(`${file} was not read: ${reading.kind}`);
openIndex([{ columns: reading.columns }]);
process.stdout.write(`${performance.now() - start}\n`);
