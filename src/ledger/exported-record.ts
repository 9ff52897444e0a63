/** What can be exported, and what each record of it says, in this order. */
export const RECORD_COLUMNS = {
  questions: [
    'id',
    'asked_at',
    'asked_by',
    'channel',
    'thread',
    'surface',
    'private',
    'words',
    'outcome',
    'replied_at',
  ],
  quotes: ['id', 'question_id', 'asked_at', 'position', 'fact_id', 'fact_hash', 'confidence'],
  deliveries: [
    'id',
    'question_id',
    'delivered_at',
    'fact_id',
    'fact_hash',
    'channel',
    'message_ts',
    'seen_by',
    'sent_by',
  ],
  choices: ['id', 'question_id', 'chosen_at', 'chosen_by', 'fact_id', 'words'],
  feedback: [
    'id',
    'question_id',
    'given_at',
    'given_by',
    'verdict',
    'fact_id',
    'fact_hash',
    'line',
    'closed_at',
    'closed_by',
    'note',
  ],
  'desk-questions': [
    'id',
    'question_id',
    'first_asked_at',
    'last_asked_at',
    'asked_by',
    'times',
    'private',
    'words',
    'state',
    'closed_at',
    'closed_by',
    'note',
  ],
  reviews: ['id', 'reviewed_at', 'reviewed_by', 'fact_id', 'fact_hash', 'kind', 'reason', 'until_day'],
} as const;

/** One sort of record. */
export type RecordKind = keyof typeof RECORD_COLUMNS;

/** A line of an export. Times are ISO 8601 in UTC; what is unknown, forgotten or held back is null. */
export type ExportedRecord = Readonly<Record<string, string | number | boolean | null>>;
