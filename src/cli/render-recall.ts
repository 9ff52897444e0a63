import { amount } from '../amount.ts';
import { formatCsvLine } from '../csv.ts';
import type { Recall, RecallRow, RecallVerb, ShownWords } from '../ledger/index.ts';
import { escapeLine } from './escape-controls.ts';
import { jsonLine } from './json-line.ts';
import type { RecallDetails } from './recall-details.ts';
import { utcTime } from './utc-time.ts';

const CHANGES: Readonly<Record<Recall['change'], string>> = {
  changed: 'reads differently now',
  replaced: 'has another fact stand for it',
  gone: 'was withdrawn, removed or put under embargo',
  reused: 'has gone; its id names another fact now',
};
const STATES: Readonly<Record<Recall['state'], string>> = {
  open: 'open: nobody has decided',
  running: 'under way',
  done: 'done',
  left: 'left as it is',
  superseded: 'superseded: the fact changed again',
  moot: 'for nothing: it reads again as it was shown',
};
const COPIED = 'What somebody copied by hand cannot be reached.';

/** The recalls, a line each. */
export function renderRecallList(recalls: readonly Recall[], isAll: boolean): string {
  if (recalls.length === 0)
    return isAll
      ? 'No fact that was shown has changed since.\n'
      : 'No recall is open. --all lists those that are done with.\n';
  return recalls
    .map(
      ({ number, openedAt, from, change, state, verb }) =>
        `${number}  ${utcTime(openedAt)}  ${escapeLine(from.factId)} ${CHANGES[change]}; ` +
        `${STATES[state]}${verb === null ? '' : ` (${verb})`}\n`,
    )
    .join('');
}

/** A recall with every copy and person, for a person to read. */
export function renderRecall(details: RecallDetails): string {
  const { recall, rows } = details;
  const { decidedAt, decidedBy, verb, reason } = recall;
  const lines = [
    ...headOf(details),
    ...(verb === null || decidedAt === null
      ? ['', ...reachOf(details)]
      : [
          '',
          `${verb}, by ${decidedBy ?? 'somebody'}, ${utcTime(decidedAt)}${reason === null ? '' : `: ${reason}`}`,
          ...progressOf(details),
        ]),
    ...(rows.length === 0 ? [] : ['', ...rows.map(rowLine)]),
    '',
    COPIED,
  ];
  return `${lines.map(escapeLine).join('\n')}\n`;
}

/** What would be done. */
export function renderDryRun(verb: RecallVerb): (details: RecallDetails) => string {
  const does: Readonly<Record<RecallVerb, string>> = {
    correct: 'These copies would be corrected and these people told:',
    refile: 'These copies would be corrected and nobody told:',
    withdraw: 'These copies would be replaced by "do not use" and these people told:',
    leave: 'Nothing would be changed and nobody told. These copies stay as they are:',
  };
  return (details) => {
    const lines = [...headOf(details), '', does[verb], ...reachOf(details), '', 'Nothing was changed.'];
    return `${lines.map(escapeLine).join('\n')}\n`;
  };
}

function headOf({ recall, was, is }: RecallDetails): readonly string[] {
  const { number, from, change, state } = recall;
  return [
    `Recall ${number}: ${from.factId} ${CHANGES[change]}; ${STATES[state]}.`,
    ...wordsOf('was', was),
    ...wordsOf('is', is),
  ];
}

function wordsOf(label: string, words: ShownWords | null): readonly string[] {
  if (words === null) return [];
  return [`${label}:`, ...words.text.split('\n').map((line) => `  │ ${line}`), `  ${words.sourceLine}`];
}

function reachOf({ reach: { copiesIn, people, workflows } }: RecallDetails): readonly string[] {
  return [
    ...[...copiesIn].map(([channel, count]) => `  ${amount(count, 'message')} in ${channel}`),
    `  ${people === 1 ? '1 person' : `${people} people`}`,
    ...(workflows > 0 ? [`  given to a workflow ${amount(workflows, 'time')}, which cannot be reached`] : []),
  ];
}

function progressOf({ progress: { copies, people, waiting, unreached } }: RecallDetails): readonly string[] {
  return [
    `  copies: ${copies.edited} of ${copies.all} changed, ${copies.replied} with a reply below`,
    `  people: ${people.told} of ${people.all} told, ${people.seen} have seen it`,
    ...[...unreached].map(([reason, count]) => `  not reached: ${count} (${reason})`),
    ...(waiting > 0 ? [`  still to do: ${waiting}`] : []),
  ];
}

function rowLine(row: RecallRow): string {
  const { kind, person, channel, messageTs, doneAt, seenAt } = row;
  const who = kind === 'person' ? (person ?? 'somebody') : `message ${messageTs ?? 'erased'}`;
  const where = channel === null ? '' : ` in ${channel}`;
  const seen = seenAt === null ? '' : `, seen ${utcTime(seenAt)}`;
  const when = doneAt === null ? '' : ` ${utcTime(doneAt)}`;
  return `${kind}  ${who}${where}  got it ${utcTime(row.shownAt)}  ${row.way ?? row.reason ?? row.state}${when}${seen}`;
}

/** The receipt as one line of JSON. */
export function recallJson({ recall, was, is, reach, progress, rows }: RecallDetails): string {
  return jsonLine({
    ...{ recall, was, is, rows },
    reach: { ...reach, copiesIn: Object.fromEntries(reach.copiesIn) },
    progress: { ...progress, unreached: Object.fromEntries(progress.unreached) },
  });
}

const COLUMNS = [
  ...[
    'kind',
    'person',
    'channel',
    'message_ts',
    'fact_id',
    'fact_hash',
    'shown_at',
    'state',
    'way',
    'reason',
  ],
  ...['done_at', 'notice_channel', 'notice_ts', 'seen_at', 'reminded_at'],
];

/** The receipt as a table. */
export function recallCsv({ rows }: RecallDetails): string {
  const iso = (moment: Date | null) => moment?.toISOString() ?? null;
  const lines = rows.map(({ held, notice, ...row }) => [
    ...[row.kind, row.person, row.channel, row.messageTs, held.factId, held.factHash, iso(row.shownAt)],
    ...[row.state, row.way, row.reason, iso(row.doneAt), notice?.channel ?? null, notice?.messageTs ?? null],
    ...[iso(row.seenAt), iso(row.remindedAt)],
  ]);
  return [COLUMNS, ...lines].map(formatCsvLine).join('');
}
