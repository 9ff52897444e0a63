/** The three states of IPTC. */
export type Status = 'usable' | 'withheld' | 'canceled';

/** What a word says: a state, or that a moment decides (`scheduled`), and that it is held back while none is named. */
export type StateWord = Status | 'timed';

/** The words of formats and content systems for their states, in small letters and without signs. */
const STATE_WORDS: Readonly<Record<StateWord, readonly string[]>> = {
  canceled: [
    ...[
      'canceled',
      'cancelled',
      'cancel',
      'kill',
      'killed',
      'mandatorykill',
      'recall',
      'recalled',
      'takedown',
    ],
    ...[
      'withdrawn',
      'withdraw',
      'retract',
      'retracted',
      'delete',
      'deleted',
      'removed',
      'rescinded',
      'revoked',
    ],
  ],
  withheld: [
    ...[
      'withheld',
      'withhold',
      'hold',
      'held',
      'onhold',
      'draft',
      'autodraft',
      'indraft',
      'wip',
      'incomplete',
    ],
    ...['pending', 'pendingreview', 'awaitingreview', 'review', 'inreview', 'needsreview', 'underreview'],
    ...['private', 'hidden', 'unlisted', 'internal', 'confidential', 'secret', 'restricted', 'protected'],
    ...['password', 'passwordprotected', 'inherit', 'trash', 'trashed', 'spiked', 'rejected', 'unapproved'],
    // Superdesk before it publishes.
    ...['inprogress', 'submitted', 'ingested', 'routed', 'fetched', 'beingcorrected'],
    ...[
      'unpublished',
      'notpublished',
      'donotpublish',
      'notforpublication',
      'expired',
      'superseded',
      'offline',
      'blocked',
    ],
    // Ghost: for readers who pay alone.
    ...['members', 'membersonly', 'paid', 'tiers', 'filter'],
  ],
  timed: ['embargoed', 'embargo', 'underembargo', 'scheduled', 'future', 'timed'],
  usable: [
    ...[
      'usable',
      'published',
      'publish',
      'republished',
      'public',
      'corrected',
      'correction',
      'live',
      'final',
      'active',
    ],
    ...[
      'released',
      'online',
      'visible',
      'ok',
      'immediate',
      'forimmediaterelease',
      'immediaterelease',
      'uponreceipt',
    ],
  ],
};

const STATE_OF = new Map(
  (['canceled', 'withheld', 'timed', 'usable'] as const).flatMap((state) =>
    STATE_WORDS[state].map((word) => [word, state] as const),
  ),
);

const YES = new Set(['yes', 'y', 'true', 't', '1', 'on', 'x', '✓', '✔', '☑', 'ja', 'oui', 'si', 'sí']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'off', 'not', 'nein', 'non', '✗', '✘', '☐']);

/** The state a text names: `stat:usable`, `https://cv.example/status/canceled`, `On hold`; undefined when unknown. */
export function readStateWord(text: string): StateWord | undefined {
  const trimmed = text.trim().toLowerCase();
  const code = /\s/.test(trimmed) ? trimmed : trimmed.replace(/[/#]{1,8}$/, '').replace(/^.*[:/#]/, '');
  return STATE_OF.get(code.replace(/[^\p{L}\p{N}]/gu, ''));
}

/** What a text answers to yes or no; undefined when it answers nothing. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
