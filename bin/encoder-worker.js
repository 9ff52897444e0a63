// Where the thread that encodes sentences begins when the process runs from source.
import { compiledSources } from './compiled-sources.js';

await import(`${await compiledSources()}/encoder-worker.js`);
