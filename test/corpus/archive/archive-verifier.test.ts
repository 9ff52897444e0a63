import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive, openArchiveVerifier } from '../../../src/corpus/archive/index.ts';
import type { Passage } from '../../../src/corpus/index.ts';
import { aFolder, allPassages, lines, saying } from './a-folder.ts';

const now = new Date('2026-04-01T00:00:00Z');
const passagesIn = async (folder: string) => allPassages(await openArchive([folder], { now }));

async function isVerbatim(passage: Passage): Promise<boolean> {
  const archive = openArchiveVerifier();
  try {
    return await archive.verify(passage);
  } finally {
    await archive.close();
  }
}

describe('the promise that a quote stands in the archive', () => {
  it('holds for every passage of articles with quotation marks, umlauts and emoji', async () => {
    const text = 'The “Möwe” sank. 🚢 “It was \\old\\,” Vane said.\n\nNobody was hurt.';
    const folder = aFolder({
      'a.jsonl': lines(saying('Zürich grüßt. 𝒳 marks it.', { uri: 'u:1' }), saying(text, { uri: 'u:2' })),
    });
    const passages = await passagesIn(folder);
    expect(passages.length).toBeGreaterThan(4);
    for (const passage of passages) expect(await isVerbatim(passage)).toBe(true);
  });

  it('holds for whatever text an article has', async () => {
    const folder = aFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), async (texts) => {
        writeFileSync(
          join(folder, 'a.jsonl'),
          lines(...texts.map((text, index) => saying(text, { uri: `u:${index}` }))),
        );
        for (const passage of await passagesIn(folder)) expect(await isVerbatim(passage)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused when the words changed, moved to another article, or are gone', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('Two people died.')) });
    const file = join(folder, 'a.jsonl');
    const [passage] = await passagesIn(folder);
    if (!passage) throw new Error('no passage was cut');
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, original.replace('Two', 'Ten'));
    expect(await isVerbatim(passage)).toBe(false);
    writeFileSync(file, original.replace('/harbour', '/markets'));
    expect(await isVerbatim(passage)).toBe(false);
    writeFileSync(file, original);
    expect(await isVerbatim(passage)).toBe(true);
    rmSync(file);
    expect(await isVerbatim(passage)).toBe(false);
  });
});
