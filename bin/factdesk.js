#!/usr/bin/env node
import { compiledSources } from './compiled-sources.js';

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
