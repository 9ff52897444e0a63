import type { Kysely } from 'kysely';
import type { ShownFact, ShownWords } from './shown-fact.ts';
import { storedText } from './stored-text.ts';
import type { FactVersionRow, Tables } from './tables.ts';

/** Keeps the words of facts that are shown, once a version. */
export async function keepVersions(
  database: Kysely<Tables>,
  facts: readonly ShownFact[],
  at: Date,
): Promise<void> {
  const rows = facts.flatMap((fact) => (fact.words === undefined ? [] : [toRow(fact, fact.words, at)]));
  if (rows.length === 0) return;
  await database
    .insertInto('fact_versions')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function toRow({ factId, factHash }: ShownFact, words: ShownWords, at: Date): FactVersionRow {
  const stored = (text: string | null) => text && storedText(text);
  return {
    fact_id: storedText(factId),
    fact_hash: factHash,
    text: storedText(words.text),
    source_line: storedText(words.sourceLine),
    kind: words.kind,
    attribution: storedText(words.attribution),
    as_of: storedText(words.asOf),
    published: stored(words.published),
    title: storedText(words.title),
    publisher: stored(words.publisher),
    url: stored(words.url),
    first_shown_at: at.toISOString(),
  };
}
