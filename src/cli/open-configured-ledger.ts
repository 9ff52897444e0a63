import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import type { Ledger, LedgerLocation } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the ledger that the settings name. Rejects with ConfigError, with CommandError when it cannot be opened, and
 * where each workspace has one and none is named: what nobody finds there would be taken for what is nowhere.
 */
export async function openConfiguredLedger(terminal: Terminal): Promise<Ledger> {
  requireOne(readConfig(terminal.env));
  return openMainLedger(terminal);
}

/** Opens the ledger of the bot as a whole, which holds the installations. Rejects likewise. */
export async function openMainLedger({ env, now, stderr }: Terminal): Promise<Ledger> {
  const { data, databaseUrl } = readConfig(env);
  const place = { directory: data, ...(databaseUrl !== undefined && { databaseUrl }) };
  return open({ ...place, now, warn: (message) => void stderr.write(`${message}\n`) });
}

/** Opens the ledger that the settings name where there is one; undefined where the bot never ran. Rejects likewise. */
export async function openExistingLedger(terminal: Terminal): Promise<Ledger | undefined> {
  const config = readConfig(terminal.env);
  requireOne(config);
  const { data, databaseUrl } = config;
  const { hasLedgerFile } = await import('../ledger/index.ts');
  if (databaseUrl === undefined && !hasLedgerFile(data)) return undefined;
  return openConfiguredLedger(terminal);
}

/**
 * Opens the playground's own ledger: a trial question is nobody's, and belongs into no newsroom's counts. Rejects
 * likewise.
 */
export async function openPlaygroundLedger({ env, now, stderr }: Terminal): Promise<Ledger> {
  const directory = join(readConfig(env).data, 'playground');
  return open({ directory, now, warn: (message) => void stderr.write(`${message}\n`) });
}

function requireOne({ workspaces }: Config): void {
  if (workspaces === undefined) return;
  throw new CommandError(
    'Each workspace has a ledger of its own: add --workspace and its id, such as T0123ABCD. "factdesk workspaces" ' +
      'lists them.',
    { exitCode: 2 },
  );
}

/** Makes the schema that `DATABASE_URL` names where there is none. Rejects with CommandError. */
export async function makeConfiguredSchema({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  if (databaseUrl === undefined) return;
  const { makeSchema } = await import('../ledger/index.ts');
  await forPeople(() => makeSchema(databaseUrl));
}

async function open(place: LedgerLocation): Promise<Ledger> {
  const { openLedger } = await import('../ledger/index.ts');
  return forPeople(() => openLedger(place));
}

async function forPeople<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const { LedgerError } = await import('../ledger/index.ts');
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  }
}
