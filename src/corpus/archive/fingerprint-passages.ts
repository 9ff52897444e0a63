import { createHash } from 'node:crypto';
import { cutPassages } from './cut-passages.ts';

/** What is cut, attributed, introduced and left out in ways of its own. */
const SAMPLE = `HALM, Northland (NP) _ Mayor Ida Orr resigned on Friday. “I am tired,” she said. “It is enough.”

But the council, No. 5 of its kind, told the U.S. office: ‘We’ll wait.’ It will not:

- raise taxes
- close the school

“We went home. It was late.

“Nobody asked,” said Nordwire’s chief executive, Lars Wendt.

“You lie.”

KARL VANE: The dam held.

Claim: The dam leaks.

A stork nests on the roof. Photo: M. Ek

We use cookies on this site. Read more: Dams. Published 1 day ago

Notes to editors

The ferry sails.`;

/**
 * Tells whether two versions of factdesk cut articles alike: an index of an archive that was cut otherwise shows
 * other quotes, and has to be built again.
 */
export function fingerprintPassages(): string {
  const source = {
    id: 'urn:sample',
    title: 'Sample',
    writers: 'Ada Voss',
    published: '2026-11-20',
    file: 'sample',
  };
  const passages = cutPassages({
    item: { uri: source.id },
    source,
    text: SAMPLE,
    ...{ line: 1, byteOffset: 0, byteLength: 0 },
  });
  return createHash('sha256').update(JSON.stringify(passages)).digest('hex').slice(0, 16);
}
