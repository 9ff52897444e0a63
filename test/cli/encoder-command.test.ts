import { describe, expect, it } from 'vitest';
import { aFolder } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const TINY = 'test/fixtures/encoder';

describe('factdesk encoder check', () => {
  it("tells model, size and speed, and how it fares with the project's questions", async () => {
    const { stdout, stderr, exitCode } = await run(['encoder', 'check', TINY]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(`model              ${TINY}/model.onnx\n`);
    expect(stdout).toContain('vector             16 numbers, the mean of all tokens\n');
    expect(stdout).toMatch(/a question {8} \d+\.\d ms\na fact {12} \d+\.\d ms\n/);
    expect(stdout).toMatch(
      /the project's questions {2}without {4}with\nplain, first +\d+ +\d+ of 60\n {2}among three +\d+ +\d+\n/,
    );
  });

  it('tells what is wrong with a folder', async () => {
    const empty = aFolder();
    const { stdout, stderr, exitCode } = await run(['encoder', 'check', empty]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(`The encoder in ${empty} cannot be used:\n- none of model_quantized.onnx,`);
  });
});

describe('factdesk ask with FACTDESK_ENCODER', () => {
  const ask = async (encoder: string) => {
    const section = '## ferries\n> The ferries carried many passengers.\n\n- kind: statement\n';
    const sheets = await createFolder({ 'a.md': createSheet(section) });
    return run(['ask', '--explain', '--facts', sheets, 'Which boats took people?'], {
      env: { FACTDESK_ENCODER: encoder, FACTDESK_DATA: aFolder() },
    });
  };

  it('finds a fact in other words, and says what means the same', async () => {
    const { stdout, stderr } = await ask(TINY);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/means nearly the same as “The ferries carried many passengers\.” \(\d+ %\)/);
    expect(stdout).toMatch(/textMeaning +\d/);
  });

  it('compares nothing in meaning where it is off', async () => {
    const { stdout } = await ask('off');
    expect(stdout).not.toMatch(/Meaning|Similarity/);
  });

  it('says what is wrong with a folder, and what to do', async () => {
    const { stderr, exitCode } = await ask('/nowhere');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The encoder in /nowhere cannot be used:');
  });
});
