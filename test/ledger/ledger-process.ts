/** A copy of the bot as the ledger sees it: does what it is told and reports each thing once it is written. */
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { newQuestion } from './sample-questions.ts';

const [task = '', directory = '', databaseUrl = '', name = ''] = process.argv.slice(2);

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function acceptUntilKilled(ledger: Ledger): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const eventKey = `${name}-${turn}`;
    const { questionId } = await ledger.acceptQuestion(newQuestion({ eventKey }));
    report(`question ${questionId}`);
    const said = { fact: null, givenBy: 'UADA', reason: 'other', line: eventKey } as const;
    await ledger.recordReport({ eventKey, questionId, ...said });
    report(`report ${eventKey}`);
  }
}

async function claimHundredKeys(ledger: Ledger): Promise<void> {
  for (let key = 0; key < 100; key += 1) {
    if (await ledger.claim(`key-${key}`)) report(`claimed ${key}`);
  }
}

try {
  const ledger = await openLedger({
    directory,
    now: () => new Date(),
    ...(databaseUrl === '' ? {} : { databaseUrl }),
  });
  if (task === 'accept') await acceptUntilKilled(ledger);
  if (task === 'claim') await claimHundredKeys(ledger);
  await ledger.close();
} catch (error) {
  report(error instanceof Error ? error.message : String(error));
}
