import type { Quote } from '../../answer/index.ts';
import type { Outcome } from '../../ledger/index.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';

/** A reply that is worked out and not sent yet. */
export interface Reply {
  readonly outcome: Outcome;
  /** What it quotes, best first. */
  readonly quotes: readonly Quote[];
  /** Fingerprint of the decision that worked out how likely each quote answers. @default nothing was claimed of them */
  readonly decision?: string;
  /** At least one. */
  readonly messages: readonly SlackMessage[];
}
