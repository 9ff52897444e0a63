// Where the thread that reads the corpus begins when the process runs from source.
import { compiledSources } from './compiled-sources.js';

await import(`${await compiledSources()}/index-worker.js`);
