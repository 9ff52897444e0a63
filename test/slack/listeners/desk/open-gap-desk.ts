import type { Person } from '../../../../src/playground/index.ts';
import type { SlackAppOptions } from '../../../../src/slack/index.ts';
import { openFilesDesk } from '../../sample-facts.ts';
import { openSlackDesk, type WorkspaceOptions } from '../../slack-desk.ts';
import { DESK, said } from './asking-the-desk.ts';

/** A workspace whose desk writes facts into real sheets. */
export async function openGapDesk(
  { needsSecond = true, sheet }: { readonly needsSecond?: boolean; readonly sheet?: string } = {},
  workspace: WorkspaceOptions = {},
  changes: Partial<SlackAppOptions> = {},
) {
  const { folder, factDesk, reload } = await openFilesDesk();
  const filing = { facts: folder, needsSecond, ...(sheet !== undefined && { sheet }) };
  const now = () => new Date('2026-12-01T09:00:00Z');
  const desk = await openSlackDesk(
    { factDesk, filing, now, ...changes },
    { deskChannel: DESK, ...workspace },
  );
  /** As the bot does when it sees that a sheet was saved. */
  const readAgain = async () => {
    await reload();
    await desk.app.corpusChanged();
  };
  return { ...desk, folder, filing, reload, readAgain };
}

/** A fact as it is filled into the form. */
export const FILLED = {
  kind: 'quote',
  text: 'Gaza has 36 hospitals, and 18 of them work.',
  saidBy: 'Rik Peeperkorn, WHO',
  asOf: '2026-11-20',
  title: 'Briefing of the WHO',
  publisher: 'World Health Organization',
  published: '2026-11-20',
  url: 'https://who.example/briefing',
  topics: 'hospitals, Gaza',
} as const;

/** Presses *Answer* on the card with these words, fills the form and sends it. */
export async function putForward(
  writer: Person,
  cardWords: string,
  filled: Readonly<Record<string, string>> = FILLED,
): Promise<void> {
  await writer.press(await said(writer, DESK, cardWords), 'desk_answer');
  await writer.until(() => writer.modal());
  await writer.submit(filled);
}
