import { Kysely } from 'kysely';
import { createAttempts } from './attempts.ts';
import { createClaims } from './claims.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeskQuestions } from './desk-questions.ts';
import { createReach } from './fact-reach.ts';
import { createFactReviews } from './fact-reviews.ts';
import { createUses } from './fact-uses.ts';
import { createDrafts } from './filing/drafts.ts';
import { createQuestionGroups } from './filing/question-groups.ts';
import { createInHand } from './in-hand.ts';
import { createKeptInstallations } from './installations/kept-installations.ts';
import { createJobs } from './jobs.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import { isMigrated, migrate, newestSchema } from './migrate.ts';
import { createPrivacy } from './privacy.ts';
import { createQuestions } from './questions.ts';
import { createRecalls } from './recalls/recalls.ts';
import { createReceived } from './received/received-facts.ts';
import { createRecords } from './record-export.ts';
import { createReplies } from './replies.ts';
import { createReports } from './reports.ts';
import { createShownReplies } from './shown-replies.ts';
import { openSqlite } from './sqlite-database.ts';
import type { Tables } from './tables.ts';
import { createVerdicts } from './verdicts.ts';
import { createWaiting } from './waiting/waiting.ts';

/** Which ledger it is. */
export interface LedgerPlace {
  /** Address of a PostgreSQL database. Without it the ledger is a SQLite file in `directory`. */
  readonly databaseUrl?: string;
  /** Made if missing; not touched when there is a `databaseUrl`. */
  readonly directory: string;
}

/** Where the ledger is kept. */
export interface LedgerLocation extends LedgerPlace {
  readonly now: () => Date;
  /** Told what is not right about files that are there already. @default nobody is told */
  readonly warn?: (message: string) => void;
}

/** Opens the ledger, brought to the tables this version knows. Rejects with `LedgerError`. */
export async function openLedger(location: LedgerLocation): Promise<Ledger> {
  const { now } = location;
  const connection = await connectLedger(location);
  const database = new Kysely<Tables>({ dialect: connection.dialect });
  const { patientDialect } = connection;
  const patient = patientDialect === undefined ? database : new Kysely<Tables>({ dialect: patientDialect });
  const close = async () => {
    await Promise.all([database.destroy(), patient.destroy()]);
  };
  const claims = createClaims(database, now);
  const reviews = createFactReviews(database, now);
  try {
    await connection.knock?.();
    await connection.keepCopy?.(newestSchema());
    await migrate(patient, connection.kind);
    await claims.pruneClaims();
    await reviews.readReviews();
  } catch (error) {
    await close();
    throw connection.explain(error);
  }
  return {
    ...claims,
    ...reviews,
    ...createParts(database, now),
    ...createPrivacy({ database: patient, connection, now }),
    ...createRecords(patient),
    isMigrated: () => isMigrated(database),
    close,
  };
}

/** What the ledger is made of that needs nothing but its database. */
const createParts = (database: Kysely<Tables>, now: () => Date) => ({
  ...createJobs(database, now),
  ...createQuestions(database, now),
  ...createAttempts(database),
  ...createInHand(database, now),
  ...createDeliveries(database, now),
  ...createReach(database),
  ...createReceived(database),
  ...createReplies(database),
  ...createUses(database),
  ...createShownReplies(database),
  ...createReports(database, now),
  ...createDeskQuestions(database, now),
  ...createQuestionGroups(database, now),
  ...createDrafts(database, now),
  ...createRecalls(database, now),
  ...createWaiting(database, now),
  ...createKeptInstallations(database, now),
  ...createVerdicts(database, now),
});

/** Connects to the database of a ledger. Rejects with `LedgerError`. */
export async function connectLedger({
  databaseUrl,
  directory,
  warn = () => undefined,
}: LedgerLocation): Promise<LedgerConnection> {
  if (databaseUrl === undefined) return openSqlite(directory, warn);
  // The driver is loaded by those who have a server.
  const { openPostgres } = await import('./postgres-database.ts');
  return openPostgres(databaseUrl);
}
