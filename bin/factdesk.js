#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { compiledSources } from './compiled-sources.js';

// Heaps of all threads stay close to what they hold: a quarter less memory (docs/decisions/0004). Of this flag V8 heeds
// after its start only what concerns the heap.
setFlagsFromString('--optimize-for-size');

const build = await compiledSources().catch(({ message }) => {
  const folder = new URL('..', import.meta.url).pathname;
  process.stderr.write(
    `factdesk cannot be compiled: ${message}\nMend that, and run "npm install" in ${folder}.\n`,
  );
  // A supervisor need not start again what no start can mend.
  process.exit(2);
});
// Traces name the lines of the sources.
process.setSourceMapsEnabled(true);
await import(`${build}/main.js`);
