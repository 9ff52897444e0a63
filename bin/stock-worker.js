// Where the thread that reads the corpus begins. As in factdesk.js, tsx strips the types on loading.
import { register } from 'tsx/esm/api';

register();
await import('../src/answer/stock/stock-worker.ts');
