import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../corpus/archive/a-folder.ts';
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
