/**
 * Writes `docs/features.md`: the table of the features by which passages are put in order.
 *
 *   node --import ./bin/typescript.js tools/list-features.ts
 */
import { writeFileSync } from 'node:fs';
import { featuresInMarkdown } from './features-in-markdown.ts';

writeFileSync('docs/features.md', featuresInMarkdown());
