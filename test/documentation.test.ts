import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'facts/README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
const linksOf = (page: string) =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g),
  ].map(([, link = '']) => link);

describe('the documentation', () => {
  it('lists every decision once', () => {
    const decisions = readdirSync('docs/decisions').filter((name) => /^\d{4}-.*\.md$/.test(name));
    expect(linksOf('docs/decisions/README.md').sort()).toEqual(decisions.sort());
    expect(decisions.length).toBeGreaterThan(30);
  });

  it('links only to files that exist', () => {
    const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter(({ page, link }) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  it('names only tests, sources and tools that exist', () => {
    const named = pages.flatMap((page) =>
      [
        ...readFileSync(page, 'utf8').matchAll(
          /\b(?:src|test|tools|bench|bin)\/[\w./-]*\w\.(?:tsx?|js|jsonl?)\b/g,
        ),
      ].map(([file]) => ({ page, file })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it.each(['docs/architecture.md', 'docs/how-a-question-is-matched.md'])(
    'says it in 800 words: %s',
    (page) => {
      expect(
        readFileSync(page, 'utf8')
          .split(/\s+/)
          .filter((word) => /\w/.test(word)).length,
      ).toBeLessThanOrEqual(800);
    },
  );
});
