import type { Logger } from 'pino';
import type { ReloadableFactDesk } from '../answer/index.ts';
import { type CorpusWatch, formatProblem, type Problem } from '../corpus/index.ts';
import type { IndexContents } from '../corpus-index/index.ts';
import type { SlackApp } from '../slack/index.ts';

/** The corpus to follow, and who is told of it. */
export interface FollowOptions {
  /** Opened before the fact desk was. */
  readonly watch: CorpusWatch;
  readonly factDesk: ReloadableFactDesk;
  readonly logger: Logger;
  /**
   * Tells the desk once of every new set of problems in the sheets, once of no problems when all are mended, and once
   * of every new set of broken lines in the archive; and is told each time the corpus was read again.
   */
  readonly app: Pick<SlackApp, 'tellDesk' | 'corpusChanged'>;
}

/**
 * Loads every saved sheet and every new archive file into the fact desk, without a restart. Gives a function that ends
 * it. A broken sheet is reported and logged with the words of `factdesk check`, and its last valid state stays in use;
 * whatever the files hold, following goes on.
 */
export function followCorpus({ watch, factDesk, logger, app }: FollowOptions): () => Promise<void> {
  const tell = app.tellDesk;
  const ending = new AbortController();
  const tellSheets = createChangeReport<IndexContents['news']>(({ problems }) => problems);
  const tellArchive = createChangeReport<readonly Problem[]>((problems) => problems);
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
      // Who was told before is told at the pace of Slack, which the next save does not wait for.
      void app.corpusChanged();
      return !isPartial;
    } catch (error) {
      logger.error({ err: error }, 'the corpus could not be read again; what was read last stays in use');
      return false;
    }
  };
  const watching = start()
    .then(() => {
      const isPartial = factDesk.contents().archive !== 'read';
      return watch.watch({ onChange, isPartial, signal: ending.signal });
    })
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

/** Reports problems only when they differ from those reported last; at first, none were. */
function createChangeReport<News>(
  problemsOf: (news: News) => readonly Problem[],
): (news: News, tell: () => Promise<void>) => Promise<void> {
  let told = '';
  return async (news, tell) => {
    const words = problemsOf(news).map(formatProblem).join('\n');
    if (words !== told) await tell();
    told = words;
  };
}
