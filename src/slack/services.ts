import type { Logger } from 'pino';
import type { FactDesk } from '../answer/index.ts';
import type { Claim } from './memory-claims.ts';
import type { Wait } from './patience.ts';

/** What every surface works with. */
export interface Services {
  readonly factDesk: FactDesk;
  readonly claim: Claim;
  readonly logger: Logger;
  readonly wait: Wait;
  readonly botUserId: string;
}
