import type { Tables } from '../tables.ts';

/** What a ledger keeps, whatever else stands in its database. Which migrations were run is told apart. */
const TABLES: Readonly<Record<Exclude<keyof Tables, 'migrations'>, true>> = {
  claims: true,
  questions: true,
  quoted_facts: true,
  deliveries: true,
  fact_versions: true,
  direct_messages: true,
  choices: true,
  feedback: true,
  desk_questions: true,
  notices: true,
  reviews: true,
  drafts: true,
  reply_frames: true,
  recalls: true,
  recall_rows: true,
  unsure_questions: true,
  waiting_questions: true,
  installations: true,
  install_states: true,
};

/** The names of all tables with rows. */
export const LEDGER_TABLES: readonly string[] = Object.keys(TABLES);
