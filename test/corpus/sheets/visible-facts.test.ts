import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus, verifyPassages } from '../../../src/corpus/index.ts';
import { nextRelease, toPassage, visibleFacts } from '../../../src/corpus/sheets/visible-facts.ts';
import { createFolder, createSheet } from '../temporary-folder.ts';

const sections = `## plain
> Plain words.

- kind: statement

## held
> Held words.

- kind: statement
- embargo until: 2026-12-01T06:00:00Z
- replaces: plain

## gone
> Gone words.

- kind: statement
- status: withdrawn
`;

describe('what may be shown', () => {
  it('leaves out withdrawn and embargoed facts until the moment of release, and then the superseded one', async () => {
    const { facts } = await loadCorpus({
      sheets: await createFolder({ 'a.md': createSheet(sections) }),
      archive: [],
    });
    const before = new Date('2026-12-01T05:59:59Z');
    const after = new Date('2026-12-01T06:00:00Z');
    expect(visibleFacts(facts, before).map(({ id }) => id)).toEqual(['plain']);
    expect(nextRelease(facts, before)).toEqual(after);
    expect(visibleFacts(facts, after).map(({ id }) => id)).toEqual(['held']);
    expect(nextRelease(facts, after)).toBeUndefined();
  });

  it.each([
    ['published', 'published', ['newest']],
    ['withdrawn', 'published', ['newest']],
    ['published', 'withdrawn', ['middle']],
    ['withdrawn', 'withdrawn', ['oldest']],
  ])(
    'never is an old fact beside what came in its place: the middle one %s, the newest %s',
    async (middle, newest, shown) => {
      const fact = (id: string, ...fields: readonly string[]) =>
        `## ${id}\n> Words of the ${id}.\n\n- kind: statement\n${fields.join('\n')}\n\n`;
      const chain = [
        fact('oldest'),
        fact('newest', '- replaces: middle', `- status: ${newest}`),
        fact('middle', '- replaces: oldest', `- status: ${middle}`),
      ];
      const sheets = await createFolder({ 'a.md': createSheet(chain.join('')) });
      const { facts } = await loadCorpus({ sheets, archive: [] });
      expect(visibleFacts(facts, new Date('2026-12-01')).map(({ id }) => id)).toEqual(shown);
    },
  );

  it('is attributed to the source and dated by it when the fact says neither', async () => {
    const head = 'title: A report\npublisher: Agency\naccessed: 2024-05';
    const { facts } = await loadCorpus({
      sheets: await createFolder({ 'a.md': createSheet(sections, head) }),
      archive: [],
    });
    const passages = facts.map(toPassage);
    expect(passages[0]).toMatchObject({ attribution: 'Agency', asOf: '2024-05' });
    expect(JSON.stringify(passages)).not.toContain('embargo');
  });
});

describe('the verbatim promise', () => {
  it('holds while the words stand at their place, wrapped or not, and not after an edit', async () => {
    const wrapped = '## wrapped\n> First line\n> second line.\n\n- kind: statement\n';
    const folder = await createFolder({ 'a.md': createSheet(sections + wrapped) });
    const passages = (await loadCorpus({ sheets: folder, archive: [] })).facts.map(toPassage);
    expect(await verifyPassages(passages)).toEqual([true, true, true, true]);
    await writeFile(join(folder, 'a.md'), createSheet(sections.replace('Plain', 'Other') + wrapped));
    expect(await verifyPassages(passages)).toEqual([false, true, true, true]);
    await writeFile(join(folder, 'a.md'), '');
    expect(await verifyPassages(passages)).toEqual([false, false, false, false]);
  });
});
