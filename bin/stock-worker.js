// Where the thread that reads the corpus begins.
import './typescript.js';

await import('../src/answer/stock/stock-worker.ts');
