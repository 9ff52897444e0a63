import { type RawBuilder, sql } from 'kysely';
import type { DeskState } from './desk-question.ts';

/** The state of a question to the desk once its words are gone: nobody can answer it any more. */
export const LAPSED_IF_OPEN: RawBuilder<DeskState> = sql`case when state = 'open' then 'lapsed' else state end`;
