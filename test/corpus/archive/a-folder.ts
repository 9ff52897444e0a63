import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive } from '../../../src/corpus/archive/index.ts';
import type { Passage } from '../../../src/corpus/index.ts';

/** A temporary folder with files in it, taken away after the test. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** One line of an archive file: an invented article that a test changes where it matters. */
export function anItem(properties: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    uri: 'https://post.example/harbour',
    type: 'text',
    firstCreated: '2026-03-01T08:00:00+01:00',
    versionCreated: '2026-03-02T08:00:00+01:00',
    headlines: [{ role: 'main', value: 'Harbour of Norbeck closes' }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: 'The harbour of Norbeck closed on Monday.' }],
    infoSources: [{ role: 'publisher', name: 'The Norbeck Post' }],
    ...properties,
  });
}

/** An article that says one thing. */
export function saying(text: string, properties: Readonly<Record<string, unknown>> = {}): string {
  return anItem({ bodies: [{ role: 'main', contentType: 'text/plain', value: text }], ...properties });
}

export const lines = (...items: readonly string[]): string => `${items.join('\n')}\n`;

export async function allPassages(archive: Archive): Promise<readonly Passage[]> {
  const passages: Passage[] = [];
  for await (const passage of archive.passages()) passages.push(passage);
  return passages;
}

/** Articles of twenty sentences, each sentence about a ferry of its own. */
export function ferryArticles(count: number, from = 0): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const first = (from + n) * 20;
    const sentences = Array.from(
      { length: 20 },
      (_unused, i) => `Ferry ${first + i} was late by ${i} minutes.`,
    );
    return saying(sentences.join(' '), { uri: `u:${from + n}` });
  });
}
