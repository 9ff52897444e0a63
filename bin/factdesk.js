#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { compiledSources } from './compiled-sources.js';

// Node sizes heaps for servers with more memory. A bot stays close to what it holds, for a quarter more computing; a
// command keeps what lives for a moment small, which costs nothing (docs/decisions/0004).
setFlagsFromString(process.argv[2] === 'serve' ? '--optimize-for-size' : '--semi-space-growth-factor=1');

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
