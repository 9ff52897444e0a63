// Where the thread that reads the corpus begins.
import './typescript.js';

await import('../src/corpus-index/index-worker.ts');
