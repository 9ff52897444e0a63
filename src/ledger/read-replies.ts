import type { Kysely } from 'kysely';
import { readFramesOfMessages } from './reply-frames/frame-of-message.ts';
import type { ShownReply } from './shown-reply.ts';
import type { DeliveryRow, QuestionRow, Tables } from './tables.ts';
import { readWords } from './version-words.ts';

interface Wanted {
  readonly questionIds: readonly string[];
  readonly withPrivate: boolean;
  /** Only what this message showed. @default every message that answered or shared */
  readonly message?: { readonly channel: string; readonly ts: string };
}

/** What was shown to some questions, oldest first. One whose reply quoted nothing has a reply without facts. */
export async function readReplies(
  database: Kysely<Tables>,
  { questionIds, withPrivate, message }: Wanted,
): Promise<readonly ShownReply[]> {
  const questions = await database
    .selectFrom('questions')
    .selectAll()
    .where('id', 'in', questionIds)
    .execute();
  const all = database.selectFrom('deliveries').selectAll().where('question_id', 'in', questionIds);
  const shown = message
    ? all.where('message_ts', '=', message.ts).where('channel', '=', message.channel)
    : all;
  const rows = await shown.orderBy('delivered_at').orderBy('message_ts').orderBy('position').execute();
  const words = await readWords(database, rows);
  const frameOf = await readFramesOfMessages(database, questionIds);
  const replies = byMessage(rows).map((shownRows) => {
    const [first] = shownRows;
    const question = questions.find(({ id }) => id === first.question_id);
    const facts = shownRows.map(({ fact_id: factId, fact_hash: factHash }) => ({
      ...{ factId, factHash, words: words(factId, factHash) },
    }));
    // What was shared, or shown on a press, came later.
    const isChange = rows.some((row) => isEarlierIn(row, first));
    const isReply = first.kind !== 'share' && first.delivered_at === question?.replied_at;
    return {
      ...toReply(question, first),
      isChange,
      frame: isReply ? frameOf(first.question_id, facts) : null,
      facts,
    };
  });
  const quoting = new Set(rows.map(({ question_id }) => question_id));
  const empty = questions.flatMap((question) =>
    quoting.has(question.id) || question.replied_at === null
      ? []
      : [
          {
            ...toReply(question, { delivered_at: question.replied_at }),
            isChange: false,
            frame: frameOf(question.id, []),
            facts: [],
          },
        ],
  );
  return [...replies, ...empty]
    .toSorted((one, other) => one.shownAt.getTime() - other.shownAt.getTime())
    .map((reply) => (withPrivate || !reply.isPrivate ? reply : withoutPrivate(reply)));
}

/** The facts that one message showed at one time. */
type MessageRows = readonly [DeliveryRow, ...DeliveryRow[]];

function byMessage(rows: readonly DeliveryRow[]): readonly MessageRows[] {
  const messages = new Map<string, [DeliveryRow, ...DeliveryRow[]]>();
  for (const row of rows) {
    const { question_id, delivered_at, channel, message_ts, seen_by } = row;
    const key = JSON.stringify([question_id, delivered_at, channel, message_ts, seen_by]);
    const others = messages.get(key);
    if (others === undefined) messages.set(key, [row]);
    else others.push(row);
  }
  return [...messages.values()];
}

/** Whether a message showed a fact before it showed another. */
function isEarlierIn(earlier: DeliveryRow, later: DeliveryRow): boolean {
  return (
    later.message_ts !== null &&
    earlier.message_ts === later.message_ts &&
    earlier.channel === later.channel &&
    earlier.delivered_at < later.delivered_at
  );
}

/** What is known of a message; of one that quoted nothing, nothing but its time. */
function toReply(
  question: QuestionRow | undefined,
  delivery: DeliveryRow | { readonly delivered_at: string },
): Omit<ShownReply, 'facts' | 'frame' | 'isChange'> {
  const shown = 'kind' in delivery ? delivery : undefined;
  return {
    questionId: question?.id ?? shown?.question_id ?? '',
    question: question?.words ?? null,
    outcome: question?.outcome ?? null,
    kind: shown?.kind ?? null,
    isPrivate: (shown?.seen_by ?? null) !== null || question?.is_private === 1,
    person: shown?.person ?? question?.asked_by ?? null,
    channel: shown?.channel ?? question?.channel ?? null,
    messageTs: shown?.message_ts ?? null,
    shownAt: new Date(delivery.delivered_at),
  };
}

/** What was shared stands there for everybody, with the name of who did; the question alone may be theirs. */
function withoutPrivate(reply: ShownReply): ShownReply {
  if (reply.kind === 'share') return { ...reply, question: null };
  return { ...reply, question: null, frame: null, person: null, channel: null, messageTs: null };
}
