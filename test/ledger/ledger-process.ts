/** A copy of the bot as the ledger sees it: does what it is told and reports each thing once it is written. */
import { readFileSync } from 'node:fs';
import { type Ledger, LedgerError, openLedger, restoreLedger } from '../../src/ledger/index.ts';
import type { RestoreTask } from './restore-task.ts';
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

const location = {
  directory,
  now: () => new Date(),
  ...(databaseUrl === '' ? {} : { databaseUrl }),
};

/** As `name`, the file of what is to be restored. */
async function restore(): Promise<void> {
  const { schema, parts, breaksOff, replaces }: RestoreTask = JSON.parse(readFileSync(name, 'utf8'));
  const rows = async function* () {
    yield* parts;
    if (breaksOff) throw new LedgerError('The file is at its end.');
  };
  const beforeReplacing = replaces ? async () => report('replacing') : undefined;
  await restoreLedger({ schema, rows }, { ...location, beforeReplacing });
  report('restored');
}

async function workWithLedger(): Promise<void> {
  const ledger = await openLedger(location);
  if (task === 'accept') await acceptUntilKilled(ledger);
  if (task === 'claim') await claimHundredKeys(ledger);
  await ledger.close();
}

try {
  await (task === 'restore' ? restore() : workWithLedger());
} catch (error) {
  report(error instanceof Error ? error.message : String(error));
}
