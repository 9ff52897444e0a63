import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/operations/index.ts';

/** Every name that the bot exposes, with those that a histogram is made of. */
async function exposed(): Promise<ReadonlySet<string>> {
  const { text } = await createMetrics('1').read();
  const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    names.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

const namesIn = (text: string) => [...new Set(text.match(/\bfactdesk_\w+/g))];

describe('what is ready in ops', () => {
  it.each(['ops/prometheus/alerts.yml', 'ops/grafana/factdesk.json'])(
    'asks in %s for nothing that the bot does not expose',
    async (file) => {
      const known = await exposed();
      const asked = namesIn(await readFile(file, 'utf8'));
      expect(asked.length).toBeGreaterThan(5);
      expect(asked.filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it('tells of every alert what to do', async () => {
    const { groups } = parse(await readFile('ops/prometheus/alerts.yml', 'utf8'));
    const page = await readFile('docs/operations.md', 'utf8');
    const names = groups.flatMap((group: { rules: { alert: string }[] }) =>
      group.rules.map(({ alert }) => alert),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name: string) => !page.includes(`**${name}**`))).toEqual([]);
  });

  it('draws every panel once, each with a title and what it asks for', async () => {
    const { panels } = JSON.parse(await readFile('ops/grafana/factdesk.json', 'utf8'));
    const ids = panels.map(({ id }: { id: number }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, targets } of panels) {
      expect(title).not.toBe('');
      expect(targets.every(({ expr }: { expr: string }) => expr.length > 0)).toBe(true);
    }
  });
});
