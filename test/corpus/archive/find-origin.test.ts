import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import { aFolder, allPassages, lines, saying } from './a-folder.ts';

async function originOf(text: string, properties: Readonly<Record<string, unknown>> = {}) {
  const folder = aFolder({ 'news.jsonl': lines(saying(text, properties)) });
  const passages = await allPassages(await openArchive([folder], { now: new Date('2026-04-01T00:00:00Z') }));
  return passages[0]?.source.origin;
}

describe('where an article comes from', () => {
  it.each([
    ['NORBECK (AP) — The dam held at Norbeck.', 'AP'],
    ['By IDA ORR\n\nNORBECK (Reuters) - The dam held at Norbeck.', 'Reuters'],
    ['NORBECK, Nov. 20, 2024 /PRNewswire/ -- The dam held at Norbeck.', 'PR Newswire'],
    ['NORBECK, 20 November AFP — The dam held at Norbeck.', 'AFP'],
    ['NORBECK (Halmwire) — The dam held at Norbeck.', 'Halmwire'],
    ['The dam held at Norbeck.\n\n(AP)', 'AP'],
    ['The dam held at Norbeck.\n\nSource: Agence France-Presse', 'AFP'],
    ['NORBECK — The dam held at Norbeck.', undefined],
    ['NORBECK (Northland) — The dam held at Norbeck.', undefined],
    ['The dam held at Norbeck, the Associated Press said.', undefined],
    ['The dam held at Norbeck.\n\nReuters was told of it first.', undefined],
  ])('is told by %j', async (text, origin) => {
    expect(await originOf(text)).toBe(origin);
  });

  it.each([
    [{ by: 'By Ida Orr, Associated Press' }, 'AP'],
    [{ by: 'The Associated Press' }, 'AP'],
    [{ by: 'By Ida Orr' }, undefined],
    [{ copyrightHolder: 'Thomson Reuters' }, 'Reuters'],
    [{ infoSources: [{ role: 'publisher', name: 'AFP' }] }, 'AFP'],
    [
      {
        infoSources: [
          { role: 'publisher', name: 'The Norbeck Post' },
          { role: 'originator', name: 'dpa' },
        ],
      },
      'dpa',
    ],
  ])('is told by %j', async (properties, origin) => {
    expect(await originOf('The dam held at Norbeck.', properties)).toBe(origin);
  });
});
