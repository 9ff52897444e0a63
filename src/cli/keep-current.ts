import type { Logger } from 'pino';
import type { ReloadableFactDesk } from '../answer/index.ts';
import { type CorpusWatch, formatProblem, type Problem } from '../corpus/index.ts';
import type { IndexContents } from '../corpus-index/index.ts';
import type { SlackApp } from '../slack/index.ts';

/** What is kept current, from where. */
export interface Currency {
  /** Opened before the fact desk was. */
  readonly watch: CorpusWatch;
  readonly factDesk: ReloadableFactDesk;
  readonly logger: Logger;
  /**
   * Is told once of every new state of the sheets that is broken, and once, with no problems, when it is mended; and once
   * of every line of the archive that came to be broken.
   */
  readonly tell: SlackApp['tellDesk'];
}

/**
 * Brings every saved sheet and every new archive file to the fact desk, without a restart. Gives a function that ends
 * it. A broken sheet is told and logged with the words of `factdesk check`, and its last good state stays in use; nothing
 * that files hold ends it.
 */
export function keepCurrent({ watch, factDesk, logger, tell }: Currency): () => Promise<void> {
  const ending = new AbortController();
  const tellSheets = createTelling<IndexContents['news']>(({ problems }) => problems);
  const tellArchive = createTelling<readonly Problem[]>((problems) => problems);
  const start = async () => {
    const { news } = factDesk.contents();
    for (const problem of news.problems) logger.error(formatProblem(problem));
    if (news.problems.length > 0) {
      const { problems, heldBack } = news;
      const what = 'started without the broken sheets; their facts are not in use until they are mended';
      logger.error({ problems: problems.length, heldBack }, what);
    }
    await tellSheets(news, () => tell.ofSheets({ ...news, isStart: true }));
  };
  const onChange = async () => {
    try {
      const { news, problems, isPartial } = await factDesk.reload();
      logProblems(news, logger);
      const { facts, sources } = await factDesk.onFile();
      logger.info({ facts, sources }, 'corpus read again');
      await tellSheets(news, () => tell.ofSheets(news));
      if (problems.length > 0) await tellArchive(problems, () => tell.ofArchive(problems));
      return !isPartial;
    } catch (error) {
      logger.error({ err: error }, 'the corpus could not be read again; what was read last stays in use');
      return false;
    }
  };
  const watching = start()
    .then(() => watch.watch({ onChange, signal: ending.signal }))
    .catch((error: unknown) =>
      logger.error({ err: error }, 'the corpus is no longer followed; start factdesk again'),
    );
  return async () => {
    ending.abort();
    await watching;
  };
}

function logProblems({ problems, heldBack }: IndexContents['news'], logger: Logger): void {
  for (const problem of problems) logger.error(formatProblem(problem));
  if (problems.length === 0) return;
  logger.error(
    { problems: problems.length, heldBack },
    'the last good state of the broken sheets stays in use, less what they may take back',
  );
}

/** Tells what is other than what was told before; at first, that nothing is wrong was told. */
function createTelling<News>(
  problemsOf: (news: News) => readonly Problem[],
): (news: News, tell: () => Promise<void>) => Promise<void> {
  let told = '';
  return async (news, tell) => {
    const words = problemsOf(news).map(formatProblem).join('\n');
    if (words !== told) await tell();
    told = words;
  };
}
