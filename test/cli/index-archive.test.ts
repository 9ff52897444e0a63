import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { run } from './run.ts';

describe('factdesk index', () => {
  it('builds the index of the archive, which ask then reads', async () => {
    const archive = aFolder({ 'a.jsonl': lines(saying('Two ferries sank in the harbour of Norbeck.')) });
    const env = { FACTDESK_ARCHIVE: archive, FACTDESK_DATA: aFolder() };
    const { stdout, exitCode } = await run(['index'], { env });
    expect(stdout).toMatch(/^1 passage of 1 article in [\d.]+ s, kept in .*archive-[0-9a-f]{12}\.index\n$/);
    expect(exitCode).toBe(0);
    expect(await readdir(env.FACTDESK_DATA)).toHaveLength(1);
    const asked = await run(['ask', 'How many ferries sank in Norbeck?'], { env });
    expect(asked.stdout).toContain('Two ferries sank in the harbour of Norbeck.');
  });

  it('says what to do when there is no archive', async () => {
    const { stderr, exitCode } = await run(['index'], { env: { FACTDESK_ARCHIVE: '' } });
    expect(stderr).toBe('There is no archive. Set FACTDESK_ARCHIVE, or name a folder with --archive.\n');
    expect(exitCode).toBe(1);
  });

  it('names a folder that cannot be read', async () => {
    const { stderr, exitCode } = await run(['index', '--archive', '/nowhere'], {
      env: { FACTDESK_DATA: aFolder() },
    });
    expect(stderr).toContain('/nowhere: the archive folder cannot be read');
    expect(exitCode).toBe(1);
  });
});
