import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
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

  it('shows what stands around it in a paragraph of a megabyte, without holding up the desk', async () => {
    const ferries = Array.from(
      { length: 20_000 },
      (_, n) => `Ferry ${n} was late by ${n % 60} minutes, they say.`,
    );
    const corpus = await loadCorpus({
      sheets: await createFolder({ 'harbour.md': createSheet(sections) }),
      archive: [aFolder({ 'news.jsonl': lines(saying(ferries.join(' '))) })],
    });
    const desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
    const { outcome, quotes } = await desk.ask('How late was ferry 11234?');
    expect([outcome, quotes[0]?.text]).toEqual(['answer', ferries[11_234]]);
    const context = (await desk.fact(quotes[0]?.factId ?? ''))?.context ?? '';
    expect(context).toContain(`${ferries[11_233]} ${ferries[11_235]}`);
    expect(context.length).toBeLessThan(5_000);
  });
});
