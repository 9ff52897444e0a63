import { compiledSources } from '../bin/compiled-sources.js';

/** Compiles the sources for the tests that start factdesk as a process. */
export const setup = async () => {
  await compiledSources();
};
