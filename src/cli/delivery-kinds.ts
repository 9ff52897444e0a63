import type { DeliveryKind } from '../ledger/index.ts';

/** In what way something was delivered, in words. */
export const DELIVERY_KINDS: Readonly<Record<DeliveryKind, string>> = {
  reply: 'reply',
  share: 'shared',
  'workflow-step': 'workflow step',
  'direct-message': 'direct message',
};
