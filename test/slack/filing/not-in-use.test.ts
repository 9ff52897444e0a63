import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../blocks/slack-limits.ts';
import { askDirectly, DESK, said } from '../listeners/desk/asking-the-desk.ts';
import { openGapDesk, putForward } from '../listeners/desk/open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const MISTAKEN =
  '---\ntitle: Facts of the desk\npublished: 2026-12\n---\n\n## old-one\n> Old words.\n\n- kind: statemnt\n';

async function openSigned(before: (folder: string) => Promise<void> = async () => {}) {
  const desk = await openGapDesk();
  const { slack, folder } = desk;
  const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
  await before(folder);
  await askDirectly(ada, QUESTION);
  await putForward(grace, QUESTION);
  await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
  await said(alan, DESK, 'On file in');
  return { ...desk, ada, grace, alan, file: join(folder, 'desk/2026-12.md') };
}

describe('a draft that is written and not in use', () => {
  it('says so where it was withdrawn meanwhile, and the question may be answered again', async () => {
    const { readAgain, file, alan, grace, ada } = await openSigned();
    const was = await readFile(file, 'utf8');
    await writeFile(file, `${was}- status: withdrawn\n`);
    await readAgain();
    const card = await said(alan, DESK, 'but not in use: it was withdrawn');
    expect(card.text).not.toContain('On file in');
    await grace.closeModal();
    await grace.press(await said(grace, DESK, `from <@${ada.id}>`), 'desk_answer');
    await grace.until(() => textsIn(grace.modal()).join().includes('The words'));
    // It is taken up again.
    await writeFile(file, was);
    await readAgain();
    await said(ada, 'dm', 'The desk has answered your question.');
    await said(alan, DESK, `Told where they asked: <@${ada.id}>.`);
  });

  it('says so where its sheet has a mistake', async () => {
    const { app, alan } = await openSigned(async (folder) => {
      await mkdir(join(folder, 'desk'));
      await writeFile(join(folder, 'desk/2026-12.md'), MISTAKEN);
    });
    // Nothing of that sheet is read.
    await app.corpusChanged();
    await said(alan, DESK, 'but not in use:');
  });
});
