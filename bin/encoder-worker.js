// Where the thread that encodes sentences begins.
import './typescript.js';

await import('../src/encoder/encoder-worker.ts');
