// Compiles the sources, which `npm install` does too. A start compiles what has changed since.
import { compiledSources } from './compiled-sources.js';

await compiledSources();
