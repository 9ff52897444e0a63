/** What a field of an article tells about whether it may be shown. */
export type StateFieldKind =
  /** A word: `published`, `stat:canceled`. */
  | 'state'
  /** Yes holds the article back. */
  | 'held'
  /** Yes, or the day on which it happened, takes it back. */
  | 'canceled'
  /** No holds it back. A date is that of publication. */
  | 'shown'
  /** No holds it back, and so does a moment that is to come. */
  | 'release'
  /** The moment from which it may be shown, or yes. */
  | 'embargo'
  /** The moment until which it may be shown. */
  | 'expiry'
  /** Whatever it says, somebody asks for it. */
  | 'password'
  /** Whatever it says, there is an embargo. */
  | 'reason'
  /** A number that means something in one newsroom alone; another field says what it means for others. */
  | 'code'
  /** A notice that may be about the state or about anything else. */
  | 'signal'
  /** An object whose fields are such fields. */
  | 'container'
  /** Named like a state, and none that is known. */
  | 'unknown';

/** The names of the fields, in small letters and without signs, `is`, and what says that the value is a moment. */
const NAMES: Readonly<Record<Exclude<StateFieldKind, 'unknown'>, readonly string[]>> = {
  state: [
    ...['status', 'state', 'pubstatus', 'pubstate', 'publicationstatus', 'publicationstate', 'publishstatus'],
    ...[
      'publishstate',
      'publishedstate',
      'publishedstatus',
      'publishingstatus',
      'poststatus',
      'workflowstate',
    ],
    ...['workflowstatus', 'moderationstate', 'contentstatus', 'contentstate', 'articlestatus', 'storystatus'],
    ...['itemstatus', 'managementstatus', 'creativeworkstatus', 'editorialstatus', 'releasestatus'],
    ...['visibility', 'postvisibility', 'stage', 'workflowstage', 'editorialstage'],
  ],
  held: [
    ...['draft', 'private', 'hidden', 'unlisted', 'hold', 'onhold', 'withheld', 'unpublished', 'expired'],
    ...['donotpublish', 'notforpublication', 'markedfornotpublication', 'confidential', 'internalonly'],
    ...['quarantined', 'spiked', 'trashed', 'suppressed', 'excludefromcollections', 'passwordprotected'],
    ...['eleventyexcludefromcollections', 'donotuse', 'donotrun', 'notforuse', 'legalhold'],
  ],
  canceled: [
    ...[
      'withdrawn',
      'retracted',
      'killed',
      'kill',
      'canceled',
      'cancelled',
      'deleted',
      'removed',
      'recalled',
    ],
    ...['takendown', 'rescinded', 'revoked'],
  ],
  shown: [
    ...['published', 'publish', 'approved', 'ready', 'readytopublish', 'oktopublish', 'oktorun', 'oktouse'],
    ...[
      'cleared',
      'legalcleared',
      'legallycleared',
      'clearedbylegal',
      'clearedtopublish',
      'clearedforpublication',
    ],
    ...['approvedforpublication', 'approvedtopublish', 'readyforpublication'],
  ],
  release: ['release', 'released', 'public', 'live', 'online', 'visible', 'usable'],
  embargo: [
    ...['embargo', 'embargoed', 'utcembargo', 'embargountil', 'embargoeduntil', 'embargoends', 'embargoend'],
    ...[
      'embargolifts',
      'embargolift',
      'embargoedtill',
      'embargotill',
      'holduntil',
      'holdtill',
      'holdforrelease',
    ],
    ...['sperrfrist', 'dateofrelease', 'daterelease', 'releaseafter', 'notbefore', 'donotpublishbefore'],
    ...[
      'publishafter',
      'publishnotbefore',
      'availablefrom',
      'validfrom',
      'golive',
      'livefrom',
      'publishfrom',
    ],
    ...['publishup', 'publishstart', 'pubstart', 'scheduled', 'scheduledfor', 'schedule', 'publishschedule'],
    ...['utcpublishschedule', 'scheduledpublish', 'scheduledpublication'],
    // "Published at" is when it was; "publish at" is when it is to be.
    ...['publishdate', 'publishat', 'publishon', 'publishtime', 'publishdatetime', 'publishfor'],
  ],
  expiry: [
    ...[
      'expires',
      'expire',
      'expiry',
      'expiration',
      'validto',
      'validuntil',
      'useuntil',
      'usebefore',
      'unpublish',
    ],
    ...[
      'publishdown',
      'publishend',
      'publishuntil',
      'pubstop',
      'availableuntil',
      'availableto',
      'dateexpire',
    ],
    ...['unavailableafter'],
  ],
  password: ['password', 'postpassword'],
  reason: ['embargoedreason', 'embargoreason', 'holdreason', 'withheldreason', 'embargonote'],
  code: ['statuscode'],
  signal: ['signal', 'signals'],
  container: [
    'flags',
    'schedulesettings',
    'workflow',
    'revision',
    'extra',
    'additionalproperties',
    'meta',
    'metadata',
    'params',
    'publishing',
  ],
};

const KINDS = [
  ...(['state', 'held', 'canceled', 'shown', 'release', 'embargo', 'expiry'] as const),
  ...(['password', 'reason', 'code', 'signal', 'container'] as const),
];
const KIND_OF: ReadonlyMap<string, StateFieldKind> = new Map(
  KINDS.flatMap((kind) => NAMES[kind].map((name) => [name, kind] as const)),
);

/** Named like states of other things. */
const OTHERS = /^(?:comment|ping|http|marital|employment|payment|sync|import|author|user)s? ?stat/;
/** Words that nothing but a state or an embargo is called by, or misspelt, wherever they stand in a name. */
const STEMS = /embargo|e[mn][abgr]{3,5}o|withdrawn|withheld|retract|unpublish|pubstat|visibilit/;
const WORDS = new RegExp(
  [
    String.raw`^(?:kill(?:ed|s)?|cancel\w*|withdraw\w*|draft\w*|expir\w*|hold|quarantine\w*|suppress\w*|takedown`,
    '|recall(?:ed)?|revoked?|rescind\\w*|spiked?|trash(?:ed)?|deleted?|unlisted)$',
  ].join(''),
);
const STATE_NAME =
  /\b(?:status|(?:pub\w*|workflow|editorial|moderation|review|legal|release|content) stat(?:e|us))$/;
/** `Release 2`, and not `Press release`. */
const RELEASE = /(?<!press |news |media )\breleased?\b/;

/** Files have few names of fields, and each of them in every article. */
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, StateFieldKind | undefined>();

/** What a name says of its field; undefined for a field that has nothing to do with showing. */
export function stateFieldKind(name: string): StateFieldKind | undefined {
  if (remembered.has(name)) return remembered.get(name);
  const kind = findKind(name);
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, kind);
  return kind;
}

function findKind(name: string): StateFieldKind | undefined {
  const words = wordsOf(name);
  const known = KIND_OF.get(words.join('')) ?? KIND_OF.get(withoutMoment(words));
  if (known) return known;
  const plain = words.join(' ');
  if (OTHERS.test(plain)) return undefined;
  const isState =
    STEMS.test(words.join('')) ||
    words.some((word) => WORDS.test(word)) ||
    STATE_NAME.test(plain) ||
    RELEASE.test(plain);
  return isState ? 'unknown' : undefined;
}

/** The zone that a column names for all its moments: `Embargo (UTC)`. */
export function zoneInName(name: string): string | undefined {
  return /(?<![A-Z])([A-Z]{1,4}T|UTC)\)?$/.exec(name.trim())?.[1];
}

/** `wp:post_status`, `isPublished`, `Embargo date (UTC)` as small words. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 80)
    .replace(/^[\w-]+:(?=\w)/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const MOMENT_WORD = /^(?:at|on|date|datetime|time|timestamp|utc|gmt|[cemp][sd]?t|cest|bst|ist|flag)$/;

/** `embargo date utc`, `is draft`, `deleted at`. */
function withoutMoment(words: readonly string[]): string {
  const start =
    /^(?:is|was|article|post|story|item|date|the)$/.test(words[0] ?? '') && words.length > 1 ? 1 : 0;
  let end = words.length;
  while (end > start + 1 && MOMENT_WORD.test(words[end - 1] ?? '')) end -= 1;
  const plain = words.slice(start, end).join('');
  return plain.replace(/^(\p{L}{4,}?)(?:date|datetime|time|at)$/u, '$1');
}
