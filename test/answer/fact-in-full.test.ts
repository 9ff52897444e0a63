import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const sections = `## ferry-passengers
> Ferries carried 120,000 passengers in 2024.

- kind: statement
- checked by: Ada Quill, 3 March 2025

## mayor-on-fares
> We will not raise the fares this year

- kind: quote
- said by: Rosa Quill, mayor

## new-pier
> The new pier opens on 1 June 2027.

- kind: statement
- embargo until: 2026-12-01T06:00:00Z
`;

async function openDesk() {
  const folder = await createFolder({ 'harbour.md': createSheet(sections) });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  return { folder, desk: await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') }) };
}

describe('a fact in full', () => {
  it('has its words, who checked it, and what else its source says, in order', async () => {
    const { desk } = await openDesk();
    const fact = await desk.fact('ferry-passengers');
    expect(fact?.quote.text).toBe('Ferries carried 120,000 passengers in 2024.');
    expect(fact?.checkedBy).toBe('Ada Quill, 3 March 2025');
    expect(fact?.sameSource.map(({ factId }) => factId)).toEqual(['ferry-passengers', 'mayor-on-fares']);
  });

  it('is not there when nobody knows it, and not while it is under embargo', async () => {
    const { desk } = await openDesk();
    expect(await desk.fact('unheard-of')).toBeNull();
    expect(await desk.fact('new-pier')).toBeNull();
  });

  it('is not there when its words no longer stand in its file', async () => {
    const { desk, folder } = await openDesk();
    await writeFile(join(folder, 'harbour.md'), createSheet(sections.replace('120,000', '130,000')));
    expect(await desk.fact('ferry-passengers')).toBeNull();
  });
});
