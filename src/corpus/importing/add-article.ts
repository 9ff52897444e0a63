import type { ArchiveWriter, Placed } from '../archive/index.ts';
import type { Imported } from '../importers/index.ts';
import type { ImportTally } from './import-tally.ts';
import type { UnmetItems } from './unmet-items.ts';

type ImportedItem = Extract<Imported, { kind: 'item' }>;

/** Where an article goes, and who is told of it. */
export interface ArticleTarget {
  readonly writer: ArchiveWriter;
  readonly tally: ImportTally;
  readonly unmet: UnmetItems;
}

/** Adds an article of `file` to the archive, and notes what became of it. */
export async function addArticle(
  { item, line, formerly }: ImportedItem,
  file: string,
  { writer, tally, unmet }: ArticleTarget,
): Promise<void> {
  const placed = await writer.add(item, formerly);
  const { placement, uri, isUnmet } = placed;
  const isCancellation = item.pubStatus === 'canceled';
  if (isUnmet) unmet.add({ file, line, uri, isCancellation });
  else if (!isCancellation) unmet.meet(uri);
  if (placement === 'duplicate') {
    const what = `another article of this import has the same id and version (${uri})`;
    const mend = 'Give the two different ids, or one a later version';
    tally.note({ kind: 'problem', line, what, mend }, file);
    return;
  }
  tally.note(placement, file);
  for (const remark of remarksOn(placed, item, isCancellation)) tally.warn({ file, line, ...remark });
}

interface Remark {
  readonly what: string;
  readonly mend: string;
}

function* remarksOn(
  { placement, uri, others, isOutdone, replacedTitle }: Placed,
  item: ImportedItem['item'],
  isCancellation: boolean,
): Generator<Remark> {
  if (placement === 'erased') {
    const what = `the desk has erased this article, and it is not let in again (${uri})`;
    yield { what, mend: `"factdesk archive allow" lets it in` };
  }
  if (isOutdone) {
    const what = `the cancellation of ${uri} is of an older version than the one on file, and takes nothing back`;
    yield { what, mend: 'If the article is to go, take it away with "factdesk archive remove"' };
  }
  if (placement !== 'written' && placement !== 'replaced') return;
  if (isCancellation && others.length > 0) {
    const what = `the cancellation of ${uri} takes back ${others.join(', ')} as well`;
    yield { what, mend: 'Check that these are the same article' };
  }
  if (uri !== item.uri && !isCancellation) {
    const what = `${item.uri} is taken for ${uri}, which has the same id`;
    yield { what, mend: 'If it is another article, name its provider with --provider' };
  }
  if (replacedTitle !== undefined && !isCancellation) {
    const what = `the article takes the place of “${replacedTitle}”, which has the same id and another title (${uri})`;
    yield {
      what,
      mend: 'If the two are different articles, import each with the --provider that gave it the id',
    };
  }
}
