import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, ferryArticles, lines } from '../corpus/archive/a-folder.ts';
import { textsIn } from '../corpus/importing/an-import.ts';

/** What a shell has after a line with `factdesk` in it; `$1` and on are the words. */
function inShell(line: string, ...words: readonly string[]) {
  const script = `set -o pipefail; factdesk() { "$NODE" bin/factdesk.js "$@"; }; ${line}`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'bash', ...words], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath },
  });
  return { stdout, stderr, status };
}

const QUESTIONS = 'How big is an anti-personnel mine?\n'.repeat(200);

describe('a command whose reader has seen enough', () => {
  it('ends quietly', () => {
    const questions = join(aFolder({ 'questions.txt': QUESTIONS }), 'questions.txt');
    const { stdout, stderr, status } = inShell('factdesk ask < "$1" | head -1', questions);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('ends a long list of articles quietly', () => {
    const archive = aFolder({ 'a.jsonl': lines(...ferryArticles(2_000)) });
    const { stdout, stderr, status } = inShell('factdesk archive list --archive "$1" | head -1', archive);
    expect([stdout.trim().split('\n').length, stderr, status]).toEqual([1, '', 0]);
  });

  it('erases every article that was named, although nobody reads of the first', () => {
    const archive = aFolder({ 'a.jsonl': lines(...ferryArticles(3)) });
    const { status } = inShell('factdesk archive remove --archive "$1" u:0 u:1 | true', archive);
    expect(status).toBe(0);
    expect(readFileSync(join(archive, 'a.jsonl'), 'utf8')).toBe(lines(...ferryArticles(1, 2)));
  });

  it('goes on with an import when nobody reads what it skipped', async () => {
    const out = join(aFolder(), 'archive');
    const folder = aFolder({ 'a.jsonl': '{}\n'.repeat(5_000), 'b.txt': 'The dam held.\n' });
    const { status } = inShell(
      'factdesk import "$1" --out "$2" 2> >(head -1 > /dev/null) > /dev/null',
      folder,
      out,
    );
    expect([status, await textsIn(out)]).toEqual([1, ['The dam held.']]);
  });

  it.runIf(existsSync('/dev/full'))('says plainly that its output cannot be written', () => {
    const { stderr, status } = inShell('factdesk ask mines > /dev/full');
    expect(stderr).toBe('The output cannot be written (ENOSPC). Make room for it and try again.\n');
    expect(status).toBe(1);
  });
});
